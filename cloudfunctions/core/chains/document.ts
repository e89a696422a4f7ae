import * as v from 'valibot';
import type { ChainDraft } from '../../../typings/contract/fields';
import { type SeatBook, seatBook } from '../seats/book';

/** What is stored; `scheduled`, `full` and "past its deadline" are seen from it and the clock. */
export type ChainState = 'checking' | 'open' | 'closed' | 'cancelled' | 'trashed';

export interface StaffMember {
  uid: string;
  name: string;
  role: 'volunteer' | 'organizer' | 'owner';
  successor: boolean;
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
  /** Of a round: the chain it belongs to and its day, `YYYY-MM-DD` in UTC+8. */
  series?: string;
  date?: string;
  /** Names of the people who are expected to answer. */
  roster?: string[];
  activityId?: string;
}

const instant = v.number();
const staffMember = v.object({
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
const state = v.picklist(['checking', 'open', 'closed', 'cancelled', 'trashed']);

const chainDocument: v.GenericSchema<unknown, ChainDocument> = v.object({
  _id: v.string(),
  request: v.string(),
  state,
  formerState: v.exactOptional(state),
  trashedAt: v.exactOptional(instant),
  purgeAt: v.exactOptional(instant),
  createdAt: instant,
  rev: v.number(),
  settings,
  staff: v.array(staffMember),
  staffUids: v.array(v.string()),
  book: seatBook,
  announcement: v.exactOptional(v.object({ text: v.string(), at: instant })),
  verdict: v.exactOptional(v.picklist(['go', 'cancel'])),
  series: v.exactOptional(v.string()),
  date: v.exactOptional(v.string()),
  roster: v.exactOptional(v.array(v.string())),
  activityId: v.exactOptional(v.string()),
});

export const parseChain = (document: unknown): ChainDocument => v.parse(chainDocument, document);
