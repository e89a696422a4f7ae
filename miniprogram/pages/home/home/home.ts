import type { DataOf } from '../../../../typings/contract/api';
import type { Refusal } from '../../../../typings/contract/errors';
import type { ItemKind, Suggestion } from '../../../../typings/contract/items';
import {
  appearance,
  currentLook,
  knownSettings,
  rememberSettings,
} from '../../../components/appearance/appearance';
import { common } from '../../../copy/common';
import { home as copy, plainHome } from '../../../copy/home';
import { accountGone } from '../../../copy/people';
import { connection } from '../../../platform/connection';
import type { Touched } from '../../../platform/events';
import { open } from '../../../platform/navigation';
import { listChains } from '../../../services/chains';
import { lastHome, showHome } from '../../../services/home';
import { isAccountGone } from '../../../view/account';
import {
  afterwards,
  type BatchCard,
  batchCard,
  bySize,
  type Entry,
  type EntryId,
  type HomeCard,
  homeCards,
  type SuggestionCard,
  suggestionCard,
  suggestionQuery,
  waysIn,
} from '../../../view/home-screen';
import { nextChain, type PlainWay, plainWays, silentFollows } from '../../../view/plain-home';
import { failureView } from '../../../view/refusal';
import { guideStep, guiding } from './guiding';
import { leaving } from './leaving';
import { lettering, offersFont } from './lettering';

type Home = DataOf<'home.show'>;

/** Where each entry leads. */
const destinations: Record<EntryId, { page: string; query?: Record<string, string> }> = {
  import: { page: 'imports/import/import', query: { kind: 'follow' } },
  add: { page: 'items/add/add', query: { kind: 'follow' } },
  checklist: { page: 'trash/checklist/checklist' },
  report: { page: '/report/pages/report/report' },
  export: { page: 'exports/export/export' },
};

Page({
  behaviors: [appearance],
  data: {
    t: { ...common, ...accountGone, ...plainHome, ...copy },
    state: 'loading',
    failure: '',
    /** When the content is from, if the cloud could not be asked; 0 when it could. */
    keptAt: 0,
    /** When the account will be erased; 0 when nobody asked for that. */
    eraseAt: 0,
    /** The server's clock minus the phone's, ms. */
    skew: 0,
    withdrawing: false,
    guideStep: 0,
    /** Asks whether letters shall stay as large as the phone's. */
    offering: false,
    /** Large letters: three ways, and all the others behind one row. */
    ways: [] as PlainWay[],
    open: false,
    empty: false,
    cards: [] as HomeCard[],
    /** The same without the trash, which has a way of its own there. */
    lists: [] as HomeCard[],
    suggestions: [] as SuggestionCard[],
    batches: [] as BatchCard[],
    waysIn,
    afterwards: [] as Entry[],
  },

  ...guiding,
  ...lettering,
  ...leaving,

  given: [] as Suggestion[],
  /** As last seen. */
  next: undefined as ReturnType<typeof nextChain>,
  /** Of the newest question; answers to older ones are dropped. */
  turn: 0,

  onShow() {
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  async load() {
    this.turn += 1;
    const { turn } = this;
    const last = this.data.state === 'loading' ? lastHome() : undefined;
    // The last answer until there is a new one: something to see and to tap at once.
    if (last !== undefined) this.show(last.data, last.now, 0);
    const reply = await showHome();
    if (turn !== this.turn) return;
    if (!reply.ok) return this.showFailure(reply.error, reply.now);
    this.show(reply.data, reply.now, reply.keptAt);
    if (currentLook().big) await this.findNext(reply.data, turn);
  },
  /** What is on the screen already stays there, unless it is nobody's any more. */
  showFailure(error: Refusal, now: number) {
    if (isAccountGone(error)) this.setData({ state: 'empty', eraseAt: 0 });
    else if (this.data.state !== 'ready') this.setData(failureView(error, now, connection().online));
  },
  show(data: Home, now: number, keptAt = 0) {
    const changed = JSON.stringify(data.me.settings) !== JSON.stringify(knownSettings());
    rememberSettings(data.me.settings);
    if (changed) (this as unknown as { applyLook(): void }).applyLook();
    this.given = bySize(data.suggestions);
    const cards = homeCards(data, now);
    const total = data.counts.follow + data.counts.like + data.counts.favorite;
    this.setData({
      state: 'ready',
      keptAt,
      eraseAt: data.me.deletion?.eraseAt ?? 0,
      skew: now - Date.now(),
      cards,
      lists: cards.filter(({ id }) => id !== 'trash'),
      suggestions: this.given.map(suggestionCard),
      batches: data.unfinished.map(batch => batchCard(batch, now)),
      empty: total === 0,
      afterwards: afterwards(data.counts.trash > 0, total > 0),
      guideStep: guideStep(total),
      offering: offersFont(),
      ways: plainWays(data, now, this.next),
    });
  },

  /** Which chain comes next: nothing waits for it, and without an answer the row says what it is for. */
  async findNext(data: Home, turn: number) {
    const reply = await listChains('joined', '');
    if (!reply.ok || turn !== this.turn) return;
    this.next = nextChain(reply.data.items, reply.now);
    this.setData({ ways: plainWays(data, reply.now, this.next) });
  },

  onWay(event: Touched<{ id: PlainWay['id'] }>) {
    const { id } = event.currentTarget.dataset;
    if (id === 'chains') wx.switchTab({ url: '/pages/chains/mine/mine' });
    if (id === 'trash') open('trash/list/list');
    if (id === 'tidy') this.tidy();
  },
  /** To what is to be tidied: the silent ones ticked, else the whole list, else where a list comes from. */
  tidy() {
    const silent = silentFollows(this.given);
    if (silent) open('items/list/list', suggestionQuery(silent));
    else if (this.data.empty) open('imports/import/import', { kind: 'follow' });
    else open('items/list/list', { kind: 'follow' });
  },
  onOpen() {
    this.setData({ open: !this.data.open });
  },

  onCard(event: Touched<{ id: ItemKind | 'trash' }>) {
    const { id } = event.currentTarget.dataset;
    if (id === 'trash') open('trash/list/list');
    else open('items/list/list', { kind: id });
  },
  onSuggestion(event: Touched<{ index: number }>) {
    const suggestion = this.given[event.currentTarget.dataset.index];
    if (suggestion) open('items/list/list', suggestionQuery(suggestion));
  },
  onBatch(event: Touched<{ id: string }>) {
    open('batches/progress/progress', { id: event.currentTarget.dataset.id });
  },
  onEntry(event: Touched<{ id: EntryId }>) {
    const { page, query } = destinations[event.currentTarget.dataset.id];
    open(page, query);
  },
  onRetry() {
    this.setData({ state: 'loading' });
    void this.load();
  },
});
