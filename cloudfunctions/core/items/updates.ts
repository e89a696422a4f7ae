import { isDeepStrictEqual } from 'node:util';
import type { ItemChanges } from '../../../typings/contract/items';
import type { Update } from '../platform/database';
import type { ItemDocument } from './document';
import { derivedFields, NEVER_READ, withoutEmpty } from './document';
import type { MergedFields } from './merging';

/** A cleared text and `null` are the same: the field goes. */
const isCleared = (value: unknown): boolean => value === null || value === '';

/** The item is as the edit would leave it. */
export const hasAll = (item: ItemDocument, changes: ItemChanges): boolean =>
  Object.entries(changes).every(([key, value]) =>
    isDeepStrictEqual(item[key as keyof ItemChanges], isCleared(value) ? undefined : value),
  );

/** What an owner's edit of one item writes. */
export function editUpdate(item: ItemDocument, changes: ItemChanges): Update {
  const entries = Object.entries(changes);
  const fields = Object.fromEntries(
    entries.map(([key, value]) => [key, isCleared(value) ? undefined : value]),
  );
  const cleared = entries.filter(([, value]) => isCleared(value)).map(([key]) => key);
  if (changes.folder === null) cleared.push('folderText');
  // A name of its owner's own is never replaced by what the link says.
  if (changes.name !== undefined) cleared.push('describeAt', 'describeTries');
  const derived = derivedFields({ ...item, ...fields });
  return {
    $set: withoutEmpty({ ...fields, ...derived }),
    $inc: { rev: 1 },
    ...(cleared.length > 0 && { $unset: Object.fromEntries(cleared.map(key => [key, ''])) }),
  };
}

/** What taking over from other items writes; undefined when the item has it all already. */
export function mergeUpdate(item: ItemDocument, fields: MergedFields): Update | undefined {
  const after = { ...item, ...fields };
  const isSame = (Object.keys(fields) as (keyof MergedFields)[]).every(field =>
    isDeepStrictEqual(item[field], after[field]),
  );
  if (isSame) return undefined;
  const readRank = after.lastReadAt ?? NEVER_READ;
  return { $set: withoutEmpty({ ...fields, ...derivedFields(after), readRank }), $inc: { rev: 1 } };
}
