import type { TrashView } from '../../../../typings/contract/items';
import { appearance, currentLook } from '../../../components/appearance/appearance';
import { common } from '../../../copy/common';
import { trash as copy } from '../../../copy/trash';
import type { Told } from '../../../platform/events';
import { open } from '../../../platform/navigation';
import { isOnline, windowHeight } from '../../../platform/system';
import { listBatches } from '../../../services/batches';
import { listTrash } from '../../../services/trash';
import { nothingToPick } from '../../../view/pick';
import { failureView } from '../../../view/refusal';
import {
  type BatchBanner,
  batchBanners,
  countdownPatch,
  type TrashFilter,
  type TrashRow,
  trashChips,
  trashRow,
} from '../../../view/trash-row';
import { WindowedRows } from '../../../view/windowed-rows';
import { choosing } from './choosing';
import { restoring } from './restoring';

/** At 72 h a row leaves the screen within this; a second in which nothing changed costs no setData. */
const TICK_MS = 1_000;

Page({
  behaviors: [appearance],
  data: {
    t: { ...common, ...copy },
    state: 'loading',
    failure: '',
    chips: trashChips('all'),
    banner: null as BatchBanner | null,
    /** How many more batches can be restored whole, in words; blank when none. */
    moreText: '',
    pick: nothingToPick,
    pickOpen: false,
    rows: [] as TrashRow[],
    padTop: 0,
    padBottom: 0,
    scrollTop: 0,
    ended: false,
    selecting: false,
    chosenText: '',
    restoreText: copy.restore,
    anyChosen: false,
    busy: false,
    noticeText: '',
  },

  ...choosing,
  ...restoring,

  filter: 'all' as TrashFilter,
  list: undefined as WindowedRows<TrashView, TrashRow> | undefined,
  banners: [] as BatchBanner[],
  ticking: undefined as ReturnType<typeof setInterval> | undefined,
  /** The server's clock minus the phone's, ms. */
  skew: 0,

  onLoad() {
    const look = currentLook();
    const isTall = () => look.big && !this.data.selecting;
    this.list = new WindowedRows<TrashView, TrashRow>({
      load: async cursor => {
        const reply = await listTrash({
          limit: 100,
          ...(this.filter === 'all' ? {} : { kind: this.filter }),
          ...(cursor === undefined ? {} : { cursor }),
        });
        this.skew = reply.now - Date.now();
        return reply;
      },
      toRow: item => this.rowOf(item),
      publish: patch => this.setData(patch),
      // In large letters the button of a row takes a line of its own; there is none while selecting.
      get rowHeight() {
        return isTall() ? look.actionRowHeight : look.rowHeight;
      },
      viewHeight: windowHeight(),
    });
  },
  onShow() {
    void this.load();
    this.ticking = setInterval(() => this.tick(), TICK_MS);
  },
  onHide() {
    this.stopTicking();
  },
  onUnload() {
    this.stopTicking();
  },
  stopTicking() {
    if (this.ticking !== undefined) clearInterval(this.ticking);
  },

  rowOf(item: TrashView): TrashRow {
    return trashRow(item, Date.now() + this.skew, currentLook().big, this.ids.includes(item.id));
  },
  /** What is past its time leaves the screen at once; the server has stopped showing it as well. */
  tick() {
    const now = Date.now() + this.skew;
    const gone = (this.list?.items ?? []).filter(item => item.purgeAt <= now).map(item => item.id);
    if (gone.length > 0) this.drop(gone);
    const start = this.list?.start ?? 0;
    const drawn = (this.list?.items ?? []).slice(start, start + this.data.rows.length);
    const patch = countdownPatch(
      this.data.rows,
      drawn.map(item => this.rowOf(item)),
    );
    if (Object.keys(patch).length > 0) this.setData(patch);
  },
  drop(ids: string[]) {
    this.list?.remove(ids);
    this.ids = this.ids.filter(id => !ids.includes(id));
    this.paintChoice();
    if (this.list?.items.length === 0) this.setData({ state: 'empty', selecting: false });
  },

  async load() {
    const [outcome, batches] = await Promise.all([this.list?.restart(), listBatches()]);
    if (outcome?.state === 'failed') {
      this.setData(failureView(outcome.error, outcome.now, await isOnline()));
    }
    if (outcome?.state !== 'ready') return;
    this.banners = batches.ok ? batchBanners(batches.data.batches, this.filter, batches.now) : [];
    const more = this.banners.length - 1;
    this.setData({
      state: (this.list?.items.length ?? 0) > 0 ? 'ready' : 'empty',
      ended: this.list?.isEnded ?? true,
      banner: this.banners[0] ?? null,
      moreText: more > 0 ? copy.moreBatches(more) : '',
    });
  },
  onRetry() {
    this.setData({ state: 'loading' });
    void this.load();
  },
  async onScroll(event: Told<{ scrollTop: number }>) {
    if (!this.list?.onScroll(event.detail.scrollTop)) return;
    const outcome = await this.list.more();
    if (outcome.state === 'ready') this.setData({ ended: this.list.isEnded });
  },
  onChip(event: Told<{ id: TrashFilter }>) {
    this.filter = event.detail.id;
    this.ids = [];
    this.setData({ chips: trashChips(this.filter), selecting: false });
    void this.load();
  },
  onChecklist() {
    open('trash/checklist/checklist');
  },

  onNoticeClose() {
    this.setData({ noticeText: '' });
  },
});
