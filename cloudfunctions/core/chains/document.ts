import * as v from 'valibot';
import type { ChainEvent } from '../../../typings/contract/chains';
import type { ChainDraft } from '../../../typings/contract/fields';
import { type Fact, fact } from '../notices/facts';
import { type SeatBook, seatBook } from '../seats/book';

/**
 * What is stored; `scheduled`, `full` and "past its deadline" are seen from it and the clock. erasing: its 72 hours are over
 * and parts of it may be gone already: there is no way back.
 */
export type ChainState = 'checking' | 'open' | 'closed' | 'cancelled' | 'trashed' | 'erasing';

/** An event of the history that was written together with what it tells of. */
export interface LoggedEvent extends ChainEvent {
  _id: string;
  /** Whose names are in `by` and `subject`: for finding them, never shown. */
  uid?: string;
  about?: string[];
}

export interface StaffMember {
  uid: string;
  name: string;
  role: 'volunteer' | 'organizer' | 'owner';
  successor: boolean;
}

/** The series as a round last saw it: its version, the revision of its settings, its state while it was not trashed. */
export interface Followed {
  version: number;
  rev: number;
  state: ChainState;
}

/** A chain with its seat book: one document of `chains`. A round of a recurring chain is a chain of its own. */
export interface ChainDocument {
  _id: string;
  /** Request that made it. */
  request: string;
  state: ChainState;
  /** `trashed`: the state it goes back to. */
  formerState?: ChainState;
  trashedAt?: number;
  purgeAt?: number;
  createdAt: number;
  /** When personal fields are to be erased next. */
  eraseAt?: number;
  /** Of the settings. */
  rev: number;
  settings: ChainDraft;
  /** The owner first. */
  staff: StaffMember[];
  /** Uids of `staff`, for finding. */
  staffUids: string[];
  book: SeatBook;
  announcement?: { text: string; at: number };
  verdict?: 'go' | 'cancel';
  cancelReason?: string;
  /** What people are to be told of; sent and taken out by the courier. */
  outbox: Fact[];
  /** Latest events; older ones are in `chain_events`. */
  log: LoggedEvent[];
  /** Of a recurring chain: counts its changes; `unspread`: its rounds may not have the last of them yet. */
  version: number;
  unspread?: true;
  /** Of a round: what it last took over from its series. */
  follows?: Followed;
  /** Of a round: the chain it belongs to and its day, `YYYY-MM-DD` in UTC+8. */
  series?: string;
  date?: string;
  activityId?: string;
}

const instant = v.number();
export const staffMember = v.object({
  uid: v.string(),
  name: v.string(),
  role: v.picklist(['volunteer', 'organizer', 'owner']),
  successor: v.boolean(),
});

/** Settings were validated when they were written; only their outline is looked at again. */
const settings = v.custom<ChainDraft>(
  value => typeof value === 'object' && value !== null && 'title' in value && 'fields' in value,
  'settings',
);
export const chainState = v.picklist(['checking', 'open', 'closed', 'cancelled', 'trashed', 'erasing']);
/** Written by the program alone, shown and never decided on. */
const event = v.custom<LoggedEvent>(value => typeof value === 'object' && value !== null && '_id' in value);

export const followed = v.object({ version: v.number(), rev: v.number(), state: chainState });
export const announcement = v.object({ text: v.string(), at: instant });

const chainDocument: v.GenericSchema<unknown, ChainDocument> = v.object({
  _id: v.string(),
  request: v.string(),
  state: chainState,
  formerState: v.exactOptional(chainState),
  trashedAt: v.exactOptional(instant),
  purgeAt: v.exactOptional(instant),
  createdAt: instant,
  eraseAt: v.exactOptional(instant),
  rev: v.number(),
  settings,
  staff: v.array(staffMember),
  staffUids: v.array(v.string()),
  book: seatBook,
  announcement: v.exactOptional(announcement),
  verdict: v.exactOptional(v.picklist(['go', 'cancel'])),
  cancelReason: v.exactOptional(v.string()),
  outbox: v.optional(v.array(fact), []),
  log: v.optional(v.array(event), []),
  version: v.optional(v.number(), 0),
  unspread: v.exactOptional(v.literal(true)),
  follows: v.exactOptional(followed),
  series: v.exactOptional(v.string()),
  date: v.exactOptional(v.string()),
  activityId: v.exactOptional(v.string()),
});

export const parseChain = (document: unknown): ChainDocument => v.parse(chainDocument, document);
