import type { ReviewCase } from '../../../typings/contract/review';
import { limitOf, SLOW_MS } from '../limits/policies';
import { dayNumber, type LimitsState } from '../limits/rules';
import { isRatioPassed, recentCancels } from '../limits/unlike-rules';
import type { ReviewDocument } from './document';

/** A case to be opened; `key` names it: the same key is the same case, however often it is found. */
export interface Finding {
  reason: ReviewDocument['reason'];
  key: string;
  uids: string[];
  evidence: ReviewDocument['evidence'];
}

/** More likes were cancelled within 24 h than passes without a look: one case for each day (of the last cancel). */
export function reviewFinding(uid: string, state: LimitsState, now: number): Finding | undefined {
  const cancelledAt = recentCancels(state, now);
  const limit = limitOf('unlike.review', state.grade);
  const last = cancelledAt.at(-1);
  if (cancelledAt.length <= limit || last === undefined) return undefined;
  return {
    ...{ reason: 'unlike.review', key: `${uid} ${dayNumber(last)}`, uids: [uid] },
    evidence: { cancelledAt, limit },
  };
}

/** The ratio of a window was passed and has not brought slow mode yet: one case for each window. */
export function ratioFinding(uid: string, state: LimitsState, now: number): Finding | undefined {
  const { likes, cancelled, startedAt, slowed } = state.unlikes;
  if (slowed || !isRatioPassed(state, now)) return undefined;
  return {
    ...{ reason: 'unlike.ratio', key: `${uid} ${startedAt}`, uids: [uid] },
    evidence: { likesAtStart: likes, cancelled: cancelled.length, windowStart: startedAt },
  };
}

/** When slow mode ends by a decision made at `decidedAt`; undefined when the decision leaves it as it is. */
export function slowUntilBy({ decision, decidedAt }: ReviewDocument): number | undefined {
  if (decidedAt === undefined || decision === undefined || decision === 'keep') return undefined;
  return decision === 'lift' ? decidedAt : decidedAt + SLOW_MS;
}

/** `slowUntil`: the latest end of slow mode among the accounts. */
export function caseView(document: ReviewDocument, slowUntil: number, now: number): ReviewCase {
  const { _id, reason, uids, openedAt, evidence, decision, decidedAt, note } = document;
  return {
    ...{ caseId: _id, reason, uids, openedAt, evidence },
    ...(slowUntil > now && { slowUntil }),
    ...(decision && { decision }),
    ...(decidedAt !== undefined && { decidedAt }),
    ...(note !== undefined && { note }),
  };
}
