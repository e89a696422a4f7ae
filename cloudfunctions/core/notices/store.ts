import * as v from 'valibot';
import type { NoticeKind } from '../../../typings/contract/notices';
import type { ChainDocument } from '../chains/document';
import { collection, DatabaseOutage, type Query } from '../platform/database';
import { groupsOf } from '../platform/groups';
import {
  parseReminder,
  parseSubscription,
  type ReminderDocument,
  type SubscriptionDocument,
} from './document';

const chains = collection('chains');
const subscriptions = collection('subscriptions');
const reminders = collection('reminders');

const withId = v.object({ _id: v.string() });

/** Requests and messages remembered of a person: a retry comes within minutes. */
const REQUESTS_KEPT = 50;
const SENT_KEPT = 200;
/** Uids a query: 24 KB of them. */
const PEOPLE_AT_ONCE = 1000;

/** Adds one acceptance of each kind, once a request; what is left then. One request, two for a retry or a first use. */
export async function addAcceptances(
  uid: string,
  openid: string,
  requestId: string,
  kinds: NoticeKind[],
): Promise<SubscriptionDocument> {
  const more = Object.fromEntries(kinds.map(kind => [`left.${kind}`, 1]));
  const after = await subscriptions.updateOne(
    { _id: uid, requests: { $ne: requestId } },
    {
      $set: { openid },
      $push: { requests: { $each: [requestId], $slice: -REQUESTS_KEPT } },
      ...(kinds.length > 0 && { $inc: more }),
    },
  );
  if (after !== undefined) return parseSubscription(after);
  const left = Object.fromEntries(kinds.map(kind => [kind, 1]));
  const first = { _id: uid, openid, left, requests: [requestId], sent: [], claim: '' };
  const known = (await subscriptions.insert(first)) ? undefined : await readSubscription(uid);
  return known ?? parseSubscription(first);
}

export async function readSubscription(uid: string): Promise<SubscriptionDocument | undefined> {
  const [document] = await subscriptions.find({ _id: uid }, { limit: 1 });
  return document === undefined ? undefined : parseSubscription(document);
}

const may = (kind: NoticeKind, notice: string): Query => ({
  [`left.${kind}`]: { $gt: 0 },
  sent: { $ne: notice },
});

/** Of these people, those whom this notice can still be sent: one request for each 1,000. */
export async function reachableOf(uids: string[], kind: NoticeKind, notice: string): Promise<string[]> {
  const found: string[] = [];
  for (const group of groupsOf(uids, PEOPLE_AT_ONCE)) {
    const query = { _id: { $in: group }, ...may(kind, notice) };
    const documents = await subscriptions.find(query, { fields: { _id: true } });
    found.push(...documents.map(document => v.parse(withId, document)._id));
  }
  return found;
}

/**
 * Uses up one acceptance for a notice, which no one else can use it for from then on. undefined: there is none, or the notice is
 * sent already. One request; when its answer was lost, one more to see by `claim` whether it was made.
 */
export async function takeAcceptance(
  uid: string,
  kind: NoticeKind,
  notice: string,
  claim: string,
): Promise<SubscriptionDocument | undefined> {
  try {
    const after = await subscriptions.updateOne(
      { _id: uid, ...may(kind, notice) },
      {
        $inc: { [`left.${kind}`]: -1 },
        $set: { claim },
        $push: { sent: { $each: [notice], $slice: -SENT_KEPT } },
      },
    );
    return after === undefined ? undefined : parseSubscription(after);
  } catch (error) {
    if (!(error instanceof DatabaseOutage)) throw error;
    const now = await readSubscription(uid);
    return now?.claim === claim ? now : undefined;
  }
}

/** WeChat did not take the message: the acceptance is as before, and the notice can be sent later. Idempotent. */
export const giveBack = (uid: string, kind: NoticeKind, notice: string): Promise<number> =>
  subscriptions.update(
    { _id: uid, sent: notice },
    { $inc: { [`left.${kind}`]: 1 }, $pull: { sent: notice } },
  );

