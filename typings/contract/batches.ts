import type { Quota } from './errors';
import type { ItemFilter, ItemKind } from './items';

/** Either the ids ticked by hand (≤ 5,000), or all that match a filter save the ones unticked. */
export type Selection = { ids: string[] } | { filter: ItemFilter; except?: string[] };

/** Why people stop following; asked after a removal, never required. */
export type RemovalReason =
  | 'outdated'
  | 'adverts'
  | 'too-frequent'
  | 'not-needed'
  | 'privacy'
  | 'by-mistake'
  | 'other';

/** What a removal may bring about. `review`: people check the account; `slow-mode`: 5 a day for 7 days. */
export type Risk = 'review' | 'slow-mode';

/** The frozen list. Nothing changes until it is committed; valid until `expiresAt` (10 min). */
export interface BatchPreview {
  batchId: string;
  kind: ItemKind;
  /** Items that will be removed. */
  count: number;
  /** First 60 of them, in list order. */
  sample: { id: string; name: string; targetType: string }[];
  /** Items left alone because they are protected: how many, and the first 20 names. */
  skipped: { count: number; names: string[] };
  /** Likes left alone because their content is locked; `until`: when the first of them opens. */
  locked?: { count: number; names: string[]; until: number };
  risks?: Risk[];
  /** How many can go at once and how many wait for later days. `laterAt` when `later` > 0. */
  now: number;
  later: number;
  laterAt?: number;
  quota: Quota;
  expiresAt: number;
  /** Until when a commit made now could be undone. */
  undoUntil: number;
}

/** frozen → running ⇄ paused → done | cancelled; `waiting`: the rest goes on at `resumeAt`. */
export type BatchState = 'frozen' | 'running' | 'paused' | 'waiting' | 'done' | 'cancelled';

export interface BatchView {
  batchId: string;
  kind: ItemKind;
  state: BatchState;
  total: number;
  /** Position: items handled so far, whatever their outcome. */
  handled: number;
  removed: number;
  /** Handled but not removed: protected, deleted or changed meanwhile. */
  left: number;
  /** Waiting for later days. */
  later: number;
  resumeAt?: number;
  committedAt: number;
  /** undefined when there is nothing left to undo. */
  undoUntil?: number;
  undone: boolean;
  /** What its owner answered when asked why. */
  reasons?: RemovalReason[];
  /** How many of it are in the trash now: what an undo would bring back. In `batches.list` only. */
  restorable?: number;
}

export type BatchOutcome = 'removed' | 'restored' | 'left' | 'waiting' | 'cancelled' | 'erased';

export interface BatchItemResult {
  id: string;
  /** Absent once the item is erased. */
  name?: string;
  outcome: BatchOutcome;
}
