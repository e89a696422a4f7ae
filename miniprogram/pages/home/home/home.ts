import type { ItemKind, Suggestion } from '../../../../typings/contract/items';
import type { FontMode } from '../../../../typings/contract/people';
import {
  appearance,
  currentLook,
  knownSettings,
  rememberSettings,
} from '../../../components/appearance/appearance';
import { common } from '../../../copy/common';
import { home as copy } from '../../../copy/home';
import { fontModes, me } from '../../../copy/people';
import type { Touched } from '../../../platform/events';
import { open } from '../../../platform/navigation';
import { readStored, writeStored } from '../../../platform/storage';
import { isOnline } from '../../../platform/system';
import { choose, toast } from '../../../platform/toast';
import { showHome } from '../../../services/home';
import { changeSettings } from '../../../services/people';
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
import { failureView, refusalText } from '../../../view/refusal';

/** Where the first-use guide stands: 1–3, 4 when finished or skipped. */
const GUIDE_KEY = 'guide-step';
const GUIDE_OVER = 4;
const isStep = (value: unknown): value is number => typeof value === 'number' && value >= 1;

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
    t: { ...common, ...copy },
    state: 'loading',
    failure: '',
    /** Why what is shown may be old. */
    notice: '',
    guideStep: 0,
    empty: false,
    cards: [] as HomeCard[],
    suggestions: [] as SuggestionCard[],
    batches: [] as BatchCard[],
    waysIn,
    afterwards: [] as Entry[],
  },

  given: [] as Suggestion[],
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
    const reply = await showHome();
    if (turn !== this.turn) return;
    if (!reply.ok) {
      const online = await isOnline();
      // What is on the screen already stays there.
      if (this.data.state === 'ready') this.setData({ notice: online ? common.notFresh : common.offline });
      else this.setData(failureView(reply.error, reply.now, online));
      return;
    }
    const { data, now } = reply;
    const changed = JSON.stringify(data.me.settings) !== JSON.stringify(knownSettings());
    rememberSettings(data.me.settings);
    if (changed) this.setData({ look: currentLook() });
    this.given = bySize(data.suggestions);
    const total = data.counts.follow + data.counts.like + data.counts.favorite;
    this.setData({
      state: 'ready',
      notice: '',
      cards: homeCards(data, now),
      suggestions: this.given.map(suggestionCard),
      batches: data.unfinished.map(batch => batchCard(batch, now)),
      empty: total === 0,
      afterwards: afterwards(data.counts.trash > 0, total > 0),
      guideStep: this.guideStep(total),
    });
  },

  /** The guide starts only on an empty account and goes on by itself once something was brought in. */
  guideStep(total: number): number {
    const step = readStored(GUIDE_KEY, isStep) ?? (total === 0 ? 1 : GUIDE_OVER);
    const next = step === 1 && total > 0 ? 2 : step;
    writeStored(GUIDE_KEY, next);
    return next;
  },
  moveGuide(step: number) {
    writeStored(GUIDE_KEY, step);
    this.setData({ guideStep: step });
  },
  onGuideGo() {
    const { guideStep } = this.data;
    if (guideStep === 1) open('imports/import/import', { kind: 'follow' });
    else this.moveGuide(guideStep + 1);
    if (guideStep === 2) open('items/list/list', { kind: 'follow' });
  },
  onGuideSkip() {
    this.moveGuide(GUIDE_OVER);
  },

  onCard(event: Touched<{ id: ItemKind | 'trash' }>) {
    const { id } = event.currentTarget.dataset;
    if (id === 'trash') open('trash/list/list');
    else open('items/list/list', { kind: id });
  },
  /** The tab of that name, for those who look for it here. */
  onChains() {
    wx.switchTab({ url: '/pages/chains/mine/mine' });
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

  /** The size of letters can be changed from the first screen, without looking for settings. */
  async onFont() {
    const modes = Object.keys(fontModes) as FontMode[];
    const index = await choose(modes.map(mode => fontModes[mode]));
    const fontMode = index === undefined ? undefined : modes[index];
    if (fontMode === undefined) return;
    rememberSettings({ ...knownSettings(), fontMode });
    this.setData({ look: currentLook() });
    const reply = await changeSettings({ fontMode });
    toast(reply.ok ? me.saved : refusalText(reply.error, reply.now));
  },
});
