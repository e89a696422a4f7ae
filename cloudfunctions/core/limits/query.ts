import type { Grade } from '../../../typings/contract/people';
import { keyedHash } from '../platform/crypto';
import type { Query, Update } from '../platform/database';
import { policyField } from './document';
import type { DayPolicy } from './policies';
import { GRADES, limitOf, POLICIES, REMOVAL_POLICY, slowLimit } from './policies';
import { dayField, dayNumber } from './rules';
import { WINDOW_MS } from './unlike-rules';

/** Charges remembered a day: a repeated charge comes within minutes of the first, perhaps past midnight. */
const CHARGES_KEPT = 300;
const DAY_MS = 86_400_000;
/** Days before yesterday cleared in passing with every write; a person away for longer leaves tags behind. */
const DAYS_CLEARED = 31;
/** Nobody cancels more likes in 24 h, which touch two days of the larger grade. */
const LOG_KEPT = 2 * limitOf('unlike.daily', 'verified');
/** A window touches 31 days. */
const CANCELLED_KEPT = 31 * limitOf('unlike.daily', 'verified');
/** Likes given back in a window that are remembered; a thousand restores later one could be given back again. */
const RETURNED_KEPT = 1000;

export interface Claim {
  uid: string;
  policy: DayPolicy;
  now: number;
  /** What is taken: the ids of a `tally`, the number of a `count`. */
  take: string[] | number;
  /** Names the charge: a second one of the same name on this or the next day costs nothing. */
  chargeId?: string;
  /** Ids given back to today's limits in the same write, to whichever they were taken from. */
  refund?: string[];
  /** Likes given back in the same write to what is remembered of cancelled likes. */
  likes?: string[];
  /** Live likes of the person now: the 30 days of `unlike.ratio` begin with this claim. */
  likesNow?: number;
  /** It is known that the person has no limits document yet. */
  isFirst?: boolean;
  /** `likes` are known to be due; else all of them have to be in the running window. */
  isChecked?: boolean;
}

/** Documents hold tags, which tell nobody without the key what they stand for, also after the item is erased. */
export const tagsOf = (ids: string[]): string[] => ids.map(id => keyedHash('limit', id).slice(0, 8));

export const tagged = ({ take, refund, likes, ...claim }: Claim): Claim => ({
  ...claim,
  take: typeof take === 'number' ? take : tagsOf(take),
  ...(refund && refund.length > 0 && { refund: tagsOf(refund) }),
  ...(likes && likes.length > 0 && { likes: tagsOf(likes) }),
});

export const costOf = ({ take }: Claim): number => (typeof take === 'number' ? take : take.length);
const isUnlike = ({ policy }: Claim): boolean => policy === 'unlike.daily';

const pathOf = (now: number, policy: DayPolicy): string => `days.${dayField(now)}.${policyField(policy)}`;
export const refundedPath = (now: number): string => `days.${dayField(now)}.refunded`;

/** One alternative a grade and pace, because both are only known to the document that is matched. */
function roomFor(claim: Claim): Query[] {
  const { now, policy } = claim;
  const path = pathOf(now, policy);
  const isTally = POLICIES[policy].shape === 'tally';
  const usual = isUnlike(claim) ? { slowUntil: { $not: { $gt: now } } } : {};
  const room = (grade: Grade, limit: number, condition: Query): Query[] => {
    const left = limit - costOf(claim);
    if (left < 0) return [];
    const use = isTally
      ? { [`${path}.taken.${left}`]: { $exists: false } }
      : { [`${path}.used`]: { $not: { $gt: left } } };
    return [{ grade, ...condition, ...use }];
  };
  return (Object.keys(GRADES) as Grade[]).flatMap(grade => [
    ...room(grade, limitOf(policy, grade), usual),
    ...(isUnlike(claim) ? room(grade, slowLimit(grade), { slowUntil: { $gt: now } }) : []),
  ]);
}

/** A cancelled like counts in a running window, or begins one. */
function windowMatch(claim: Claim): Query {
  if (!isUnlike(claim)) return {};
  const running = { $gt: claim.now - WINDOW_MS };
  return { 'unlikes.startedAt': claim.likesNow === undefined ? running : { $not: running } };
}

const notCharged = (chargeId: string, paths: string[]): Query =>
  Object.fromEntries(paths.map(path => [`${path}.charged.id`, { $ne: chargeId }]));

