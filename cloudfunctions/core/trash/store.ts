import * as v from 'valibot';
import type { ItemKind } from '../../../typings/contract/items';
import type { ItemDocument } from '../items/document';
import { parseItem } from '../items/store';
import type { Query } from '../platform/database';
import { collection } from '../platform/database';

const items = collection('items');

/** The only way to say "restorable": for every reader it ends at `purgeAt`, however late the timer runs. */
export const restorable = (owner: string, now: number): Query => ({
  owner,
  state: 'trashed',
  purgeAt: { $gt: now },
});

interface TrashRequest {
  owner: string;
  now: number;
  limit: number;
  kind?: ItemKind;
  batchId?: string;
  pendingOnPlatform?: boolean;
  after?: { purgeAt: number; id: string };
}

/** Newest first, one request. The latest to be purged is the latest to have been trashed. */
export async function listTrash(request: TrashRequest): Promise<ItemDocument[]> {
  const { owner, now, limit, kind, batchId, pendingOnPlatform, after } = request;
  const past = after && {
    $or: [{ purgeAt: { $lt: after.purgeAt } }, { purgeAt: after.purgeAt, _id: { $lt: after.id } }],
  };
  const query = {
    ...restorable(owner, now),
    ...(after && { purgeAt: { $gt: now, $lte: after.purgeAt } }),
    ...(kind && { kind }),
    ...(batchId && { batchId }),
    ...(pendingOnPlatform !== undefined && { platformDoneAt: { $exists: !pendingOnPlatform } }),
    ...past,
  };
  const found = await items.find(query, {
    sort: [
      ['purgeAt', -1],
      ['_id', -1],
    ],
    limit,
  });
  return found.map(parseItem);
}

/** Brings back those of the ids (≤ 1,000) that still can be; everything else about them was never changed. */
export const restoreItems = (owner: string, ids: string[], now: number): Promise<number> =>
  items.update(
    { _id: { $in: ids }, ...restorable(owner, now) },
    { $set: { state: 'live' }, $unset: { trashedAt: '', purgeAt: '', platformDoneAt: '' } },
  );

export const tickItems = (owner: string, ids: string[], now: number, isDone: boolean): Promise<number> =>
  items.update(
    { _id: { $in: ids }, ...restorable(owner, now), platformDoneAt: { $exists: !isDone } },
    isDone ? { $set: { platformDoneAt: now } } : { $unset: { platformDoneAt: '' } },
  );

const trashedRow = v.object({
  _id: v.string(),
  owner: v.string(),
  kind: v.picklist(['follow', 'like', 'favorite']),
  trashedAt: v.number(),
  purgeAt: v.number(),
});
export type TrashedRow = v.InferOutput<typeof trashedRow>;
const ROW_FIELDS = { _id: true, owner: true, kind: true, trashedAt: true, purgeAt: true };

export async function findRestorable(owner: string, ids: string[], now: number): Promise<TrashedRow[]> {
  const found = await items.find({ _id: { $in: ids }, ...restorable(owner, now) }, { fields: ROW_FIELDS });
  return found.map(row => v.parse(trashedRow, row));
}
