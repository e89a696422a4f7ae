import type { ReviewCase, ReviewDecision } from '../../../../typings/contract/review';
import { appearance } from '../../../components/appearance/appearance';
import { common } from '../../../copy/common';
import { review as copy, decisions } from '../../../copy/review';
import type { Told, Touched } from '../../../platform/events';
import { isOnline } from '../../../platform/system';
import { ask, toast } from '../../../platform/toast';
import { decideReviewCase, listReviewCases, MAX_NOTE } from '../../../services/review';
import { failureView, refusalText } from '../../../view/refusal';
import { type CaseRow, caseRow, decisionButtons, stateChips } from '../../../view/review-screen';

type State = 'open' | 'decided';

/** For administrators; the server refuses everybody else. */
Page({
  behaviors: [appearance],
  data: {
    t: { ...common, ...copy },
    state: 'loading',
    failure: '',
    chips: stateChips('open'),
    shown: 'open' as State,
    rows: [] as CaseRow[],
    buttons: decisionButtons,
    maxNote: MAX_NOTE,
    /** The case whose decision is being written; blank when none is. */
    acting: '',
    note: '',
    busy: false,
    more: '',
  },

  cases: [] as ReviewCase[],
  cursor: undefined as string | undefined,
  /** Of the latest question; answers to older ones are dropped. */
  asked: 0,

  onLoad() {
    void this.load();
  },

  async load() {
    this.asked += 1;
    this.cases = [];
    this.cursor = undefined;
    await this.add(undefined);
  },
  async add(cursor: string | undefined) {
    const { asked } = this;
    const { shown } = this.data;
    const reply = await listReviewCases(shown, cursor);
    if (asked !== this.asked) return;
    if (!reply.ok) {
      this.cursor = cursor;
      if (cursor === undefined) this.setData(failureView(reply.error, reply.now, await isOnline()));
      else this.setData({ more: copy.moreFailed });
      return;
    }
    this.cases = [...this.cases, ...reply.data.items];
    this.cursor = reply.data.cursor;
    this.setData({
      state: this.cases.length > 0 ? 'ready' : 'empty',
      rows: this.cases.map(one => caseRow(one, shown, reply.now)),
      more: this.cursor === undefined ? '' : copy.more,
      acting: '',
      note: '',
    });
  },
  /** A second tap while the first is on its way finds no cursor. */
  onMore() {
    const { cursor } = this;
    this.cursor = undefined;
    if (cursor !== undefined) void this.add(cursor);
  },
  onState(event: Told<{ id: State }>) {
    const shown = event.detail.id;
    this.setData({ shown, chips: stateChips(shown), state: 'loading' });
    void this.load();
  },
  onRetry() {
    this.setData({ state: 'loading' });
    void this.load();
  },

  onAct(event: Touched<{ id: string }>) {
    const { id } = event.currentTarget.dataset;
    this.setData({ acting: this.data.acting === id ? '' : id, note: '' });
  },
  onNote(event: Told<{ value: string }>) {
    this.setData({ note: event.detail.value });
  },
  async onDecide(event: Touched<{ decision: ReviewDecision }>) {
    const { decision } = event.currentTarget.dataset;
    const { acting, note, busy } = this.data;
    if (busy || acting === '') return;
    if (!(await ask(decisions[decision].ask, decisions[decision].effect, common.confirm, common.back)))
      return;
    this.setData({ busy: true });
    const reply = await decideReviewCase(acting, decision, note.trim());
    this.setData({ busy: false });
    const conflict = !reply.ok && reply.error.code === 'CONFLICT';
    if (reply.ok) toast(copy.done);
    else toast(conflict ? copy.conflict : refusalText(reply.error, reply.now));
    if (reply.ok || conflict) await this.load();
  },
});
