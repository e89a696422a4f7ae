import type { ChainView } from './chains';

/** Kinds of subscription messages; the template id of each is in the functions' environment. */
export type NoticeKind = 'reminder' | 'promoted' | 'verdict';

export type Audience = 'unanswered' | 'in' | 'waiting' | 'unpaid';

/** A name of the roster and what became of it. */
export interface RosterRow {
  name: string;
  status: 'in' | 'waiting' | 'asking' | 'unanswered';
  entryId?: string;
  /** Names of entries that may be meant ("张三" for "张三（爸爸）"), when none is the same. */
  similar?: string[];
}

export interface RosterView {
  rows: RosterRow[];
  answered: number;
  unanswered: number;
  /** Entries whose names are not on the roster. */
  others: number;
}

export interface ReminderResult {
  /** Sent now, waiting for a later wave (≤ 200 people each, 15 min apart), without WeChat's permission for a message. */
  sent: number;
  queued: number;
  nextAt?: number;
  unreachable: number;
  /** Who was not reached by message, ≤ 100 names, for the ready text. */
  names: string[];
  /** Ready to be pasted into the group. */
  text: string;
}

export interface NoticesApi {
  /** Template ids to ask permission for in the next tap: ≤ 3 of those configured. */
  'chains.noticeTemplates': {
    input: Record<string, never>;
    data: { templates: { kind: NoticeKind; templateId: string }[] };
  };
  /** What was accepted in WeChat's dialogue; one acceptance is one message. The same request id counts once. */
  'chains.subscribe': {
    input: { requestId: string; kinds: NoticeKind[] };
    data: { left: Record<NoticeKind, number> };
  };
  /** Volunteers: without sending anything, who would be reminded and the ready text. */
  'chains.previewReminder': {
    input: { chainId: string; audience: Audience };
    data: { people: number; reachable: number; names: string[]; text: string; left: number; nextAt?: number };
  };
  /** Organizers; policy `reminder`. The same request id sends once. */
  'chains.remind': {
    input: { chainId: string; requestId: string; audience: Audience; text?: string };
    data: ReminderResult;
  };
  'chains.roster': { input: { chainId: string }; data: RosterView };
  /** Organizers: names one a line or separated by 、,; ≤ 2,000 names of ≤ 20 characters; numbers in front are left out. '' takes it away. */
  'chains.setRoster': { input: { chainId: string; text: string }; data: RosterView };
  /** Address of the chain's mini program code (PNG), 2 h. */
  'chains.code': { input: { chainId: string }; data: { url: string } };
  /** WeChat's updatable share card: makes `activityId` when there is none. Anybody who may see the chain. */
  'chains.shareCard': { input: { chainId: string }; data: { chain: ChainView; activityId?: string } };
}
