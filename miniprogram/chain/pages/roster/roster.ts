import type { Reply } from '../../../../typings/contract/api';
import type { RosterView } from '../../../../typings/contract/notices';
import { appearance, currentLook, nameRoom } from '../../../components/appearance/appearance';
import { common } from '../../../copy/common';
import type { Told } from '../../../platform/events';
import { copyText } from '../../../platform/materials';
import { open, received } from '../../../platform/navigation';
import { isOnline, windowHeight } from '../../../platform/system';
import { ask } from '../../../platform/toast';
import type { Chip } from '../../../view/item-query';
import type { ItemRow } from '../../../view/item-row';
import { grouped } from '../../../view/numbers';
import { failureView, refusalText } from '../../../view/refusal';
import { fitted, heightOfLines } from '../../../view/row-room';
import { WindowedRows } from '../../../view/windowed-rows';
import { roster as copy } from '../../copy/roster';
import { setRoster, showRoster } from '../../services/organizing';
import {
  filtered,
  MAX_ROSTER_TEXT,
  type NamedRow,
  namedRows,
  type RosterFilter,
  rosterChips,
  rosterRow,
  rosterText,
  unansweredText,
} from '../../view/roster-screen';

Page({
  behaviors: [appearance],
  data: {
    t: { ...common, ...copy },
    state: 'loading',
    failure: '',
    /** The box for names instead of the comparison. */
    writing: false,
    hasRoster: false,
    text: '',
    maxText: MAX_ROSTER_TEXT,
    problem: '',
    busy: false,
    chips: [] as Chip[],
    othersText: '',
    canRemind: false,
    rows: [] as ItemRow[],
    padTop: 0,
    padBottom: 0,
    isEmpty: false,
  },

  chainId: '',
  view: undefined as RosterView | undefined,
  filter: 'unanswered' as RosterFilter,
  list: undefined as WindowedRows<NamedRow, ItemRow> | undefined,

  onLoad(query: Record<string, string | undefined>) {
    this.chainId = received(query)['id'] ?? '';
    const look = currentLook();
    this.list = new WindowedRows<NamedRow, ItemRow>({
      load: async () => {
        const items = filtered(namedRows(this.view?.rows ?? []), this.filter);
        return { ok: true, data: { items }, now: Date.now() };
      },
      toRow: row => fitted(rosterRow(row), nameRoom()),
      extraOf: row => heightOfLines(fitted(rosterRow(row), nameRoom()).moreLines ?? 0, look.size),
      publish: patch => this.setData(patch),
      rowHeight: look.noteRowHeight,
      viewHeight: windowHeight(),
    });
  },
  onShow() {
    if (!this.data.writing) void this.load();
  },
  async load() {
    const reply = await showRoster(this.chainId);
    if (!reply.ok) this.setData(failureView(reply.error, reply.now, await isOnline()));
    else this.take(reply.data);
  },
  take(view: RosterView) {
    this.view = view;
    const hasRoster = view.rows.length > 0;
    this.setData({
      state: 'ready',
      hasRoster,
      writing: !hasRoster,
      text: '',
      othersText: view.others > 0 ? copy.others(grouped(view.others)) : '',
      canRemind: view.unanswered > 0,
    });
    this.show();
  },
  show() {
    if (this.view !== undefined) this.setData({ chips: rosterChips(this.view, this.filter) });
    void this.list?.restart();
    this.setData({ isEmpty: filtered(namedRows(this.view?.rows ?? []), this.filter).length === 0 });
  },
  onRetry() {
    this.setData({ state: 'loading' });
    void this.load();
  },
  onScroll(event: Told<{ scrollTop: number }>) {
    this.list?.onScroll(event.detail.scrollTop);
  },
  onFilter(event: Told<{ id: RosterFilter }>) {
    this.filter = event.detail.id;
    this.show();
  },

  onText(event: Told<{ value: string }>) {
    this.setData({ text: event.detail.value, problem: '' });
  },
  onChange() {
    this.setData({ writing: true, text: rosterText(this.view?.rows ?? []), problem: '' });
  },
  onBack() {
    this.setData({ writing: false, problem: '' });
  },
  async onSave() {
    if (this.data.busy) return;
    if (this.data.text.trim() === '') this.setData({ problem: copy.empty });
    else await this.put(this.data.text);
  },
  async onDrop() {
    if (await ask(copy.dropAsk, copy.dropText, copy.dropYes, common.back)) await this.put('');
  },
  async put(text: string) {
    this.setData({ busy: true, problem: '' });
    const reply: Reply<RosterView> = await setRoster(this.chainId, text);
    this.setData({ busy: false });
    if (reply.ok) this.take(reply.data);
    else this.setData({ problem: refusalText(reply.error, reply.now) });
  },

  onCopyNames() {
    void copyText(unansweredText(this.view?.rows ?? []));
  },
  onRemind() {
    open('/chain/pages/remind/remind', { id: this.chainId });
  },
});
