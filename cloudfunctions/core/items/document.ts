import * as v from 'valibot';
import type { ItemDraft, ItemView, SilentDays, TrashView } from '../../../typings/contract/items';
import { shortHash } from '../platform/crypto';
import { canonicalUrl } from './canonical-url';
import { identityKey, silenceOf } from './rules';
import { itemKind, targetType } from './schema';
import { searchTextOf, sortNameOf } from './search-text';

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
  starred: v.boolean(),
  protected: v.boolean(),
  note: v.optional(v.string()),
  marks: v.array(v.picklist(['advert-heavy', 'outdated'])),
  addedAt: v.number(),
  lastReadAt: v.optional(v.number()),
  postsPerWeek: v.optional(v.number()),
  dead: v.boolean(),
  rev: v.number(),
  searchText: v.string(),
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
});

export type ItemDocument = v.InferOutput<typeof itemDocument>;

/** Optional fields of an item that a replacement must clear when the new one lacks them. */
export const OPTIONAL_FIELDS = [
  'url',
  'handle',
  'label',
  'note',
  'lastReadAt',
  'postsPerWeek',
  'trashedAt',
  'purgeAt',
  'batchId',
  'platformDoneAt',
  'importId',
] as const;

const withoutEmpty = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')) as T;

/** The id is derived from owner, kind and identity: adding the same thing twice meets its own first copy. */
export const itemIdOf = (owner: string, draft: ItemDraft): string => {
  const url = draft.url === undefined ? undefined : canonicalUrl(draft.url);
  return shortHash(owner, draft.kind, identityKey({ ...draft, ...(url !== undefined && { url }) }));
};

/** Where a draft does not say what it is, its address does. */
function guessedType({ kind, url }: ItemDraft): ItemDocument['targetType'] {
  if (url?.includes('mp.weixin.qq.com/s')) return 'article';
  if (kind === 'follow')
    return url === undefined || url.includes('mp.weixin.qq.com') ? 'official-account' : 'other';
  return url === undefined ? 'other' : 'article';
}

/** The person's own words; what a draft leaves out is off, empty or unknown. */
const DEFAULTS = { tags: [], starred: false, protected: false, marks: [] };

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

export function newItem(owner: string, draft: ItemDraft, now: number): ItemDocument {
  const { url, ...fields } = { ...DEFAULTS, ...draft };
  return withoutEmpty({
    ...fields,
    ...readFields(draft, now),
    ...{ _id: itemIdOf(owner, draft), owner, state: 'live', dead: false, rev: 1 },
    url: url === undefined ? undefined : canonicalUrl(url),
    targetType: draft.targetType ?? guessedType(draft),
    searchText: searchTextOf(fields),
    sortName: sortNameOf(draft.name),
    frequencyRank: draft.postsPerWeek ?? UNKNOWN_FREQUENCY,
  });
}

/** What its owner sees. `days`: threshold of silence. */
export function itemView(item: ItemDocument, now: number, days?: SilentDays): ItemView {
  const { _id, kind, name, targetType: type, tags, starred, marks, addedAt, dead, rev } = item;
  const { url, handle, label, note, lastReadAt, postsPerWeek } = item;
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
    ...({ url, handle, label, note, lastReadAt, postsPerWeek } as Partial<ItemView>),
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
