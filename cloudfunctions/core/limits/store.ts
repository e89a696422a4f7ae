import type { Quota } from '../../../typings/contract/errors';
import type { Query, Update } from '../platform/database';
import { collection } from '../platform/database';
import { parseLimits, policyField } from './document';
import type { DayPolicy } from './policies';
import { limitOf, POLICIES, REMOVAL_POLICY } from './policies';
import type { LimitsState } from './rules';
import { dayField, dayNumber, quotaOf, refundable, useOf } from './rules';

const limits = collection('limits');

/** Charges remembered a day: a repeated charge comes within seconds of the first. */
const CHARGES_KEPT = 300;
/** Days cleared in passing with every write; a person away for longer leaves one day's ids behind. */
const DAYS_CLEARED = 31;
/** An attempt fails when there is no room, on a first use, or when somebody else was faster. */
const ATTEMPTS = 6;

export interface Claim {
  uid: string;
  policy: DayPolicy;
  now: number;
  /** What is taken: the ids of a `tally`, the number of a `count`. */
  take: string[] | number;
  /** Names the charge: a second one of the same name on the same day costs nothing. */
  chargeId?: string;
  /** Ids given back in the same write, to whichever limit they were taken from. */
  refund?: string[];
}

export type Taken = { ok: true; quota: Quota; cost: number } | { ok: false; quota: Quota };

const costOf = ({ take }: Claim): number => (typeof take === 'number' ? take : take.length);
const pathOf = (now: number, policy: DayPolicy): string => `days.${dayField(now)}.${policyField(policy)}`;
const refundedPath = (now: number): string => `days.${dayField(now)}.refunded`;

/** One alternative a grade, because the grade is only known to the document that is matched. */
function roomFor(claim: Claim): Query[] {
  const path = pathOf(claim.now, claim.policy);
  const isTally = POLICIES[claim.policy].shape === 'tally';
  const grades = (['ordinary', 'verified'] as const).map(grade => ({
    grade,
    left: limitOf(claim.policy, grade) - costOf(claim),
  }));
  return grades
    .filter(({ left }) => left >= 0)
    .map(({ grade, left }) =>
      isTally
        ? { grade, [`${path}.taken.${left}`]: { $exists: false } }
        : { grade, [`${path}.used`]: { $not: { $gt: left } } },
    );
}

function matchOf({ uid, now, policy, chargeId, refund }: Claim, rooms: Query[]): Query {
  return {
    _id: uid,
    $or: rooms,
    ...(chargeId && { [`${pathOf(now, policy)}.charged.id`]: { $ne: chargeId } }),
    ...(refund && { [refundedPath(now)]: { $nin: refund } }),
  };
}

function clearedDays(now: number): Query {
  const today = dayNumber(now);
  const days = Array.from({ length: DAYS_CLEARED }, (_, index) => `days.d${today - 1 - index}`);
  return Object.fromEntries(days.map(day => [day, '']));
}

const giveBack = (ids: string[], now: number): Query =>
  Object.fromEntries(Object.values(REMOVAL_POLICY).map(policy => [`${pathOf(now, policy)}.taken`, ids]));

function updateOf(claim: Claim): Update {
  const { now, policy, take, chargeId, refund } = claim;
  const path = pathOf(now, policy);
  const charge = { id: chargeId, cost: costOf(claim) };
  const push: Query = {
    ...(typeof take !== 'number' && { [`${path}.taken`]: { $each: take } }),
    ...(chargeId && { [`${path}.charged`]: { $each: [charge], $slice: -CHARGES_KEPT } }),
    ...(refund && { [refundedPath(now)]: { $each: refund } }),
  };
  return {
    $unset: clearedDays(now),
    ...(typeof take === 'number' && { $inc: { [`${path}.used`]: take } }),
    ...(Object.keys(push).length > 0 && { $push: push }),
    ...(refund && { $pullAll: giveBack(refund, now) }),
  };
}

const readDocument = async (uid: string): Promise<unknown> =>
  (await limits.find({ _id: uid }, { limit: 1 }))[0];

export const readLimits = async (uid: string, now: number): Promise<LimitsState> =>
  parseLimits(await readDocument(uid), now);

/** What a failed match means, or undefined when it is worth another attempt. */
function verdictOf(claim: Claim, state: LimitsState): Taken | undefined {
  const quota = quotaOf(state, claim.policy, claim.now);
  const charge = useOf(state, claim.policy).charged.find(({ id }) => id === claim.chargeId);
  if (charge) return { ok: true, quota, cost: charge.cost };
  return quota.remaining < costOf(claim) ? { ok: false, quota } : undefined;
}

/** Without what was given back before: that part of the claim made the match fail. */
function narrowed({ refund, ...rest }: Claim, state: LimitsState): Claim {
  const ids = refundable(state, refund ?? []);
  return ids.length > 0 ? { ...rest, refund: ids } : rest;
}

/** A first use: the document begins with this claim in it. undefined when there is a document already. */
async function beginWith({ uid, now, policy, take, chargeId }: Claim, cost: number): Promise<unknown> {
  if (cost > limitOf(policy, 'ordinary')) return undefined;
  const use = {
    ...(typeof take === 'number' ? { used: take } : { taken: take }),
    ...(chargeId && { charged: [{ id: chargeId, cost }] }),
  };
  const document = { _id: uid, grade: 'ordinary', days: { [dayField(now)]: { [policyField(policy)]: use } } };
  return (await limits.insert(document)) ? document : undefined;
}

/** One attempt; a claim when another is worth it, without the refunds that cannot be made. */
async function attemptClaim(claim: Claim): Promise<Taken | Claim> {
  const { uid, policy, now } = claim;
  const cost = costOf(claim);
  const rooms = roomFor(claim);
  const after = rooms.length > 0 ? await limits.updateOne(matchOf(claim, rooms), updateOf(claim)) : undefined;
  if (after) return { ok: true, quota: quotaOf(parseLimits(after, now), policy, now), cost };
  const begun = rooms.length > 0 ? await beginWith(claim, cost) : undefined;
  if (begun) return { ok: true, quota: quotaOf(parseLimits(begun, now), policy, now), cost };
  const state = await readLimits(uid, now);
  return verdictOf(claim, state) ?? narrowed(claim, state);
}

/**
 * Checks a limit and takes from it in one conditional write, so that a hundred calls at once take no more
 * than there is. One request when it passes; a first use and a refusal cost one or two more.
 */
export async function takeQuota(claim: Claim): Promise<Taken> {
  const { uid, policy, now } = claim;
  let current = claim;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const result = await attemptClaim(current);
    if ('ok' in result) return result;
    current = result;
  }
  return { ok: false, quota: quotaOf(await readLimits(uid, now), policy, now) };
}

/** Gives back what was taken today for these ids, each at most once a day. Two requests. */
export async function refundQuota(uid: string, ids: string[], now: number): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const due = refundable(await readLimits(uid, now), ids);
    if (due.length === 0) return;
    const match = { _id: uid, [refundedPath(now)]: { $nin: due } };
    const push = { [refundedPath(now)]: { $each: due } };
    if (await limits.updateOne(match, { $push: push, $pullAll: giveBack(due, now) })) return;
  }
}

/** What is erased for good stays taken: "restoring" it afterwards must not give anything back. */
export async function forfeitRefund(uid: string, ids: string[], now: number): Promise<void> {
  await limits.update({ _id: uid }, { $push: { [refundedPath(now)]: { $each: ids } } });
}
