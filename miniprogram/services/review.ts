import type { ReviewDecision } from '../../typings/contract/review';
import { call } from './cloud';

/** The server's limit for the note of a decision. */
export const MAX_NOTE = 200;

export const listReviewCases = (state: 'open' | 'decided', cursor?: string) =>
  call('review.list', cursor === undefined ? { state } : { state, cursor });

export const decideReviewCase = (caseId: string, decision: ReviewDecision, note: string) =>
  call('review.decide', { caseId, decision, ...(note === '' ? {} : { note }) });
