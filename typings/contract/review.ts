import type { PageOf } from './api';

export type ReviewReason = 'unlike.review' | 'unlike.ratio' | 'same-network';
export type ReviewDecision = 'lift' | 'keep' | 'restrict';

/** What an administrator sees: numbers and instants, never what was liked and never an openid or address. */
export interface ReviewCase {
  caseId: string;
  reason: ReviewReason;
  /** Opaque ids of the accounts it is about; one save for `same-network`. */
  uids: string[];
  openedAt: number;
  evidence: {
    /** `unlike.review`: instants of the cancels within 24 h, and the limit that was passed. */
    cancelledAt?: number[];
    limit?: number;
    /** `unlike.ratio` */
    likesAtStart?: number;
    cancelled?: number;
    windowStart?: number;
    /** `same-network`: when each account cancelled. */
    accounts?: { uid: string; at: number }[];
  };
  /** Slow mode that is on now. */
  slowUntil?: number;
  decision?: ReviewDecision;
  decidedAt?: number;
  note?: string;
}

export interface ReviewApi {
  /** Newest first, 20 a page. Administrators only. */
  'review.list': { input: { state: 'open' | 'decided'; cursor?: string }; data: PageOf<ReviewCase> };
  /** lift: slow mode ends and the case is closed; keep: the case is closed, what is on stays; restrict: 7 days of slow
   *  mode from now. Each decision is logged. A case is decided once: CONFLICT afterwards. Administrators only. */
  'review.decide': {
    input: { caseId: string; decision: ReviewDecision; note?: string };
    data: { case: ReviewCase };
  };
}
