import * as v from 'valibot';
import { itemDocument } from '../items/document';
import { itemKind } from '../items/schema';
import { removalReason } from './schema';

export const BATCH_STATES = ['frozen', 'running', 'paused', 'waiting', 'done', 'cancelled'] as const;

export const batchDocument = v.object({
  _id: v.string(),
  owner: v.string(),
  kind: itemKind,
  state: v.picklist(BATCH_STATES),
  /** What was frozen, in list order; left out where only the view is needed. */
  ids: v.optional(v.array(v.string()), []),
  total: v.number(),
  /** Items handled so far: the index of the next one. */
  position: v.number(),
  /** Index up to which the quota is taken. */
  chargedTo: v.number(),
  /** Index up to which the quota was promised by the preview. */
  plannedTo: v.number(),
  removed: v.number(),
  left: v.number(),
  createdAt: v.number(),
  expiresAt: v.number(),
  committedAt: v.optional(v.number(), 0),
  resumeAt: v.optional(v.number()),
  /** Last write of any runner: an older one means that it was killed. */
  touchedAt: v.number(),
  undoUntil: v.optional(v.number()),
  undone: v.boolean(),
  /** The owner's grade, as frozen: how often a content may be cancelled hangs on it. */
  grade: v.optional(v.picklist(['ordinary', 'verified']), 'ordinary'),
  /** What the first charge has to begin, as far as the preview knew: the limits document, or the 30 days of a ratio. */
  begins: v.optional(v.picklist(['document', 'window'])),
  /** Why, as the owner said afterwards. */
  reasons: v.optional(v.array(removalReason)),
});

export type BatchDocument = v.InferOutput<typeof batchDocument>;

export const parseBatch = (document: unknown): BatchDocument => v.parse(batchDocument, document);

/** What tells what became of an item: of a thousand whole ones a reply would pass its 1 MB. */
export const itemFate = v.pick(itemDocument, ['_id', 'state', 'batchId', 'trashedAt', 'purgeAt']);
export type ItemFate = v.InferOutput<typeof itemFate>;
