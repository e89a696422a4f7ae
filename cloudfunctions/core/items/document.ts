import * as v from 'valibot';
import type { ItemDraft, ItemView, SilentDays, TrashView } from '../../../typings/contract/items';
import { cancelsFields } from '../cancels/store';
import { lockedUntilOf } from '../limits/content-lock';
import { keyedHash, shortHash } from '../platform/crypto';
import { type Address, addressOf } from './canonical-url';
import { identityKey, sameName, silenceOf } from './rules';
import { itemKind, snapshot, targetType } from './schema';
import { folderTextOf, searchTextOf, sortNameOf, tagTextsOf } from './search-text';

/** Stands for "no record" where a list is sorted by last-read, so that it comes last. Epoch ms. */
export const NEVER_READ = 8_640_000_000_000_000;
export const UNKNOWN_FREQUENCY = -1;

export const itemDocument = v.object({
  _id: v.string(),
  owner: v.string(),
  kind: itemKind,
  state: v.picklist(['live', 'trashed']),
  name: v.string(),
  targetType,
  url: v.optional(v.string()),
  handle: v.optional(v.string()),
  label: v.optional(v.string()),
  tags: v.array(v.string()),
  folder: v.optional(v.string()),
  starred: v.boolean(),
  protected: v.boolean(),
  note: v.optional(v.string()),
  marks: v.array(v.picklist(['advert-heavy', 'outdated'])),
  addedAt: v.number(),
  lastReadAt: v.optional(v.number()),
  postsPerWeek: v.optional(v.number()),
  dead: v.boolean(),
  snapshot: v.optional(snapshot),
  rev: v.number(),
  searchText: v.string(),
  /** What each tag and the folder are found by. */
  tagTexts: v.optional(v.array(v.string()), []),
  folderText: v.optional(v.string()),
  /** The same for items of the same name, whatever their identity. */
  sameKey: v.optional(v.string(), ''),
  sortName: v.string(),
  readRank: v.number(),
  frequencyRank: v.number(),
  trashedAt: v.optional(v.number()),
  purgeAt: v.optional(v.number()),
  /** The batch that removed it; kept after a restore, so that no batch takes the same item twice. */
  batchId: v.optional(v.string()),
  platformDoneAt: v.optional(v.number()),
  /** The import that brought it: tells a repeated commit that this row is its own. */
  importId: v.optional(v.string()),
  /** Of a like; goes with the item when it is erased. */
  cancels: v.optional(cancelsFields),
  /** Likes of an address: the same for all persons. */
  contentKey: v.optional(v.string()),
  /** From when on the courier may look what the link says of itself; its name is made up until then. */
  describeAt: v.optional(v.number()),
  describeTries: v.optional(v.number()),
  /** The "erase now" that expired it: names its line in the log. */
  erasure: v.optional(v.string()),
});

export type ItemDocument = v.InferOutput<typeof itemDocument>;

/** Optional fields of an item that a replacement must clear when the new one lacks them. */
export const OPTIONAL_FIELDS = [
  'url',
  'handle',
  'label',
  'folder',
  'folderText',
  'note',
  'lastReadAt',
  'postsPerWeek',
  'snapshot',
  'trashedAt',
  'purgeAt',
  'batchId',
  'platformDoneAt',
  'importId',
  'contentKey',
  'describeAt',
  'describeTries',
  'erasure',
] as const;

export const withoutEmpty = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')) as T;

const readAddress = ({ url }: ItemDraft): Address | undefined =>
  url === undefined ? undefined : addressOf(url);

/** The id is derived from owner, kind and identity: adding the same thing twice meets its own first copy. */
const idOf = (owner: string, draft: ItemDraft, address: Address | undefined): string =>
  shortHash(owner, draft.kind, identityKey({ ...draft, ...(address && { url: address.canonical }) }));

export const itemIdOf = (owner: string, draft: ItemDraft): string => idOf(owner, draft, readAddress(draft));

/**
 * An item's id as an own export carries it. Signed for its owner, so that a made-up file cannot occupy the id under which
 * somebody else would add an item. 32 characters.
 */
