import * as v from 'valibot';
import type { Cancels } from '../limits/content-lock';
import { keyedHash } from '../platform/crypto';
import { collection, READ_MAX } from '../platform/database';

const cancels = collection('cancels');

export const cancelsFields = v.object({
  count: v.number(),
  lastAt: v.number(),
  max: v.number(),
}) satisfies v.GenericSchema<unknown, Cancels>;

const keptDocument = v.object({ _id: v.string(), ...cancelsFields.entries });

/** Keyed: without the key nobody can tell which item of whom it was, as with the limits' tags. */
const keyOf = (itemId: string): string => keyedHash('cancels', itemId).slice(0, 22);

/** A like that is about to be erased. */
export interface CancelledLike {
  _id: string;
  owner: string;
  cancels?: Cancels | undefined;
}

/**
 * Keeps how often likes were cancelled beyond their erasure: the limit on one content has no end. Written before the
 * erasure; a repeat changes nothing. No request where nothing was cancelled, one as a rule.
 */
export async function keepCancels(likes: CancelledLike[]): Promise<void> {
  const kept = likes.flatMap(like =>
    like.cancels ? [{ _id: keyOf(like._id), owner: like.owner, ...like.cancels }] : [],
  );
  if (kept.length === 0 || (await cancels.insert(kept))) return;
  for (const one of kept) {
    const { _id, count, lastAt, max } = one;
    // Erased before and added anew: it went on counting from there.
    if (!(await cancels.insert(one)))
      await cancels.update({ _id, count: { $lt: count } }, { $set: { count, lastAt, max } });
  }
}

/** Of the items (≤ 1,000) those that were cancelled in a former life, by item id: one request. */
export async function formerCancels(itemIds: string[]): Promise<Map<string, Cancels>> {
  const ids = new Map(itemIds.slice(0, READ_MAX).map(id => [keyOf(id), id]));
  const found = await cancels.find({ _id: { $in: [...ids.keys()] } });
  const kept = found.map(document => v.parse(keptDocument, document));
  return new Map(kept.map(({ _id, ...counts }) => [ids.get(_id) ?? '', counts]));
}
