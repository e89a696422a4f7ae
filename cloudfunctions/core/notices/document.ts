import * as v from 'valibot';
import type { Audience, NoticeKind } from '../../../typings/contract/notices';

/** What one person allows to be sent, under their uid. */
export interface SubscriptionDocument {
  _id: string;
  /** Sealed for this document. */
  openid: string;
  /** Acceptances not used yet. */
  left: Record<NoticeKind, number>;
  /** What was sent, or is just being sent, newest last. */
  sent: string[];
  /** Names the last sending that took an acceptance. */
  claim: string;
}

export const subscriptionPlace = (uid: string): string => `subscriptions/${uid}`;

const count = v.optional(v.number(), 0);

/** The database keeps no empty objects everywhere. */
const lefts = v.object({ reminder: count, promoted: count, verdict: count });

const subscriptionDocument: v.GenericSchema<unknown, SubscriptionDocument> = v.object({
  _id: v.string(),
  openid: v.string(),
  left: v.optional(lefts, {}),
  sent: v.optional(v.array(v.string()), []),
  claim: v.optional(v.string(), ''),
});

export const parseSubscription = (document: unknown): SubscriptionDocument =>
  v.parse(subscriptionDocument, document);

/** One reminder: those it is meant for are reached in waves. Its id comes from the request that made it. */
export interface ReminderDocument {
  _id: string;
  chain: string;
  audience: Audience;
  /** What the messages say; '' the usual. */
  hint: string;
  /** Uids that had permission when it was made and are still to be looked at. */
  people: string[];
  /** Names of those who cannot be reached, ≤ 100, and how many there are. */
  names: string[];
  unreachable: number;
  sent: number;
  state: 'waiting' | 'done';
  /** From when on the next wave may run, epoch ms. Who runs one first moves it: nobody else begins the same wave. */
  nextAt: number;
  expiresAt: number;
}

const reminderDocument: v.GenericSchema<unknown, ReminderDocument> = v.object({
  _id: v.string(),
  chain: v.string(),
  audience: v.picklist(['unanswered', 'in', 'waiting', 'unpaid']),
  hint: v.string(),
  people: v.optional(v.array(v.string()), []),
  names: v.optional(v.array(v.string()), []),
  unreachable: v.number(),
  sent: v.number(),
  state: v.picklist(['waiting', 'done']),
  nextAt: v.number(),
  expiresAt: v.number(),
});

export const parseReminder = (document: unknown): ReminderDocument => v.parse(reminderDocument, document);
