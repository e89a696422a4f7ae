import type { Reply } from '../../../../typings/contract/api';
import type { ChainView } from '../../../../typings/contract/chains';
import type { EntryFilter } from '../../../../typings/contract/entries';
import { appearance, currentLook, nameRoom } from '../../../components/appearance/appearance';
import { common } from '../../../copy/common';
import type { Told, Touched } from '../../../platform/events';
import { received } from '../../../platform/navigation';
import { isOnline, windowHeight } from '../../../platform/system';
import { toast } from '../../../platform/toast';
import type { Chip } from '../../../view/item-query';
import type { ItemRow } from '../../../view/item-row';
import { failureView } from '../../../view/refusal';
import { fitted, heightOfLines } from '../../../view/row-room';
import { WindowedRows } from '../../../view/windowed-rows';
import { people as copy } from '../../copy/people';
import { listEntries, showChain } from '../../services/chains';
import { MAX_ENTRIES } from '../../services/organizing';
import {
  costsMoney,
  filterChips,
  isFilter,
  nobody,
  type Person,
  person,
  personRow,
} from '../../view/people-screen';
import { nothingToAsk } from '../../view/text-ask';
import { handling } from './handling';

/** Pause after a key before the list is asked for, ms. */
const TYPING_MS = 300;

Page({
  behaviors: [appearance],
  data: {
    t: { ...common, ...copy },
    state: 'loading',
    failure: '',
    chips: [] as Chip[],
    search: '',
    rows: [] as ItemRow[],
    padTop: 0,
    padBottom: 0,
    ended: false,
    selecting: false,
    /** What can be done with those that are ticked. */
    canDecide: false,
    canPay: false,
    chosenText: '',
    anyChosen: false,
    approveText: copy.approve,
    declineText: copy.decline,
    paidText: copy.markPaid,
    sheet: nobody,
    sheetOpen: false,
    ask: nothingToAsk,
    asking: false,
    askProblem: '',
    busy: false,
  },

  ...handling,

  chainId: '',
  chain: undefined as ChainView | undefined,
  filter: 'all' as EntryFilter,
  list: undefined as WindowedRows<Person, ItemRow> | undefined,
  ids: [] as string[],
  typing: undefined as ReturnType<typeof setTimeout> | undefined,

  onLoad(query: Record<string, string | undefined>) {
    const { id = '', filter } = received(query);
    this.chainId = id;
    if (isFilter(filter)) this.filter = filter;
    const look = currentLook();
    const isTall = () => look.big && !this.data.selecting;
    this.list = new WindowedRows<Person, ItemRow>({
      load: cursor => this.loadPeople(cursor),
      toRow: one => this.rowOf(one),
      extraOf: one => heightOfLines(this.rowOf(one).moreLines ?? 0, look.size),
      publish: patch => this.setData(patch),
      // In large letters the button of a row takes a line of its own; there is none while selecting.
      get rowHeight() {
        if (isTall()) return look.actionRowHeight;
        return look.big ? look.rowHeight : look.noteRowHeight;
      },
      viewHeight: windowHeight(),
    });
    void this.load();
  },
  onUnload() {
    if (this.typing !== undefined) clearTimeout(this.typing);
  },

  async loadPeople(cursor: string | undefined): Promise<Reply<{ items: Person[]; cursor?: string }>> {
    const reply = await listEntries(this.chainId, this.filter, this.data.search.trim(), cursor);
    return reply.ok ? { ...reply, data: { ...reply.data, items: reply.data.items.map(person) } } : reply;
  },
  rowOf(one: Person): ItemRow {
    const row = personRow(one, this.chain?.fields ?? [], this.ids.includes(one.id));
    return fitted(row, nameRoom(this.data.selecting));
  },
  async load() {
    const chain = await showChain(this.chainId);
    if (chain.ok) this.takeChain(chain.data.chain);
    else if (this.chain === undefined) {
      this.setData(failureView(chain.error, chain.now, await isOnline()));
      return;
    }
    await this.relist();
  },
  async relist() {
    const outcome = await this.list?.restart();
    if (outcome?.state === 'failed') this.setData(failureView(outcome.error, outcome.now, await isOnline()));
    if (outcome?.state !== 'ready') return;
    const count = this.list?.items.length ?? 0;
    this.setData({ state: count > 0 ? 'ready' : 'empty', ended: this.list?.isEnded ?? true });
  },
  takeChain(chain: ChainView) {
    this.chain = chain;
    const costs = costsMoney(chain);
    const leads = chain.myRole !== 'volunteer';
    this.setData({
      chips: filterChips(chain, costs, this.filter),
      canDecide: leads && (chain.approval || chain.asking > 0),
      canPay: costs,
    });
  },
  onRetry() {
    this.setData({ state: 'loading' });
    void this.load();
  },
  async onScroll(event: Told<{ scrollTop: number }>) {
    if (!this.list?.onScroll(event.detail.scrollTop)) return;
    const outcome = await this.list.more();
    if (outcome.state === 'ready' && this.list.isEnded) this.setData({ ended: true });
  },
  onFilter(event: Told<{ id: EntryFilter }>) {
    this.filter = event.detail.id;
    this.ids = [];
    const { chain } = this;
    if (chain !== undefined) this.takeChain(chain);
    this.setData({ selecting: false, state: 'loading' });
    void this.relist();
  },
  onSearch(event: Told<{ value: string }>) {
    this.setData({ search: event.detail.value });
    if (this.typing !== undefined) clearTimeout(this.typing);
    this.typing = setTimeout(() => void this.relist(), TYPING_MS);
  },

  onSelect() {
    this.ids = [];
    this.setData({ selecting: true });
    this.list?.repaint();
    this.paintChoice();
  },
  onExit() {
    this.ids = [];
    this.setData({ selecting: false });
    this.list?.repaint();
  },
  onRowTap(event: Touched<{ id: string }>) {
    if (!this.data.selecting) {
      this.onHandle(event);
      return;
    }
    const { id } = event.currentTarget.dataset;
    const isNew = !this.ids.includes(id);
    if (isNew && this.ids.length >= MAX_ENTRIES) toast(copy.chosenMost);
    else this.ids = isNew ? [...this.ids, id] : this.ids.filter(other => other !== id);
    this.list?.repaint();
    this.paintChoice();
  },
  paintChoice() {
    const count = this.ids.length;
    this.setData({
      chosenText: copy.chosen(count),
      anyChosen: count > 0,
      approveText: copy.approveSome(count),
      declineText: copy.declineSome(count),
      paidText: copy.paidSome(count),
    });
  },
});
