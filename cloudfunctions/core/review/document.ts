import * as v from 'valibot';
import type { ReviewDecision, ReviewReason } from '../../../typings/contract/review';

export const DECISIONS = ['lift', 'keep', 'restrict'] as const satisfies ReviewDecision[];
const REASONS = ['unlike.review', 'unlike.ratio', 'same-network'] as const satisfies ReviewReason[];

const evidence = v.object({
  cancelledAt: v.exactOptional(v.array(v.number())),
  limit: v.exactOptional(v.number()),
  likesAtStart: v.exactOptional(v.number()),
  cancelled: v.exactOptional(v.number()),
  windowStart: v.exactOptional(v.number()),
  accounts: v.exactOptional(v.array(v.object({ uid: v.string(), at: v.number() }))),
});

export const reviewDocument = v.object({
  _id: v.string(),
  reason: v.picklist(REASONS),
  uids: v.array(v.string()),
  /** `decided` once the decision has taken effect; until then a repeat of it goes on. */
  state: v.picklist(['open', 'decided']),
  openedAt: v.number(),
  evidence,
  decision: v.exactOptional(v.picklist(DECISIONS)),
  decidedAt: v.exactOptional(v.number()),
  /** Opaque id of the administrator. */
  decidedBy: v.exactOptional(v.string()),
  note: v.exactOptional(v.string()),
});
export type ReviewDocument = v.InferOutput<typeof reviewDocument>;

export const parseCase = (document: unknown): ReviewDocument => v.parse(reviewDocument, document);
