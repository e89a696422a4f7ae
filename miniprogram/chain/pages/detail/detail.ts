import type { ChainView } from '../../../../typings/contract/chains';
import type { EntryFilter, EntryReply } from '../../../../typings/contract/entries';
import type { Refusal } from '../../../../typings/contract/errors';
import { appearance } from '../../../components/appearance/appearance';
import { connection } from '../../../platform/connection';
import type { Touched } from '../../../platform/events';
import { open, received } from '../../../platform/navigation';
import { failureView } from '../../../view/refusal';
import type { WindowedRows } from '../../../view/windowed-rows';
import { detail as copy } from '../../copy/detail';
import { showPictures } from '../../platform/viewing';
import { showChain, showRounds } from '../../services/chains';
import { blankDetail } from '../../view/detail-data';
import { detailScreen } from '../../view/detail-screen';
import { claimNote, listView } from '../../view/entry-list';
import type { EntryRow } from '../../view/entry-row';
import { joinBar, ownEntry } from '../../view/joining';
import { myEntries } from '../../view/my-entry';
import { roundBar } from '../../view/round-bar';
import type { ListedEntry } from './detail-page';
import { listing, peopleOf } from './list';
import { sharing } from './sharing';
import { takingPart } from './taking-part';

/** Countdowns are looked at so often; a second in which no text changed costs no setData. */
const TICK_MS = 1_000;

Page({
  behaviors: [appearance],
  data: blankDetail,

  ...listing,
  ...takingPart,
  ...sharing,

  asked: { id: '', round: undefined as string | undefined },
  chain: undefined as ChainView | undefined,
  list: undefined as WindowedRows<ListedEntry, EntryRow> | undefined,
  filter: 'all' as EntryFilter,
  skew: 0,
  streak: 0,
  /** When the clock was looked at last. */
  ticked: Number.POSITIVE_INFINITY,
  ticking: undefined as ReturnType<typeof setInterval> | undefined,

  /** `scene`: out of a mini program code, which carries nothing but the id. */
  onLoad(query: Record<string, string | undefined>) {
    const { id, scene, round } = received(query);
    this.asked = { id: id ?? scene ?? '', round };
    this.list = peopleOf(this);
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
    if (this.typing !== undefined) clearTimeout(this.typing);
  },
  stopTicking() {
    if (this.ticking !== undefined) clearInterval(this.ticking);
  },
  serverNow(): number {
    return Date.now() + this.skew;
  },

  async load() {
    if (this.asked.id === '') return this.setData({ state: 'empty', goneTitle: copy.badCard });
    if (this.isNarrowed()) return this.refresh();
    const outcome = await this.list?.restart();
    if (outcome?.state === 'failed') return this.showFailure(outcome.error, outcome.now);
    if (outcome?.state !== 'ready') return;
    const isEmpty = (this.list?.items.length ?? 0) === 0;
    this.setData(
      {
        state: 'ready',
        keptAt: outcome.keptAt ?? 0,
        listState: isEmpty ? 'empty' : 'ready',
        ended: this.list?.isEnded ?? true,
        claimNote: claimNote(this.list?.items ?? []),
      },
      () => this.measure(),
    );
    void this.prepareShare();
    void this.countStreak();
  },
  /** Somebody looks at a part of the people: that stays as it is asked for. */
  async refresh() {
    const reply = await showChain(this.asked.id, this.asked.round);
    if (!reply.ok) return this.showFailure(reply.error, reply.now);
    this.skew = reply.now - Date.now();
    this.paint(reply.data.chain);
    this.setData({ keptAt: reply.keptAt ?? 0 });
    await this.askList();
  },
  /** A chain that is gone has a screen of its own; what is on the screen already stays there otherwise. */
  showFailure(error: Refusal, now: number) {
    if (error.code === 'NOT_FOUND' || error.code === 'GONE')
      return this.setData({ state: 'empty', goneTitle: copy.gone, view: null });
    if (this.data.view === null) this.setData(failureView(error, now, connection().online));
  },

  paint(chain: ChainView) {
    this.chain = chain;
    const now = this.serverNow();
    this.setData({
      state: 'ready',
      view: detailScreen(chain, now),
      round: roundBar(chain, this.streak),
      bar: joinBar(chain),
      mine: myEntries(chain.mine, ownEntry(chain), chain.fields, now),
      ...listView(chain, this.filter),
    });
  },
  /** Where opening, deadline or an offer passes, the server says what holds now. */
  tick() {
    const { chain } = this;
    const { view, mine } = this.data;
    if (chain === undefined || view === null) return;
    const now = this.serverNow();
    const last = this.ticked;
    this.ticked = now;
    const edges = [
      chain.opensAt,
      chain.closesAt,
      chain.purgeAt,
      ...chain.mine.map(({ offeredUntil }) => offeredUntil),
    ];
    if (edges.some(edge => edge !== undefined && last < edge && edge <= now)) return void this.load();
    const fresh = detailScreen(chain, now);
    if (fresh.timeLeft !== view.timeLeft || fresh.statement !== view.statement)
      this.setData({ 'view.timeLeft': fresh.timeLeft, 'view.statement': fresh.statement });
    const cards = myEntries(chain.mine, ownEntry(chain), chain.fields, now);
    if (cards.some((card, index) => card.hint !== mine[index]?.hint)) this.setData({ mine: cards });
  },
  /** 连续几次, of a recurring chain. Nothing waits for this. */
  async countStreak() {
    const { round, mine } = this.chain ?? {};
    if (round === undefined || mine === undefined) return;
    const reply = await showRounds(round.seriesId, round.date.slice(0, 7));
    if (!reply.ok || this.chain === undefined) return;
    this.streak = reply.data.streak;
    this.setData({ round: roundBar(this.chain, this.streak) });
  },

  entryOf(id: string) {
    const isIt = ({ entryId }: { entryId: string }) => entryId === id;
    return this.chain?.mine.find(isIt) ?? this.list?.items.find(isIt);
  },
  /** The reply knows nothing of my other entries. */
  onChanged({ chain, entry }: EntryReply) {
    const others = this.chain?.mine.filter(({ entryId }) => entryId !== entry.entryId) ?? [];
    this.paint({ ...chain, mine: [...others, entry] });
    // A scroll-view moves only when the value differs from the one before: to where my number stands.
    this.setData({ scrollTop: this.data.scrollTop === 0 ? 0.1 : 0 });
    void this.load();
  },

  onRound(event: Touched<{ date: string }>) {
    const { date } = event.currentTarget.dataset;
    const { round } = this.chain ?? {};
    if (round === undefined || date === '') return;
    this.asked = { id: round.seriesId, round: date };
    void this.load();
  },
  onCalendar() {
    open('/chain/pages/rounds/rounds', { id: this.chain?.round?.seriesId ?? this.asked.id });
  },
  onManage() {
    open('/chain/pages/panel/panel', { id: this.chain?.chainId ?? this.asked.id });
  },
  onPicture(event: Touched<{ index: number }>) {
    showPictures(this.data.view?.pictures ?? [], event.currentTarget.dataset.index);
  },
  onFold() {
    this.setData({ textOpened: !this.data.textOpened }, () => this.measure());
  },
  onMoreOrLess() {
    this.setData({ opened: !this.data.opened }, () => this.measure());
  },
  onGone() {
    wx.switchTab({ url: '/pages/chains/mine/mine' });
  },
  onRetry() {
    this.setData({ state: 'loading' });
    void this.load();
  },
});
