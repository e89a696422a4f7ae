import type { Quota } from '../../../typings/contract/errors';
import { collection, type Query, type Update } from '../platform/database';
import { parseLimits, parseReminders } from './document';
import { GRADES, limitOf } from './policies';
import type { Claim } from './query';
import { costOf, firstDocument, giveBack, matchOf, refundedPath, tagged, tagsOf, updateOf } from './query';
import { writeQuota } from './quotas';
import { nextUseAt, REMINDER_RING, ringMatch, ringPush, ringQuota, WRITE_RING } from './ring';
import type { LimitsState } from './rules';
import { quotaOf, refundable, useOf } from './rules';
import { isWindowOpen, returnable } from './unlike-rules';

const limits = collection('limits');
const items = collection('items');

/** An attempt fails when there is no room, on a first use, or when somebody else was faster. */
const ATTEMPTS = 6;
/** Persons in slow mode that are read at once. */
const SLOW_MAX = 1000;

/** `state`: the limits after it. */
export type Taken =
  | { ok: true; quota: Quota; cost: number; state: LimitsState }
  | { ok: false; quota: Quota; state: LimitsState };

const readDocument = async (uid: string): Promise<unknown> =>
  (await limits.find({ _id: uid }, { limit: 1 }))[0];

export const readLimits = async (uid: string, now: number): Promise<LimitsState> =>
  parseLimits(await readDocument(uid), now);

/** The likes a window of `unlike.ratio` begins with. */
export const countLikes = (uid: string): Promise<number> =>
  items.count({ owner: uid, kind: 'like', state: 'live' });

const takenBy = (claim: Claim, document: unknown): Taken => {
  const state = parseLimits(document, claim.now);
  return { ok: true, quota: quotaOf(state, claim.policy, claim.now), cost: costOf(claim), state };
};

/** What a failed match means, or undefined when it is worth another attempt. */
function verdictOf(claim: Claim, state: LimitsState): Taken | undefined {
  const quota = quotaOf(state, claim.policy, claim.now);
  const charge = useOf(state, claim.policy).charged.find(({ id }) => id === claim.chargeId);
  if (charge) return { ok: true, quota, cost: charge.cost, state };
  return quota.remaining < costOf(claim) ? { ok: false, quota, state } : undefined;
}

/** Without what made the match fail: what was given back before, or a window that is not as was thought. */
async function corrected(claim: Claim, state: LimitsState): Promise<Claim> {
  const { refund = [], likes = [], likesNow: _, isFirst: __, ...rest } = claim;
  const dueToday = refundable(state, refund);
  const dueLikes = returnable(state, likes, claim.now);
  const isWindowDue = claim.policy === 'unlike.daily' && !isWindowOpen(state, claim.now);
  return {
    ...rest,
    isChecked: true,
    ...(dueToday.length > 0 && { refund: dueToday }),
    ...(dueLikes.length > 0 && { likes: dueLikes }),
    ...(isWindowDue && { likesNow: await countLikes(claim.uid) }),
  };
}

/** A first use: the document begins with this claim in it. undefined when there is a document already. */
async function beginWith(claim: Claim): Promise<Taken | undefined> {
  const isReady = claim.policy !== 'unlike.daily' || claim.likesNow !== undefined;
  const document = isReady ? firstDocument(claim) : undefined;
  return document && (await limits.insert(document)) ? takenBy(claim, document) : undefined;
}

async function takeFromDocument(claim: Claim): Promise<Taken | undefined> {
  const match = matchOf(claim);
  const after = match && (await limits.updateOne(match, updateOf(claim)));
  return after === undefined ? undefined : takenBy(claim, after);
}

/** One attempt; a claim when another is worth it, as the document wants it. */
async function attemptClaim(claim: Claim): Promise<Taken | Claim> {
  const ways = claim.isFirst ? [beginWith, takeFromDocument] : [takeFromDocument, beginWith];
  for (const take of matchOf(claim) ? ways : []) {
    const taken = await take(claim);
    if (taken) return taken;
  }
  const state = await readLimits(claim.uid, claim.now);
  return verdictOf(claim, state) ?? (await corrected(claim, state));
}

