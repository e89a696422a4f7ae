import * as v from 'valibot';
import { shortHash } from '../platform/crypto';
import type { Query } from '../platform/database';
import { collection } from '../platform/database';
import type { ReviewDocument } from './document';
import { parseCase } from './document';
import type { Finding } from './rules';

const reviews = collection('reviews');
const logs = collection('logs');

/** As long as the summaries of batches. */
const KEPT_MS = 400 * 86_400_000;

/** Persons of one case that are looked up for their slow mode. */
const limitsOf: Query = {
  $lookup: { from: 'limits', localField: 'uids', foreignField: '_id', as: 'limits' },
};
/** Limits documents are long, above all those of whom people should look at. */
const ONLY_SLOW: Query = { $project: { 'limits.days': 0, 'limits.unlikes': 0 } };
const withLimits = v.object({ limits: v.array(v.object({ slowUntil: v.optional(v.number(), 0) })) });

/** A case and the latest end of slow mode among its accounts; 0: never was. */
export interface CaseRow {
  document: ReviewDocument;
  slowUntil: number;
}

function rowOf(document: unknown): CaseRow {
  const { limits } = v.parse(withLimits, document);
  return {
    document: parseCase(document),
    slowUntil: Math.max(0, ...limits.map(({ slowUntil }) => slowUntil)),
  };
}

/**
 * Opens a case, or brings the evidence of the same case up to date while nobody decided it. One request, two when it
 * is there already.
 */
export async function openCase({ reason, key, uids, evidence }: Finding, now: number): Promise<void> {
  const _id = shortHash('review', reason, key);
  const inserted = await reviews.insert({ _id, reason, uids, state: 'open', openedAt: now, evidence });
  if (!inserted) await reviews.update({ _id, decision: { $exists: false } }, { $set: { uids, evidence } });
}

interface ListRequest {
  state: ReviewDocument['state'];
  limit: number;
  after?: { at: number; id: string };
}

/** Newest first: open ones by when they were opened, decided ones by the decision. One request. */
export async function listCases({ state, limit, after }: ListRequest): Promise<CaseRow[]> {
  const field = state === 'open' ? 'openedAt' : 'decidedAt';
  const past = after && {
    [field]: { $lte: after.at },
    $or: [{ [field]: { $lt: after.at } }, { _id: { $lt: after.id } }],
  };
  const found = await reviews.aggregate([
    { $match: { state, ...past } },
    { $sort: { [field]: -1, _id: -1 } },
    { $limit: limit },
    limitsOf,
    ONLY_SLOW,
  ]);
  return found.map(rowOf);
}

export async function findCase(id: string): Promise<CaseRow | undefined> {
  const [found] = await reviews.aggregate([{ $match: { _id: id } }, limitsOf, ONLY_SLOW]);
  return found === undefined ? undefined : rowOf(found);
}

/** True while a case about this person's likes waits for a decision; a shared network says nothing of one. One request. */
export const isUnderReview = async (uid: string): Promise<boolean> =>
  (await reviews.count({ uids: uid, state: 'open', reason: { $ne: 'same-network' } })) > 0;

type Decision = Required<Pick<ReviewDocument, 'decision' | 'decidedAt' | 'decidedBy'>> & { note?: string };

/** Compare-and-set: a case is decided once; undefined when it was before, or is none. */
export async function decideCase(id: string, decision: Decision): Promise<ReviewDocument | undefined> {
  const open = { _id: id, state: 'open', decision: { $exists: false } };
  const document = await reviews.updateOne(open, { $set: decision });
  return document === undefined ? undefined : parseCase(document);
}

/** The decision has taken effect. */
export const closeCase = (id: string): Promise<number> =>
  reviews.update({ _id: id, state: 'open', decision: { $exists: true } }, { $set: { state: 'decided' } });

/** One line a decision, under the id of its case. */
export const logDecision = ({ _id, decision, decidedAt, decidedBy }: ReviewDocument): Promise<boolean> =>
  logs.insert({
    ...{ _id: shortHash('decided', _id), owner: decidedBy, what: 'decided', decision, caseId: _id },
    ...{ count: 1, at: decidedAt },
  });

/** Decided before `before`, but not in effect. */
export async function findUnfinished(before: number, limit: number): Promise<ReviewDocument[]> {
  const found = await reviews.find(
    { state: 'open', decidedAt: { $lt: before } },
    { sort: [['decidedAt', 1]], limit },
  );
  return found.map(parseCase);
}

/** Drops cases 400 days after they were decided; the log lines stay. Gives their number. */
export const dropOldCases = (now: number): Promise<number> =>
  reviews.remove({ state: 'decided', decidedAt: { $lte: now - KEPT_MS } });
