import * as v from 'valibot';
import type { ExportedItem, ExportedTrash } from '../../../typings/contract/imports';
import { itemDocument, itemIdOf, signedIdOf } from '../items/document';
import { isRestorable } from '../items/rules';

/** What a person entered, in the order in which it is written. */
const ENTERED = [
  'kind',
  'name',
  'targetType',
  'url',
  'handle',
  'label',
  'tags',
  'folder',
  'starred',
  'protected',
  'note',
  'marks',
  'addedAt',
  'lastReadAt',
  'postsPerWeek',
  'dead',
  'snapshot',
] as const;

const TRASHED = ['trashedAt', 'purgeAt', 'batchId', 'platformDoneAt'] as const;

/** The part of an item's document that is read for an export. */
export const exportedDocument = v.pick(itemDocument, ['_id', 'owner', 'state', ...ENTERED, ...TRASHED]);
export type ExportedDocument = v.InferOutput<typeof exportedDocument>;

export const EXPORTED_FIELDS = Object.fromEntries(
  Object.keys(exportedDocument.entries).map(field => [field, true]),
);

/** Nothing is written for what is absent, off or empty: it is the same when it is read again. */
const isWorthWriting = (value: unknown): boolean =>
  value !== undefined && value !== false && value !== '' && !(Array.isArray(value) && value.length === 0);

const picked = (document: ExportedDocument, names: readonly (keyof ExportedDocument)[]): object =>
  Object.fromEntries(
    names.map(name => [name, document[name]] as const).filter(([, value]) => isWorthWriting(value)),
  );

/** With the id under which it was added first when its fields lead to another one now: it was renamed. */
export function exportedItem(document: ExportedDocument): ExportedItem {
  const item = picked(document, ENTERED) as ExportedItem;
  const isRenamed = itemIdOf(document.owner, item) !== document._id;
  return isRenamed ? { ...item, key: signedIdOf(document.owner, document._id) } : item;
}

/** An item of the trash while it can be restored; undefined for a live one and for what is over. */
export function exportedTrash(document: ExportedDocument, now: number): ExportedTrash | undefined {
  const { state, trashedAt, purgeAt = 0 } = document;
  if (state !== 'trashed' || trashedAt === undefined || !isRestorable(purgeAt, now)) return undefined;
  return { ...exportedItem(document), ...(picked(document, TRASHED) as ExportedTrash) };
}