/**
 * Checks a limit and takes from it in one conditional write, so that a hundred calls at once take no more
 * than there is. One request when it passes; a first use and a refusal cost one or two more.
 */
export async function takeQuota(untagged: Claim): Promise<Taken> {
  const { uid, policy, now } = untagged;
  let claim = tagged(untagged);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const result = await attemptClaim(claim);
    if ('ok' in result) return result;
    claim = result;
  }
  const state = await readLimits(uid, now);
  return { ok: false, quota: quotaOf(state, policy, now), state };
}

/**
 * Gives back what was taken today for these ids, each at most once a day, and what is remembered of those of them
 * that are likes, each at most once in its window. Two requests. Gives the limits after it.
 */
export async function refundQuota(
  uid: string,
  ids: string[],
  likes: string[],
  now: number,
): Promise<LimitsState> {
  let state = await readLimits(uid, now);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const today = refundable(state, tagsOf(ids));
    const due = returnable(state, tagsOf(likes), now);
    if (today.length + due.length === 0) return state;
    const match = {
      _id: uid,
      ...(today.length > 0 && { [refundedPath(now)]: { $nin: today } }),
      ...(due.length > 0 && { 'unlikes.returned': { $nin: due } }),
    };
    const after = await limits.updateOne(match, giveBack(today, due, now));
    if (after !== undefined) return parseLimits(after, now);
    state = await readLimits(uid, now);
  }
  return state;
}

/** What is erased for good stays taken: added, removed and restored again it must not give anything back. */
export async function forfeitRefund(
  uid: string,
  ids: string[],
  now: number,
  likes: string[] = [],
): Promise<void> {
  const { $push = {} } = giveBack(tagsOf(ids), tagsOf(likes), now);
  await limits.update({ _id: uid }, { $push });
}

/** Begins slow mode for passing the ratio, once a window; the limits as they are then. */
export async function beginSlowMode(
  uid: string,
  startedAt: number,
  now: number,
  until: number,
): Promise<LimitsState> {
  const match = { _id: uid, 'unlikes.startedAt': startedAt, 'unlikes.slowed': { $ne: true } };
  const set = { 'unlikes.slowed': true, slowUntil: until, slowSetAt: now };
  const after = await limits.updateOne(match, { $set: set });
  return after === undefined ? readLimits(uid, now) : parseLimits(after, now);
}

/** Sets the end of slow mode as decided at `decidedAt`; what was set later than that stays. */
export const setSlowMode = (uids: string[], until: number, decidedAt: number): Promise<number> =>
  limits.update(
    { _id: { $in: uids }, slowSetAt: { $not: { $gte: decidedAt } } },
    { $set: { slowUntil: until, slowSetAt: decidedAt } },
  );

/** Persons in slow mode now, ≤ 1,000: one request. */
export async function slowPersons(now: number): Promise<string[]> {
  const found = await limits.find(
    { slowUntil: { $gt: now } },
    { sort: [['slowUntil', -1]], limit: SLOW_MAX, fields: { _id: true } },
  );
  return found.map(document => String((document as { _id: unknown })._id));
}

/** A use of `chain.write`. `giveBack`: for a call that was refused after all; ≤ 3 requests. */
export type WriteTaken = { ok: true; quota: Quota; giveBack(): Promise<void> } | { ok: false; quota: Quota };

const WRITES_KEPT = limitOf('chain.write', 'verified');

/**
 * Takes from a list of uses: undefined when there is no room. A first use makes the document, unless another first use at the
 * same moment was faster: then there is one to take from.
 */
