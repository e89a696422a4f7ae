import * as v from 'valibot';
import type { ChainEvent } from '../../../typings/contract/chains';
import type { Answer, EntryStatus, PaymentState } from '../../../typings/contract/entries';

/** What happened to an entry and who did it; absent for the program itself. Never holds a personal field. */
export interface EntryEvent {
  at: number;
  what: ChainEvent['what'];
  uid?: string;
  /** Display name of who did it. */
  name?: string;
  detail?: string;
}

/** Why and when an entry lost its place. Counts from when the book does not hold it any more. */
export interface Ended {
  status: Extract<EntryStatus, 'left' | 'removed' | 'expired' | 'declined'>;
  at: number;
  reason?: string;
}

/**
 * What one entry says, under its own id in `entries`. Written before the seat is taken: whether it has one, and which, says the
 * chain's book alone.
 */
export interface EntryDocument {
  _id: string;
  chain: string;
  /** Of the request that made it. */
  request: string;
  /** Who finds it among their own: whose it is, or who made it for somebody. */
  people: string[];
  uid?: string;
  /** Who made it, when that is not `uid`; their name as it is shown. */
  by?: string;
  byName?: string;
  keyedIn?: true;
  name: string;
  places: number;
  /** Of fields that are not personal. */
  answers: Record<string, Answer>;
  /** Of personal fields: JSON, encrypted for this entry and field. Absent when there are none, or they were erased. */
  sealed?: Record<string, string>;
  /** Who wrote the sealed ones: reads them beside the organizers. */
  author?: string;
  /** Its person took it over from who made it, and may be anybody: does not read what they did not write. */
  claimed?: true;
  at: number;
  payment: PaymentState;
  /** What was paid when an amount was named, fen. */
  paidFen?: number;
  /** Of staff, for staff. */
  note?: string;
  /** When WeChat was last asked about its texts; there while they wait for its answer. */
  checkedAt?: number;
  /** From when on the janitor may look whether it got a seat; gone once it did. */
  unseatedAt?: number;
  /** The run that wrote or found it last: nobody else may take it away. Goes with `unseatedAt`. */
  attempt?: string;
  ended?: Ended;
  /** The personal answers were erased; says by which erasure. */
  erasedFor?: number;
  /** Oldest first, ≤ 40. */
  events: EntryEvent[];
}

/** A list that was cut off here still tells the last of what happened. */
export const EVENTS_MAX = 40;

const answer = v.union([v.string(), v.number(), v.array(v.string()), v.record(v.string(), v.number())]);
/** The database keeps no empty objects everywhere: a missing map is an empty one. */
const answers = v.optional(v.record(v.string(), answer), {});

export const entryEvent: v.GenericSchema<unknown, EntryEvent> = v.object({
  at: v.number(),
  what: v.custom<ChainEvent['what']>(value => typeof value === 'string'),
  uid: v.exactOptional(v.string()),
  name: v.exactOptional(v.string()),
  detail: v.exactOptional(v.string()),
});

const ended = v.object({
  status: v.picklist(['left', 'removed', 'expired', 'declined']),
  at: v.number(),
  reason: v.exactOptional(v.string()),
});

const entryDocument: v.GenericSchema<unknown, EntryDocument> = v.object({
  _id: v.string(),
  chain: v.string(),
  request: v.string(),
  people: v.optional(v.array(v.string()), []),
  uid: v.exactOptional(v.string()),
  by: v.exactOptional(v.string()),
  byName: v.exactOptional(v.string()),
  keyedIn: v.exactOptional(v.literal(true)),
  name: v.string(),
  places: v.number(),
  answers,
  sealed: v.exactOptional(v.record(v.string(), v.string())),
  author: v.exactOptional(v.string()),
  claimed: v.exactOptional(v.literal(true)),
  at: v.number(),
  payment: v.picklist(['unpaid', 'paid', 'refunded']),
  paidFen: v.exactOptional(v.number()),
  note: v.exactOptional(v.string()),
  checkedAt: v.exactOptional(v.number()),
  unseatedAt: v.exactOptional(v.number()),
  attempt: v.exactOptional(v.string()),
  ended: v.exactOptional(ended),
  erasedFor: v.exactOptional(v.number()),
  // Lists are read without them.
  events: v.optional(v.array(entryEvent), []),
});

export const parseEntry = (document: unknown): EntryDocument => v.parse(entryDocument, document);
