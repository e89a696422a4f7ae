import type { TrashView } from '../../../../typings/contract/items';
import { appearance, currentLook } from '../../../components/appearance/appearance';
import { common } from '../../../copy/common';
import { trash as copy } from '../../../copy/trash';
import type { Told, Touched } from '../../../platform/events';
import { open } from '../../../platform/navigation';
import { isOnline, windowHeight } from '../../../platform/system';
import { ask, toast } from '../../../platform/toast';
import { listBatches, undoBatch } from '../../../services/batches';
import { eraseTrash, listTrash, MAX_IDS, restoreTrash } from '../../../services/trash';
import { grouped } from '../../../view/numbers';
import { failureView, refusalText } from '../../../view/refusal';
import {
  type BatchBanner,
  batchBanner,
  countdownPatch,
  type TrashFilter,
  type TrashRow,
  trashChips,
  trashRow,
} from '../../../view/trash-row';
import { WindowedRows } from '../../../view/windowed-rows';

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
    rows: [] as TrashRow[],
    padTop: 0,
    padBottom: 0,
    ended: false,
    selecting: false,
    chosenText: '',
    restoreText: copy.restore,
    anyChosen: false,
    busy: false,
    noticeText: '',
  },

  filter: 'all' as TrashFilter,
  ids: [] as string[],
  list: undefined as WindowedRows<TrashView, TrashRow> | undefined,
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
    const banner = batches.ok ? batchBanner(batches.data.batches, this.filter, batches.now) : undefined;
    this.setData({
      state: (this.list?.items.length ?? 0) > 0 ? 'ready' : 'empty',
      ended: this.list?.isEnded ?? true,
      banner: banner ?? null,
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

  onRowTap(event: Touched<{ id: string }>) {
    if (this.data.selecting) this.toggle(event.currentTarget.dataset.id);
  },
  onRowHold(event: Touched<{ id: string }>) {
    if (this.data.selecting) return;
    this.onSelect();
    this.toggle(event.currentTarget.dataset.id);
  },
  toggle(id: string) {
    this.ids = this.ids.includes(id)
      ? this.ids.filter(other => other !== id)
      : [...this.ids, id].slice(0, MAX_IDS);
    const index = this.list?.drawnIndex(id) ?? -1;
    if (index >= 0) this.setData({ [`rows[${index}].checked`]: this.ids.includes(id) });
    this.paintChoice();
  },
  onSelect() {
    this.ids = [];
    this.setData({ selecting: true, noticeText: '' });
    this.list?.repaint();
    this.paintChoice();
  },
  onExit() {
    this.ids = [];
    this.setData({ selecting: false });
    this.list?.repaint();
  },
  paintChoice() {
    const count = this.ids.length;
    this.setData({
      chosenText: copy.chosen(count),
      restoreText: copy.restoreChosen(count),
      anyChosen: count > 0,
    });
  },

  onRestoreOne(event: Touched<{ id: string }>) {
    void this.restore([event.currentTarget.dataset.id]);
  },
  onRestoreChosen() {
    void this.restore(this.ids);
  },
  async restore(ids: string[]) {
    if (ids.length === 0 || this.data.busy) return;
    this.setData({ busy: true });
    const reply = await restoreTrash(ids);
    this.setData({ busy: false });
    if (!reply.ok) {
      toast(refusalText(reply.error, reply.now));
      return;
    }
    const { restored, gone } = reply.data;
    this.setData({
      noticeText: gone > 0 ? copy.restoredSome(restored, gone) : copy.restored(grouped(restored)),
      selecting: false,
    });
    this.drop(ids);
    void this.load();
  },
  async onRestoreBatch() {
    const { banner } = this.data;
    if (banner === null || this.data.busy) return;
    this.setData({ busy: true });
    const reply = await undoBatch(banner.id);
    this.setData({ busy: false });
    if (!reply.ok) toast(refusalText(reply.error, reply.now));
    else this.setData({ noticeText: copy.restored(grouped(reply.data.restored)) });
    void this.load();
  },

  /** Asks twice: nothing brings it back. */
  async onErase() {
    const { ids } = this;
    if (ids.length === 0 || this.data.busy) return;
    if (!(await ask(copy.eraseTitle, copy.eraseText(ids.length), copy.erase, common.back))) return;
    if (!(await ask(copy.eraseAgain, copy.eraseAgainText, copy.erase, common.back))) return;
    const reply = await eraseTrash(ids);
    toast(reply.ok ? copy.erased(grouped(reply.data.erased)) : refusalText(reply.error, reply.now));
    if (!reply.ok) return;
    this.setData({ selecting: false });
    this.drop(ids);
  },
  onNoticeClose() {
    this.setData({ noticeText: '' });
  },
});