async function takeFromRing(match: Query, update: Update, first: object): Promise<unknown> {
  const taken = await limits.updateOne(match, update);
  if (taken !== undefined || (await limits.insert(first))) return taken ?? first;
  return limits.updateOne(match, update);
}

/** Takes one of these uses out again, wherever it is by now. */
async function giveWriteBack(uid: string, state: LimitsState, now: number): Promise<void> {
  let { writes } = state;
  for (let attempt = 0; attempt < 2 && writes.includes(now); attempt += 1) {
    const others = writes.filter((_, index) => index !== writes.indexOf(now));
    if ((await limits.update({ _id: uid, writes }, { $set: { writes: others } })) > 0) return;
    writes = (await readLimits(uid, now)).writes;
  }
}

/** One write to a chain: 30 in any minute. One request; a first use one more, a refusal three. */
export async function takeWrite(uid: string, now: number): Promise<WriteTaken> {
  const grades = Object.keys(GRADES) as LimitsState['grade'][];
  const roomOf = (limit: number) => ringMatch(WRITE_RING, 'writes', limit, now);
  const rooms = grades.map(grade => ({ grade, ...roomOf(limitOf('chain.write', grade)) }));
  const first = { _id: uid, grade: 'ordinary', writes: [now] };
  const push = ringPush('writes', WRITES_KEPT, now);
  const taken = await takeFromRing({ _id: uid, $or: rooms }, push, first);
  if (taken === undefined) return refuseWrite(uid, now);
  const state = parseLimits(taken, now);
  return { ok: true, quota: writeQuota(state, now), giveBack: () => giveWriteBack(uid, state, now) };
}

/** A refusal tells when one more is there, not when all of them are. */
async function refuseWrite(uid: string, now: number): Promise<WriteTaken> {
  const full = await readLimits(uid, now);
  const retryAt = nextUseAt(WRITE_RING, full.writes, limitOf('chain.write', full.grade), now);
  return { ok: false, quota: { ...writeQuota(full, now), remaining: 0, resetAt: retryAt } };
}

/** A document to take from, so that a person's first write costs no more than the next one. One request. */
export const beginLimits = (uid: string): Promise<boolean> => limits.insert({ _id: uid, grade: 'ordinary' });

export type ReminderTaken = { ok: true; quota: Quota } | { ok: false; quota: Quota; retryAt: number };

const REMINDERS = limitOf('reminder', 'ordinary');
/** Beside those of persons, whose ids have no colon. */
const reminderId = (chainId: string): string => `chain:${chainId}`;

const reminderState = (uses: number[], now: number): ReminderTaken => {
  const quota = ringQuota(REMINDER_RING, uses, REMINDERS, now);
  const retryAt = nextUseAt(REMINDER_RING, uses, REMINDERS, now);
  return retryAt <= now ? { ok: true, quota } : { ok: false, quota, retryAt };
};

/** Whether the chain can send a reminder now, without taking it. One request. */
export async function readReminder(chainId: string, now: number): Promise<ReminderTaken> {
  return reminderState(parseReminders(await readDocument(reminderId(chainId))), now);
}

/** One sending of a chain's reminder: 5 in any 24 h, 15 min apart. One request; a first one or a refusal up to three. */
export async function takeReminder(chainId: string, now: number): Promise<ReminderTaken> {
  const _id = reminderId(chainId);
  const match = { _id, ...ringMatch(REMINDER_RING, 'reminders', REMINDERS, now) };
  const push = ringPush('reminders', REMINDERS, now);
  const taken = await takeFromRing(match, push, { _id, reminders: [now] });
  const state = reminderState(parseReminders(taken ?? (await readDocument(_id))), now);
  // It was full a moment ago: what is not taken is not given.
  if (taken === undefined) return { retryAt: now, ...state, ok: false };
  return { ok: true, quota: state.quota };
}

/** The chains are erased. */
export const forgetReminders = (chainIds: string[]): Promise<number> =>
  limits.remove({ _id: { $in: chainIds.map(reminderId) } });
