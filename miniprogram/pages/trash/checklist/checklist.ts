import type { TrashView } from '../../../../typings/contract/items';
import { appearance, currentLook, nameRoom } from '../../../components/appearance/appearance';
import { common } from '../../../copy/common';
import { checklist as copy } from '../../../copy/trash';
import { connection } from '../../../platform/connection';
import type { Told, Touched } from '../../../platform/events';
import { received } from '../../../platform/navigation';
import { windowHeight } from '../../../platform/system';
import { ask, toast } from '../../../platform/toast';
import { listTrash, tickTrash } from '../../../services/trash';
import { type ChecklistRow, checklistRow } from '../../../view/checklist-row';
import { failureView, refusalText } from '../../../view/refusal';
import { fitted, heightOfLines, moreLinesOf } from '../../../view/row-room';
import { WindowedRows } from '../../../view/windowed-rows';
import { openInWeChat } from '../../items/opening';

Page({
  behaviors: [appearance],
  data: {
    t: { ...common, ...copy },
    state: 'loading',
    failure: '',
    /** When the content is from, if the cloud could not be asked; 0 when it could. */
    keptAt: 0,
    rows: [] as ChecklistRow[],
    padTop: 0,
    padBottom: 0,
    leftText: '',
  },

  query: {} as { batchId?: string },
  list: undefined as WindowedRows<TrashView, ChecklistRow> | undefined,
  /** Opened in WeChat and not ticked yet: asked about on return. */
  opened: undefined as TrashView | undefined,
  left: false,

  onLoad(query: Record<string, string | undefined>) {
    const { batch } = received(query);
    const look = currentLook();
    if (batch !== undefined) this.query = { batchId: batch };
    this.list = new WindowedRows<TrashView, ChecklistRow>({
      load: cursor =>
        listTrash({
          ...this.query,
          pendingOnPlatform: true,
          limit: 100,
          ...(cursor === undefined ? {} : { cursor }),
        }),
      toRow: item => fitted(checklistRow(item), nameRoom()),
      extraOf: ({ name }) => heightOfLines(moreLinesOf(name, [], nameRoom()), look.size),
      publish: patch => this.setData(patch),
      rowHeight: look.twoActionRowHeight,
      viewHeight: windowHeight(),
    });
    void this.load();
  },
  onHide() {
    this.left = true;
  },
  onShow() {
    if (this.left) void this.askBack();
    this.left = false;
  },

  async load() {
    const outcome = await this.list?.restart();
    if (outcome?.state === 'failed') {
      this.setData(failureView(outcome.error, outcome.now, connection().online));
    }
    if (outcome?.state !== 'ready') return;
    this.setData({ keptAt: outcome.keptAt ?? 0 });
    this.paint();
  },
  paint() {
    const left = (this.list?.items ?? []).filter(item => item.platformDoneAt === undefined).length;
    const more = this.list?.isEnded === false ? '+' : '';
    this.setData({
      state: (this.list?.items.length ?? 0) > 0 ? 'ready' : 'empty',
      leftText: left > 0 ? copy.left(`${left}${more}`) : copy.allDone,
    });
  },
  onRetry() {
    this.setData({ state: 'loading' });
    void this.load();
  },
  async onScroll(event: Told<{ scrollTop: number }>) {
    if (!this.list?.onScroll(event.detail.scrollTop)) return;
    if ((await this.list.more()).state === 'ready') this.paint();
  },

  async onGo(event: Touched<{ id: string }>) {
    const item = this.list?.items.find(({ id }) => id === event.currentTarget.dataset.id);
    if (item === undefined) return;
    this.opened = item;
    if ((await openInWeChat(item)) === 'copied') toast(common.copied);
  },
  /** Back from WeChat: one question, then the tick. The app cannot see what was done there. */
  async askBack() {
    const item = this.opened;
    this.opened = undefined;
    if (item === undefined) return;
    if (await ask(copy.askTitle, item.name, copy.askYes, copy.askNo)) await this.tick(item, true);
  },
  onTick(event: Touched<{ id: string }>) {
    const item = this.list?.items.find(({ id }) => id === event.currentTarget.dataset.id);
    if (item !== undefined) void this.tick(item, item.platformDoneAt === undefined);
  },
  async tick(item: TrashView, done: boolean) {
    const reply = await tickTrash([item.id], done);
    if (!reply.ok) {
      toast(refusalText(reply.error, reply.now));
      return;
    }
    const { platformDoneAt: _before, ...rest } = item;
    this.list?.replace(done ? { ...rest, platformDoneAt: reply.now } : rest);
    this.paint();
  },
});
