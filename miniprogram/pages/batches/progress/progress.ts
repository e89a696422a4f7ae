import type { Reply } from '../../../../typings/contract/api';
import type { BatchItemResult, BatchView, RemovalReason } from '../../../../typings/contract/batches';
import { appearance, currentLook, nameRoom } from '../../../components/appearance/appearance';
import { progress as copy, survey } from '../../../copy/batches';
import { common } from '../../../copy/common';
import type { Told } from '../../../platform/events';
import { back, open, received } from '../../../platform/navigation';
import { readStored, writeStored } from '../../../platform/storage';
import { isOnline, windowHeight } from '../../../platform/system';
import { ask, toast } from '../../../platform/toast';
import {
  advanceBatch,
  answerSurvey,
  cancelBatch,
  pauseBatch,
  resumeBatch,
  showBatch,
  undoBatch,
} from '../../../services/batches';
import type { ItemRow } from '../../../view/item-row';
import { grouped } from '../../../view/numbers';
import { isOvertaken, type ProgressScreen, progressScreen, resultRow } from '../../../view/progress-screen';
import { failureView, refusalText } from '../../../view/refusal';
import { fitted, heightOfLines } from '../../../view/row-room';
import { WindowedRows } from '../../../view/windowed-rows';

/** The batch whose survey was skipped last: it is not asked again on coming back. */
const SKIPPED_KEY = 'survey-skipped';
const isText = (value: unknown): value is string => typeof value === 'string';

Page({
  behaviors: [appearance],
  data: {
    t: { ...common, ...copy },
    state: 'loading',
    failure: '',
    view: { percent: 0, numbers: [] } as unknown as ProgressScreen,
    rows: [] as ItemRow[],
    padTop: 0,
    padBottom: 0,
    busy: false,
    /** The survey. */
    skipped: false,
    /** Why the work does not go on; blank while it does. */
    stuck: '',
  },

  batchId: '',
  batch: undefined as BatchView | undefined,
  results: undefined as WindowedRows<BatchItemResult, ItemRow> | undefined,
  visible: false,
  working: false,

  onLoad(query: Record<string, string | undefined>) {
    this.batchId = received(query)['id'] ?? '';
    this.setData({ skipped: readStored(SKIPPED_KEY, isText) === this.batchId });
    this.results = new WindowedRows<BatchItemResult, ItemRow>({
      load: cursor => this.loadResults(cursor),
      toRow: result => fitted(resultRow(result), nameRoom()),
      extraOf: result =>
        heightOfLines(fitted(resultRow(result), nameRoom()).moreLines ?? 0, currentLook().size),
      publish: patch => this.setData(patch),
      rowHeight: currentLook().rowHeight,
      viewHeight: windowHeight(),
    });
  },
  onShow() {
    this.visible = true;
    void this.load();
  },
  onHide() {
    this.visible = false;
  },
  onUnload() {
    this.visible = false;
  },

  async loadResults(
    cursor: string | undefined,
  ): Promise<Reply<{ items: BatchItemResult[]; cursor?: string }>> {
    const reply = await showBatch(this.batchId, cursor);
    if (!reply.ok) return reply;
    if (cursor === undefined) this.paint(reply.data.batch, reply.now);
    return { ...reply, data: reply.data.results };
  },

  async load() {
    const outcome = await this.results?.restart();
    if (outcome?.state === 'failed') {
      this.setData(failureView(outcome.error, outcome.now, await isOnline()));
    }
    if (outcome?.state !== 'ready') return;
    this.setData({ state: 'ready' });
    await this.work();
  },

  /** Drives the slices while the screen is open; when it is closed the timer does. */
  async work() {
    if (this.working) return;
    this.working = true;
    const worked = this.batch?.state === 'running';
    while (this.visible && this.batch?.state === 'running') {
      const reply = await advanceBatch(this.batchId);
      this.setData({ stuck: reply.ok ? '' : failureView(reply.error, reply.now, await isOnline()).failure });
      if (!reply.ok) break;
      if (!isOvertaken(this.batch?.state, reply.data.state)) this.paint(reply.data, reply.now);
    }
    this.working = false;
    if (worked) await this.results?.restart();
  },

  paint(batch: BatchView, now: number) {
    this.batch = batch;
    this.setData({ view: progressScreen(batch, now) });
  },

  /** One answer at a time; what it says of the batch is shown at once. undefined when refused (and said so). */
  async act<T>(
    action: (batchId: string) => Promise<Reply<T>>,
    batchOf: (data: T) => BatchView,
  ): Promise<T | undefined> {
    if (this.data.busy) return undefined;
    this.setData({ busy: true });
    const reply = await action(this.batchId);
    this.setData({ busy: false });
    if (!reply.ok) {
      toast(refusalText(reply.error, reply.now));
      return undefined;
    }
    this.paint(batchOf(reply.data), reply.now);
    await this.results?.restart();
    void this.work();
    return reply.data;
  },
  onPause() {
    void this.act(pauseBatch, batch => batch);
  },
  onResume() {
    void this.act(resumeBatch, batch => batch);
  },
  async onStop() {
    const waits = this.batch?.state === 'waiting';
    const title = waits ? copy.cancelRestTitle : copy.stopTitle;
    const text = waits ? copy.cancelRestText(grouped(this.batch?.later ?? 0)) : copy.stopText;
    if (await ask(title, text, copy.stopYes, common.back)) await this.act(cancelBatch, batch => batch);
  },
  /** One tap: taking back loses nothing, so nothing is asked. */
  async onUndoAll() {
    const undone = await this.act(undoBatch, ({ batch }) => batch);
    if (undone) toast(copy.undoneCounts(grouped(undone.restored), grouped(undone.gone)));
  },

  async onReasons(event: Told<{ reasons: RemovalReason[] }>) {
    const { batch } = this;
    if (batch === undefined) return;
    const answered = await this.act(
      () => answerSurvey(batch, event.detail.reasons),
      answer => answer,
    );
    if (answered) toast(survey.thanks);
  },
  onSkipSurvey() {
    writeStored(SKIPPED_KEY, this.batchId);
    this.setData({ skipped: true });
  },

  onScroll(event: Told<{ scrollTop: number }>) {
    if (this.results?.onScroll(event.detail.scrollTop)) void this.results.more();
  },
  onChecklist() {
    open('trash/checklist/checklist', { batch: this.batchId });
  },
  onRetry() {
    this.setData({ state: 'loading', stuck: '' });
    void this.load();
  },
  onBack() {
    back();
  },
});
