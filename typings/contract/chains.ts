import type { PageOf } from './api';
import type { EntryView } from './entries';
import type { ErrorCode } from './errors';
import type { ChainChanges, ChainDraft, ChainTemplate } from './fields';

/**
 * checking: its text waits for WeChat's check and only staff see it; scheduled: joining has not opened; open; full: open, but new
 * entries wait or are refused; closed; cancelled: does not take place; trashed.
 */
export type ChainPhase = 'checking' | 'scheduled' | 'open' | 'full' | 'closed' | 'cancelled' | 'trashed';

/** In rising order of rights: each may do what the ones before it may. `owner` is the one organizer who may hand over and dissolve. */
export type ChainRole = 'visitor' | 'participant' | 'volunteer' | 'organizer' | 'owner';

/** Numbers of places; `left` absent: unlimited. */
export interface Places {
  taken: number;
  left?: number;
  capacity?: number;
}

export interface ChainStaff {
  uid: string;
  name: string;
  role: 'volunteer' | 'organizer' | 'owner';
  /** Named to take over. */
  successor: boolean;
}

/** A chain as its caller may see it; every rule is decided already. */
export interface ChainView extends ChainDraft {
  chainId: string;
  /** Of the settings; an edit names the one it was made on. */
  rev: number;
  phase: ChainPhase;
  places: Places;
  /** Entries that hold a place, wait, are to be approved. */
  joined: number;
  waiting: number;
  asking: number;
  /** Of options with a capacity, under `<field id>.<option id>`. */
  optionPlaces: Record<string, Places>;
  /** Chosen so often, of every option, under the same name. */
  optionCounts: Record<string, number>;
  /** What a new entry of one place would get now; `refusal` says why none. */
  joining: 'place' | 'waitlist' | 'approval' | 'refused';
  refusal?: ErrorCode;
  myRole: ChainRole;
  /** My own entry, and those I entered for others; ≤ 20. */
  mine: EntryView[];
  announcement?: { text: string; at: number };
  /** The event is called off or confirmed, once `minimum` was decided. */
  verdict?: 'go' | 'cancel';
  /** Why it was called off, as its organizer put it. */
  cancelReason?: string;
  /** Organizers only. */
  staff?: ChainStaff[];
  /** Signed addresses of `images`, 2 h. */
  imageUrls: string[];
  /** Of a round: its day, the chain it belongs to, the rounds before and after it. */
  round?: { seriesId: string; date: string; previous?: string; next?: string };
  /** `activityId` of WeChat's updatable share card. */
  activityId?: string;
  createdAt: number;
  trashedAt?: number;
  purgeAt?: number;
  canRestore?: boolean;
}

/** A row of 我发起的, 我报名的, 最近删除. */
export interface ChainCard {
  chainId: string;
  title: string;
  template: ChainTemplate;
  phase: ChainPhase;
  eventAt?: number;
  place: string;
  closesAt?: number;
  places: Places;
  joined: number;
  waiting: number;
  myRole: ChainRole;
  /** 我报名的: mine, first my own. */
  mine: {
    entryId: string;
    name: string;
    number: number;
    status: EntryView['status'];
    /** Absent where nothing has a price and nothing was marked. */
    payment?: EntryView['payment'];
    /** Of myself; the others I entered for somebody. */
    own?: true;
    /** 1 is next. `waiting` only. */
    waitPosition?: number;
    offeredUntil?: number;
  }[];
  /** Of a recurring chain: days of its next round. */
  nextRound?: string;
  /** Of a round: its day, `YYYY-MM-DD`. */
  date?: string;
  trashedAt?: number;
  purgeAt?: number;
}

