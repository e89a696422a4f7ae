import type { PageOf } from './api';
import type { ChainView } from './chains';

/**
 * text, paragraph, phone, date (`YYYY-MM-DD`): a string; number: a number; single: an option's id; multiple: ids; counted
 * multiple: how many of each id.
 */
export type Answer = string | number | string[] | Record<string, number>;

/** in: holds a place; offered: holds one until `offeredUntil` and must confirm; waiting; asking: to be approved. The others hold nothing. */
export type EntryStatus =
  | 'in'
  | 'offered'
  | 'waiting'
  | 'asking'
  | 'left'
  | 'removed'
  | 'expired'
  | 'declined';

export type PaymentState = 'unpaid' | 'paid' | 'refunded';

/** An entry as its reader may see it: what they may not see is masked ("138****5678", "张*") or left out by the server. */
export interface EntryView {
  entryId: string;
  /** Given in the order of joining; stays, also through waiting and promotion; a rejoin gets a new one. */
  number: number;
  name: string;
  /** Who entered it, when that is not the person: 由 X 代报. */
  by?: string;
  keyedIn?: boolean;
  status: EntryStatus;
  /** 1 is next. `waiting` only. */
  waitPosition?: number;
  offeredUntil?: number;
  places: number;
  answers: Record<string, Answer>;
  /** Its text waits for WeChat's check: only organizers and its owner see it. */
  checking?: boolean;
  joinedAt: number;
  /** What it costs in fen; absent when nothing has a price. Organizers and its own people see it. */
  amountFen?: number;
  payment?: PaymentState;
  paidFen?: number;
  /** My own entry, or one I made for somebody else. */
  mine: 'own' | 'for-other' | 'no';
  canEdit: boolean;
  canLeave: boolean;
  /** Somebody else entered it, and I have no entry of my own. */
  canClaim: boolean;
  /** Of organizers, for organizers. */
  note?: string;
  /** Why it was removed or declined; told to the person. */
  reason?: string;
  /** Not of the days in which the round ran: 补卡. */
  madeUp?: boolean;
}

export interface EntryFields {
  /** 1–20 characters. */
  name: string;
  answers: Record<string, Answer>;
  /** 1 when absent. */
  places?: number;
}

export type EntryFilter = 'all' | 'in' | 'waiting' | 'asking' | 'unpaid' | 'gone';

/** Somebody one enters often. */
export interface Contact {
  id: string;
  name: string;
  /** 家人, 邻居…, ≤ 10 characters. */
  relation?: string;
  phone?: string;
}

export interface ContactsView {
  /** What one's own form begins with. */
  me: { name?: string; phone?: string };
  /** ≤ 30, as they were put. */
  others: Contact[];
}

/** Answer to a call that changed one entry. */
export interface EntryReply {
  entry: EntryView;
  chain: ChainView;
}

export interface EntriesApi {
  /**
   * Takes a place, or one on the waiting list. The same request id gives the first result again. Refusals: FULL, CLOSED,
   * NOT_OPEN_YET, ALREADY_JOINED, GONE, CONTENT_REFUSED, RATE_LIMITED (chain.write), TOO_LARGE (20 entries a person).
   * `forOther`: the name is somebody else's; the same name twice by one person is ALREADY_JOINED.
   * `byName` (1–20 characters): with `forOther`, how the one who makes it is called (由 X 代报). `remember`: keep name and
   * phone for the next form.
   */
  'chains.join': {
    input: {
      chainId: string;
      requestId: string;
      forOther?: boolean;
      byName?: string;
      remember?: boolean;
    } & EntryFields;
    data: EntryReply;
  };
  /** Volunteers: somebody who phoned in; belongs to nobody's account, claimable. */
  'chains.keyIn': { input: { chainId: string; requestId: string } & EntryFields; data: EntryReply };
  /** One's own or one made for somebody, until the deadline; organizers any, always. More places are checked like a join. */
  'chains.editEntry': {
    input: { chainId: string; entryId: string } & Partial<EntryFields>;
    data: EntryReply;
  };
  /** One's own or one made for somebody, until the deadline. Idempotent. The place goes to who waits next. */
  'chains.leave': { input: { chainId: string; entryId: string }; data: EntryReply };
  /** Organizers, with a reason (1–100 characters) that the person is shown. */
  'chains.remove': { input: { chainId: string; entryId: string; reason: string }; data: EntryReply };
  /** Keeps the place that was offered. GONE when the time is over. */
  'chains.confirm': { input: { chainId: string; entryId: string }; data: EntryReply };
  /** An entry that somebody made for the caller becomes the caller's own. */
  'chains.claim': { input: { chainId: string; entryId: string }; data: EntryReply };
  /** Organizers: entries that ask, ≤ 100. Approved ones take a place or wait, in their order. */
  'chains.decide': {
    input: { chainId: string; entryIds: string[]; approve: boolean; reason?: string };
    data: { changed: number; chain: ChainView };
  };
  /** Volunteers: ≤ 100 entries. `paidFen` for one entry only; the amount due when absent. */
  'chains.markPaid': {
    input: { chainId: string; entryIds: string[]; payment: PaymentState; paidFen?: number };
    data: { changed: number };
  };
  /** Volunteers: ≤ 200 characters, '' takes it away. */
  'chains.note': { input: { chainId: string; entryId: string; note: string }; data: { entry: EntryView } };
  /** In the order of their numbers, 100 a page. `gone`: left, removed, declined, expired; volunteers only. `search`: names. */
  'chains.entries': {
    input: { chainId: string; filter?: EntryFilter; search?: string; cursor?: string };
    data: PageOf<EntryView>;
  };
  'chains.contacts': { input: Record<string, never>; data: ContactsView };
  'chains.saveContacts': {
    input: { me?: { name?: string; phone?: string }; others?: Omit<Contact, 'id'>[] };
    data: ContactsView;
  };
}
