import { deletionNotice as copy } from '../../copy/people';
import { countdownText, monthDayTimeText } from '../../view/time';

const TICK_MS = 1_000;

/** Says that the account will be deleted and when. Tells `withdraw` when tapped, and `over` once at the end of the 72 h. */
Component({
  properties: {
    /** Epoch ms. */
    eraseAt: { type: Number, value: 0 },
    /** The server's clock minus the phone's, ms. */
    skew: { type: Number, value: 0 },
    busy: { type: Boolean, value: false },
  },
  data: { t: copy, when: '', left: '' },
  observers: {
    'eraseAt, skew'() {
      this.tick();
    },
  },
  lifetimes: {
    attached() {
      Object.assign(this, { ticking: setInterval(() => this.tick(), TICK_MS) });
    },
    detached() {
      this.stop();
    },
  },
  methods: {
    stop() {
      const { ticking } = this as unknown as { ticking?: ReturnType<typeof setInterval> };
      if (ticking !== undefined) clearInterval(ticking);
    },
    /** A second in which no word changes costs no setData. */
    tick() {
      const { eraseAt, skew, left: shown } = this.data;
      const now = Date.now() + skew;
      const left = countdownText(eraseAt, now);
      if (left !== shown) this.setData({ when: copy.when(monthDayTimeText(eraseAt)), left });
      if (eraseAt === 0 || now < eraseAt) return;
      this.stop();
      this.triggerEvent('over');
    },
    onWithdraw() {
      if (!this.data.busy) this.triggerEvent('withdraw');
    },
  },
});
