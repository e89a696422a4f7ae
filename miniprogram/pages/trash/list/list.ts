import type { PageOf, Reply } from '../../../../typings/contract/api';
import { appearance, currentLook, nameRoom } from '../../../components/appearance/appearance';
import { common } from '../../../copy/common';
import { trash as copy } from '../../../copy/trash';
import { connection } from '../../../platform/connection';
import type { Told } from '../../../platform/events';
import { open } from '../../../platform/navigation';
import { windowHeight } from '../../../platform/system';
import { listBatches } from '../../../services/batches';
import { listChains } from '../../../services/chains';
import { listTrash } from '../../../services/trash';
import { nothingToPick } from '../../../view/pick';
import { failureView } from '../../../view/refusal';
import { fitted, heightOfLines } from '../../../view/row-room';
import {
  type BatchBanner,
  batchBanners,
  chainTrashRow,
  countdownPatch,
  type TrashFilter,
  type TrashRow,
  trashChips,
  trashedChains,
  trashRow,
} from '../../../view/trash-row';
import { WindowedRows } from '../../../view/windowed-rows';
import { chainGroup } from './chain-group';
import { choosing } from './choosing';
import { restoring } from './restoring';
import { isChain, type Trashed } from './trash-page';

/** At 72 h a row leaves the screen within this; a second in which nothing changed costs no setData. */
const TICK_MS = 1_000;

Page({
  behaviors: [appearance],
  data: {
    t: { ...common, ...copy },
    state: 'loading',
    failure: '',
    /** When the content is from, if the cloud could not be asked; 0 when it could. */
    keptAt: 0,
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
    /** Chains above the items, where both are shown. */
    chainRows: [] as TrashRow[],
    allChains: '',
  },

  ...chainGroup,
  ...choosing,
  ...restoring,

  filter: 'all' as TrashFilter,
  list: undefined as WindowedRows<Trashed, TrashRow> | undefined,
  banners: [] as BatchBanner[],
  ticking: undefined as ReturnType<typeof setInterval> | undefined,
  /** The server's clock minus the phone's, ms. */
  skew: 0,

  onLoad() {
    const look = currentLook();
    const isTall = () => look.big && !this.data.selecting;
    this.list = new WindowedRows<Trashed, TrashRow>({
      load: async cursor => {
        const reply = await this.ask(cursor);
        this.skew = reply.now - Date.now();
        return reply;
      },
      toRow: item => this.rowOf(item),
      extraOf: item => heightOfLines(this.rowOf(item).moreLines ?? 0, look.size),
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

  async ask(cursor: string | undefined): Promise<Reply<PageOf<Trashed>>> {
    if (this.filter === 'chain') {
      const reply = await listChains('trashed', '', cursor);
      return reply.ok ? { ...reply, data: { ...reply.data, items: trashedChains(reply.data.items) } } : reply;
    }
    const kind = this.filter === 'all' ? {} : { kind: this.filter };
    return listTrash({ limit: 100, ...kind, ...(cursor === undefined ? {} : { cursor }) });
  },
  rowOf(item: Trashed): TrashRow {
    const now = Date.now() + this.skew;
    const checked = this.ids.includes(item.id);
    const { big } = currentLook();
    const row = isChain(item) ? chainTrashRow(item, now, big, checked) : trashRow(item, now, big, checked);
    return fitted(row, nameRoom(this.data.selecting));
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
    this.paintChains();
  },
  drop(ids: string[]) {
    this.list?.remove(ids);
    this.ids = this.ids.filter(id => !ids.includes(id));
    this.paintChoice();
    if (this.isEmpty()) this.setData({ state: 'empty', selecting: false });
  },

  async load() {
    const [outcome, batches] = await Promise.all([this.list?.restart(), listBatches(), this.loadChains()]);
    if (outcome?.state === 'failed') {
      this.setData(failureView(outcome.error, outcome.now, connection().online));
    }
    if (outcome?.state !== 'ready') return;
    this.banners = batches.ok ? batchBanners(batches.data.batches, this.filter, batches.now) : [];
    const more = this.banners.length - 1;
    this.setData({
      state: this.isEmpty() ? 'empty' : 'ready',
      keptAt: outcome.keptAt ?? 0,
      ended: this.list?.isEnded ?? true,
      banner: this.banners[0] ?? null,
      moreText: more > 0 ? copy.moreBatches(more) : '',
    });
  },
  isEmpty(): boolean {
    return (this.list?.items.length ?? 0) === 0 && this.data.chainRows.length === 0;
  },
  onRetry() {
    this.setData({ state: 'loading' });
    void this.load();
  },
  async onScroll(event: Told<{ scrollTop: number }>) {
    if (!this.list?.onScroll(event.detail.scrollTop - this.groupHeight())) return;
    const outcome = await this.list.more();
    if (outcome.state === 'ready' && this.list.isEnded) this.setData({ ended: true });
  },
  show(filter: TrashFilter) {
    this.filter = filter;
    this.ids = [];
    this.setData({ selecting: false });
    this.paintChains();
    void this.load();
  },
  onChip(event: Told<{ id: TrashFilter }>) {
    this.show(event.detail.id);
  },
  onChecklist() {
    open('trash/checklist/checklist');
  },

  onNoticeClose() {
    this.setData({ noticeText: '' });
  },
});