export const signedIdOf = (owner: string, id: string): string =>
  id + keyedHash('export', `${owner} ${id}`).slice(0, 16);

/** Hashed: names may be long, and thousands of keys have to fit into one query. */
export const sameKeyOf = (name: string): string => shortHash(sameName(name));

/** A content is its address, whoever likes it. */
export const contentKeyOf = (canonical: string): string => shortHash('content', canonical);

/** Where a draft does not say what it is, its address does. */
function guessedType({ kind, url }: ItemDraft): ItemDocument['targetType'] {
  if (url?.includes('mp.weixin.qq.com/s')) return 'article';
  if (kind === 'follow')
    return url === undefined || url.includes('mp.weixin.qq.com') ? 'official-account' : 'other';
  return url === undefined ? 'other' : 'article';
}

/** The person's own words; what a draft leaves out is off, empty or unknown. */
const DEFAULTS = { tags: [], starred: false, protected: false, marks: [], dead: false };

/** Instants in the future cannot be true: they become now. */
function readFields(
  draft: ItemDraft,
  now: number,
): Pick<ItemDocument, 'addedAt' | 'lastReadAt' | 'readRank'> {
  const addedAt = Math.min(draft.addedAt ?? now, now);
  if (draft.lastReadAt === undefined) return { addedAt, lastReadAt: undefined, readRank: NEVER_READ };
  const lastReadAt = Math.min(draft.lastReadAt, now);
  return { addedAt, lastReadAt, readRank: lastReadAt };
}

type Described = Pick<
  ItemDocument,
  'name' | 'note' | 'handle' | 'label' | 'snapshot' | 'tags' | 'folder' | 'postsPerWeek'
>;

/** What lists are sorted, searched and grouped by. */
export const derivedFields = (
  item: Described,
): Pick<
  ItemDocument,
  'searchText' | 'tagTexts' | 'folderText' | 'sortName' | 'sameKey' | 'frequencyRank'
> => ({
  searchText: searchTextOf(item),
  tagTexts: tagTextsOf(item.tags),
  folderText: item.folder === undefined ? undefined : folderTextOf(item.folder),
  sortName: sortNameOf(item.name),
  sameKey: sameKeyOf(item.name),
  frequencyRank: item.postsPerWeek ?? UNKNOWN_FREQUENCY,
});

export function newItem(owner: string, draft: ItemDraft, now: number): ItemDocument {
  const { url: _, ...fields } = { ...DEFAULTS, ...draft };
  const address = readAddress(draft);
  return withoutEmpty({
    ...fields,
    ...readFields(draft, now),
    ...{ _id: idOf(owner, draft, address), owner, state: 'live', rev: 1 },
    url: address?.url,
    targetType: draft.targetType ?? guessedType(draft),
    ...derivedFields(fields),
    contentKey: draft.kind === 'like' && address ? contentKeyOf(address.canonical) : undefined,
  });
}

/** What its owner sees. `days`: threshold of silence. */
export function itemView(item: ItemDocument, now: number, days?: SilentDays): ItemView {
  const { _id, kind, name, targetType: type, tags, starred, marks, addedAt, dead, rev } = item;
  const { url, handle, label, folder, note, lastReadAt, postsPerWeek, snapshot: taken } = item;
  const lockedUntil = lockedUntilOf(item.cancels, now);
  return withoutEmpty({
    ...{
      id: _id,
      kind,
      name,
      targetType: type,
      tags,
      starred,
      protected: item.protected,
      marks,
      addedAt,
      dead,
      rev,
    },
    ...({ url, handle, label, folder, note, lastReadAt, postsPerWeek, snapshot: taken } as Partial<ItemView>),
    ...(lockedUntil !== undefined && { lockedUntil }),
    silence: silenceOf(lastReadAt, now, days),
  });
}

export const trashView = (item: ItemDocument, now: number): TrashView => ({
  ...itemView(item, now),
  trashedAt: item.trashedAt ?? 0,
  purgeAt: item.purgeAt ?? 0,
  batchId: item.batchId ?? '',
  ...(item.platformDoneAt !== undefined && { platformDoneAt: item.platformDoneAt }),
});