/** What a document must be like to take a claim; undefined when none can. */
export function matchOf(claim: Claim): Query | undefined {
  const { uid, now, policy, chargeId, refund, likes, isChecked } = claim;
  const rooms = roomFor(claim);
  if (rooms.length === 0) return undefined;
  return {
    ...{ _id: uid, $or: rooms, ...windowMatch(claim) },
    ...(chargeId && notCharged(chargeId, [pathOf(now, policy), pathOf(now - DAY_MS, policy)])),
    ...(refund && { [refundedPath(now)]: { $nin: refund } }),
    ...(likes && { 'unlikes.returned': { $nin: likes } }),
    ...(likes && !isChecked && { 'unlikes.cancelled': { $all: likes } }),
  };
}

function clearedDays(now: number): Query {
  const today = dayNumber(now);
  const days = Array.from({ length: DAYS_CLEARED }, (_, index) => `days.d${today - 2 - index}`);
  return Object.fromEntries(days.map(day => [day, '']));
}

const takenLists = (tags: string[], now: number): Query =>
  Object.fromEntries(Object.values(REMOVAL_POLICY).map(policy => [`${pathOf(now, policy)}.taken`, tags]));

interface Parts {
  set: Query;
  push: Query;
}

function unlikeParts({ take, now, likesNow }: Claim): Parts {
  const tags = typeof take === 'number' ? [] : take;
  const log = { 'unlikes.log': { $each: tags.map(id => ({ id, at: now })), $slice: -LOG_KEPT } };
  if (likesNow === undefined)
    return { set: {}, push: { ...log, 'unlikes.cancelled': { $each: tags, $slice: -CANCELLED_KEPT } } };
  const fields = { startedAt: now, likes: likesNow, cancelled: tags, returned: [], slowed: false };
  const set = Object.entries(fields).map(([name, value]) => [`unlikes.${name}`, value]);
  return { set: Object.fromEntries(set), push: log };
}

/** What giving back adds and takes out; shared by a claim and a refund of its own. */
export function giveBack(refund: string[], likes: string[], now: number): Update {
  return {
    $push: {
      ...(refund.length > 0 && { [refundedPath(now)]: { $each: refund } }),
      ...(likes.length > 0 && { 'unlikes.returned': { $each: likes, $slice: -RETURNED_KEPT } }),
    },
    $pullAll: {
      ...(refund.length > 0 && takenLists(refund, now)),
      ...(likes.length > 0 && { 'unlikes.cancelled': likes }),
    },
    ...(likes.length > 0 && { $pull: { 'unlikes.log': { id: { $in: likes } } } }),
  };
}

const withoutEmpty = (update: Update): Update =>
  Object.fromEntries(Object.entries(update).filter(([, fields]) => Object.keys(fields).length > 0));

export function updateOf(claim: Claim): Update {
  const { now, policy, take, chargeId, refund = [], likes = [] } = claim;
  const path = pathOf(now, policy);
  const charge = { id: chargeId, cost: costOf(claim) };
  const unlike = isUnlike(claim) ? unlikeParts(claim) : { set: {}, push: {} };
  const back = giveBack(refund, likes, now);
  return withoutEmpty({
    ...back,
    $unset: clearedDays(now),
    $set: unlike.set,
    $inc: typeof take === 'number' ? { [`${path}.used`]: take } : {},
    $push: {
      ...back.$push,
      ...unlike.push,
      ...(typeof take !== 'number' && { [`${path}.taken`]: { $each: take } }),
      ...(chargeId && { [`${path}.charged`]: { $each: [charge], $slice: -CHARGES_KEPT } }),
    },
  });
}

/** The document of a person who had none, with this claim in it; undefined when the claim is too large for it. */
export function firstDocument(claim: Claim): object | undefined {
  const { uid, now, policy, take, chargeId, likesNow } = claim;
  const cost = costOf(claim);
  if (cost > limitOf(policy, 'ordinary')) return undefined;
  const use = {
    ...(typeof take === 'number' ? { used: take } : { taken: take }),
    ...(chargeId && { charged: [{ id: chargeId, cost }] }),
  };
  const tags = typeof take === 'number' ? [] : take;
  const window = { startedAt: now, likes: likesNow, cancelled: tags, returned: [], slowed: false };
  return {
    ...{ _id: uid, grade: 'ordinary', days: { [dayField(now)]: { [policyField(policy)]: use } } },
    ...(isUnlike(claim) && { unlikes: { log: tags.map(id => ({ id, at: now })), ...window } }),
  };
}