/** WeChat knows of no acceptance: neither do we, unless more came since. */
export const forgetAcceptances = (uid: string, kind: NoticeKind, left: number): Promise<number> =>
  subscriptions.update({ _id: uid, [`left.${kind}`]: left }, { $set: { [`left.${kind}`]: 0 } });

/** Ids only: a chain of 2,000 people is 300 KB, and they are worked through one by one. */
async function findIds(query: Query, sortedBy: string, limit: number): Promise<string[]> {
  const found = await chains.find(query, { sort: [[sortedBy, 1]], limit, fields: { _id: true } });
  return found.map(document => v.parse(withId, document)._id);
}

const RUNNING = { $in: ['checking', 'open', 'closed'] };

/** Chains that have something to tell now, longest due first: one request. */
export const findTelling = (now: number, limit: number): Promise<string[]> =>
  findIds({ 'outbox.at': { $lte: now } }, 'outbox.at', limit);

/** Chains in which an offer ended, or places were freed that nobody has got yet, longest due first: one request. */
export const findUnsettled = (now: number, limit: number): Promise<string[]> =>
  findIds({ state: RUNNING, 'book.settleAt': { $lte: now } }, 'book.settleAt', limit);

/** Chains with a minimum that closed in this span and were not decided, longest closed first: one request. */
export const findUndecided = (after: number, now: number, limit: number): Promise<string[]> =>
  findIds(
    {
      ...{ state: { $in: ['open', 'closed'] }, verdict: { $exists: false } },
      'settings.closesAt': { $gt: after, $lte: now },
      'settings.minimum': { $gt: 0 },
      // A recurring chain itself takes no entries; its rounds do.
      $or: [{ 'settings.recurrence': { $exists: false } }, { series: { $exists: true } }],
    },
    'settings.closesAt',
    limit,
  );

export const takeOutOfOutbox = (chainId: string, factIds: string[]): Promise<number> =>
  chains.update({ _id: chainId }, { $pull: { outbox: { id: { $in: factIds } } } });

/** Facts are tried again at `next`. Nothing is written when another courier took one out meanwhile: then all stay due. */
export async function postpone(
  { _id, outbox }: Pick<ChainDocument, '_id' | 'outbox'>,
  next: Map<string, number>,
): Promise<void> {
  const late = [...outbox.entries()].flatMap(([index, { id, at, since = at }]) => {
    const path = `outbox.${index}`;
    const again = next.get(id);
    return again === undefined
      ? []
      : [{ path, id, changes: { [`${path}.at`]: again, [`${path}.since`]: since } }];
  });
  if (late.length === 0) return;
  const match = Object.fromEntries(late.map(({ path, id }) => [`${path}.id`, id]));
  await chains.update({ _id, ...match }, { $set: Object.assign({}, ...late.map(({ changes }) => changes)) });
}

export const insertReminder = (reminder: ReminderDocument): Promise<boolean> => reminders.insert(reminder);

export async function findReminder(id: string): Promise<ReminderDocument | undefined> {
  const [document] = await reminders.find({ _id: id }, { limit: 1 });
  return document === undefined ? undefined : parseReminder(document);
}

/** Compare-and-set on the instant of its next wave; undefined when somebody else was faster. */
export async function moveReminder(
  id: string,
  nextAt: number,
  changes: Partial<ReminderDocument>,
  sent = 0,
): Promise<ReminderDocument | undefined> {
  const document = await reminders.updateOne({ _id: id, nextAt }, { $set: changes, $inc: { sent } });
  return document === undefined ? undefined : parseReminder(document);
}

/** Reminders with a wave that is due, longest waiting first: one request. */
export async function findDueReminders(now: number, limit: number): Promise<ReminderDocument[]> {
  const due = { state: 'waiting', nextAt: { $lte: now } };
  return (await reminders.find(due, { sort: [['nextAt', 1]], limit })).map(parseReminder);
}

/** Reminders kept for a retry of their request, and no longer. */
export const dropOldReminders = (now: number): Promise<number> =>
  reminders.remove({ expiresAt: { $lte: now } });

export const removeReminders = (chainIds: string[]): Promise<number> =>
  reminders.remove({ chain: { $in: chainIds } });
