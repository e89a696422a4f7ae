import type { ChainCard } from '../../../../typings/contract/chains';
import type { Refusal } from '../../../../typings/contract/errors';
import { appearance, currentLook } from '../../../components/appearance/appearance';
import { mine as copy } from '../../../copy/chains';
import { common } from '../../../copy/common';
import { connection } from '../../../platform/connection';
import type { Told, Touched } from '../../../platform/events';
import { open } from '../../../platform/navigation';
import { readStored, writeStored } from '../../../platform/storage';
import { windowHeight, windowWidth } from '../../../platform/system';
import { toast } from '../../../platform/toast';
import { type ChainScope, lastChains, listChains } from '../../../services/chains';
import { type ChainRow, cardHeight, chainRow } from '../../../view/chain-card';
import type { Chip } from '../../../view/item-query';
import { failureView } from '../../../view/refusal';
import { WindowedRows } from '../../../view/windowed-rows';

/** Pause after a key before the cloud is asked, ms. */
const TYPING_MS = 250;
/** Which of the two lists was looked at last. */
const SCOPE_KEY = 'chains-scope';
type MyScope = Exclude<ChainScope, 'trashed'>;
const isMyScope = (value: unknown): value is MyScope => value === 'organized' || value === 'joined';

const scopeChips = (scope: MyScope): Chip[] =>
  (['joined', 'organized'] as const).map(id => ({ id, text: copy[id], on: id === scope }));

/** Fewer are looked through by eye; in large letters a screen asks as little as it can. */
const leastToSearch = (): number => (currentLook().big ? 6 : 0);

/** No card is lower, px. */
const LEAST_HEIGHT = 128;

type Listed = ChainCard & { id: string };
const listed = (card: ChainCard): Listed => ({ ...card, id: card.chainId });

Page({
  behaviors: [appearance],
  data: {
    t: { ...common, ...copy },
    state: 'loading',
    failure: '',
    /** When the content is from, if the cloud could not be asked; 0 when it could. */
    keptAt: 0,
    chips: scopeChips('joined'),
    scope: 'joined' as MyScope,
    query: '',
    rows: [] as (ChainRow & { height: number })[],
    padTop: 0,
    padBottom: 0,
    scrollTop: 0,
    ended: false,
    searchable: false,
  },

  list: undefined as WindowedRows<Listed, ChainRow & { height: number }> | undefined,
  typing: undefined as ReturnType<typeof setTimeout> | undefined,
  /** The cloud's clock when it answered, epoch ms. */
  now: 0,
  /** Where the list stands, px: it is the same after a look at one of the chains. */
  top: 0,

  onLoad() {
    const scope = readStored(SCOPE_KEY, isMyScope) ?? 'joined';
    this.setData({ scope, chips: scopeChips(scope) });
    this.list = new WindowedRows<Listed, ChainRow & { height: number }>({
      load: async cursor => {
        const reply = await listChains(this.data.scope, this.data.query.trim(), cursor);
        this.now = reply.now;
        if (!reply.ok) return reply;
        return { ...reply, data: { ...reply.data, items: reply.data.items.map(listed) } };
      },
      toRow: card => this.rowOf(card),
      extraOf: card => this.rowOf(card).height - LEAST_HEIGHT,
      publish: patch => this.setData(patch),
      rowHeight: LEAST_HEIGHT,
      viewHeight: windowHeight(),
    });
  },
  rowOf(card: Listed): ChainRow & { height: number } {
    const row = chainRow(card, this.now);
    return { ...row, height: cardHeight(row, currentLook().size, windowWidth()) };
  },
  onShow() {
    void this.load();
  },
  onUnload() {
    if (this.typing !== undefined) clearTimeout(this.typing);
  },

  /** The last answer until there is a new one: something to see and to tap at once. */
  showLast() {
    const last = this.data.query === '' ? lastChains(this.data.scope) : undefined;
    if (last === undefined || last.data.items.length === 0) return;
    this.now = last.now;
    this.list?.begin({ items: last.data.items.map(listed) });
    this.setData({ state: 'ready', ended: false });
  },
  async load() {
    if (this.data.state === 'loading') this.showLast();
    const outcome = await this.list?.restart();
    if (outcome === undefined || outcome.state === 'stale') return;
    if (outcome.state === 'failed') return this.showFailure(outcome.error, outcome.now);
    this.list?.onScroll(this.top);
    const isEmpty = (this.list?.items.length ?? 0) === 0;
    this.setData({
      state: isEmpty ? 'empty' : 'ready',
      keptAt: outcome.keptAt ?? 0,
      ended: this.list?.isEnded ?? true,
      searchable: this.data.query !== '' || (this.list?.items.length ?? 0) > leastToSearch(),
    });
  },
  /** What is on the screen already stays there. */
  showFailure(error: Refusal, now: number) {
    if (this.data.state !== 'ready') this.setData(failureView(error, now, connection().online));
  },
  /** Another question: from the top, and nothing of the old answer stays. */
  ask(question: { scope?: MyScope; query?: string }) {
    this.top = 0;
    this.setData({ ...question, state: 'loading', rows: [], scrollTop: this.data.scrollTop === 0 ? 0.1 : 0 });
    void this.load();
  },

  onScope(event: Told<{ id: MyScope }>) {
    const scope = event.detail.id;
    if (scope === this.data.scope) return;
    writeStored(SCOPE_KEY, scope);
    this.setData({ chips: scopeChips(scope) });
    this.ask({ scope });
  },
  onQuery(event: Told<{ value: string }>) {
    const { value } = event.detail;
    this.setData({ query: value });
    if (this.typing !== undefined) clearTimeout(this.typing);
    this.typing = setTimeout(() => this.ask({}), TYPING_MS);
  },
  onClearQuery() {
    if (this.typing !== undefined) clearTimeout(this.typing);
    this.ask({ query: '' });
  },

  onScroll(event: Told<{ scrollTop: number }>) {
    this.top = event.detail.scrollTop;
    if (this.list?.onScroll(this.top)) void this.more();
  },
  async more() {
    const outcome = await this.list?.more();
    if (outcome?.state === 'failed') toast(common.notFresh);
    if (outcome?.state === 'ready' && this.list?.isEnded) this.setData({ ended: true });
  },

  onCard(event: Touched<{ id: string }>) {
    open('/chain/pages/detail/detail', { id: event.currentTarget.dataset.id });
  },
  onStart() {
    open('/chain/pages/editor/editor');
  },
  onRetry() {
    this.setData({ state: 'loading' });
    void this.load();
  },
});