/** One thing somebody did, newest first. */
export interface ChainEvent {
  at: number;
  /** Display name of who did it; absent for the program itself (a timer). */
  by?: string;
  what:
    | 'created'
    | 'edited'
    | 'closed'
    | 'reopened'
    | 'cancelled'
    | 'trashed'
    | 'restored'
    | 'announced'
    | 'reminded'
    | 'appointed'
    | 'transferred'
    | 'roster'
    | 'exported'
    | 'joined'
    | 'waiting'
    | 'asking'
    | 'entry-edited'
    | 'left'
    | 'removed'
    | 'promoted'
    | 'offered'
    | 'confirmed'
    | 'expired'
    | 'moved-to-waitlist'
    | 'claimed'
    | 'approved'
    | 'declined'
    | 'paid'
    | 'noted'
    | 'keyed-in'
    | 'decided'
    | 'erased';
  /** Name of the entry it is about, as the caller may see it. */
  subject?: string;
  /** Which settings, which reason, how many: fit for the screen, never a personal field. */
  detail?: string;
}

export interface RoundView {
  date: string;
  /** Absent before anybody opened it. */
  chainId?: string;
  state: 'past' | 'today' | 'coming' | 'skipped';
  joined: number;
  /** I took part; `made-up`: filled in later. */
  mine?: 'joined' | 'made-up';
}

export interface ChainsApi {
  /** ≤ 20 a day. The same request id of the same person gives the first result again. */
  'chains.create': {
    input: { requestId: string; draft: Partial<ChainDraft> & Pick<ChainDraft, 'title' | 'organizerName'> };
    data: { chain: ChainView };
  };
  /**
   * Organizers. Lowering a capacity below what is taken is refused (CONFLICT, `displaced`: who would lose the place) unless
   * `toWaitlist` names exactly those entries. A chosen option or an answered field cannot be taken away. CONFLICT when `rev` is old.
   */
  'chains.edit': {
    input: { chainId: string; rev: number; changes: ChainChanges; toWaitlist?: string[] };
    data: { chain: ChainView };
  };
  /** Any chain one may see, as a draft without its times and people. */
  'chains.duplicate': { input: { chainId: string }; data: { draft: ChainDraft } };
  /**
   * `round`: day of a recurring chain; its current or next round when absent; 'series': the recurring chain itself, which is what
   * is edited. With the first page of entries.
   */
  'chains.show': {
    input: { chainId: string; round?: string };
    data: { chain: ChainView; entries: PageOf<EntryView> };
  };
  'chains.list': {
    input: { scope: 'organized' | 'joined' | 'trashed'; search?: string; cursor?: string };
    data: PageOf<ChainCard>;
  };
  /** Organizers. `reason` is told to everybody when it is called off. Idempotent. */
  'chains.steer': {
    input: { chainId: string; to: 'open' | 'closed' | 'cancelled'; reason?: string };
    data: { chain: ChainView };
  };
  /** Owner: to 最近删除 for 72 h with everything in it. */
  'chains.trash': { input: { chainId: string }; data: { purgeAt: number } };
  'chains.restore': { input: { chainId: string }; data: { chain: ChainView } };
  'chains.erase': { input: { chainId: string; confirmed: true }; data: { erased: boolean } };
  /** Owner: gives a person who has an entry of their own (or is staff: `uid`) a role; 'participant' takes it away. ≤ 20 staff. */
  'chains.appoint': {
    input: {
      chainId: string;
      entryId?: string;
      uid?: string;
      role: 'participant' | 'volunteer' | 'organizer';
      successor?: boolean;
    };
    data: { chain: ChainView };
  };
  /** Owner: hands the chain to one of the staff; the former owner stays organizer. The successor may do it alone when the owner's account is gone. */
  'chains.transfer': { input: { chainId: string; uid: string; confirmed: true }; data: { chain: ChainView } };
  /** Organizers: shown on top of the chain, ≤ 500 characters; '' takes it away. */
  'chains.announce': { input: { chainId: string; text: string }; data: { chain: ChainView } };
  /** Organizers. 50 a page, newest first. */
  'chains.history': { input: { chainId: string; cursor?: string }; data: PageOf<ChainEvent> };
  /** Rounds of a month (`YYYY-MM`) of a recurring chain, and the caller's streak: rounds in a row up to now. */
  'chains.rounds': {
    input: { chainId: string; month: string };
    data: { rounds: RoundView[]; streak: number; best: number; makeUpsLeft: number };
  };
}
