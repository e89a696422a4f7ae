import * as v from 'valibot';
import type { ItemFilter, ItemKind, ItemSort } from '../../../typings/contract/items';
import type { Query } from '../platform/database';
import type { ItemDocument } from './document';
import { FREQUENT_POSTS, silentSince, unopenedSince } from './rules';
import { foldText } from './search-text';

export const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** A search is a plain substring, whatever characters it has. */
function searchClause(text: string | undefined): Query[] {
  const query = foldText(text ?? '').trim();
  if (query === '') return [];
  const found = { $regularExpression: { pattern: escaped(query), options: '' } };
  return [{ $or: [{ searchText: found }, { tagTexts: found }, { folderText: found }] }];
}

function silenceClause({ silence, silentDays }: ItemFilter, now: number): Query[] {
  if (silence === undefined) return [];
  if (silence === 'unknown') return [{ lastReadAt: { $exists: false } }];
  const since = silentSince(now, silentDays);
  return [{ lastReadAt: silence === 'silent' ? { $lte: since } : { $gt: since } }];
}

/** Never opened, and there long enough to have been. */
function unopenedClause({ unopened }: ItemFilter, now: number): Query[] {
  if (unopened === undefined) return [];
  const since = unopenedSince(now);
  if (unopened) return [{ lastReadAt: { $exists: false }, addedAt: { $lte: since } }];
  return [{ $or: [{ lastReadAt: { $exists: true } }, { addedAt: { $gt: since } }] }];
}

const frequentClause = ({ frequent }: ItemFilter): Query[] =>
  frequent === undefined
    ? []
    : [{ frequencyRank: frequent ? { $gt: FREQUENT_POSTS } : { $lte: FREQUENT_POSTS } }];

function equalClauses({
  tag,
  label,
  folder,
  starred,
  dead,
  marked,
  targetType,
  ...rest
}: ItemFilter): Query[] {
  const own = { label, folder, starred, protected: rest.protected, dead, targetType };
  const equal = { ...own, tags: tag, marks: marked };
  const given = Object.entries(equal).filter(([, value]) => value !== undefined);
  return given.map(([field, value]) => ({ [field]: value }));
}

/** The conditions of a filter save `duplicate`, which asks other items too. Values come from the schema: never operators. */
export const filterClauses = (filter: ItemFilter, now: number): Query[] => [
  ...equalClauses(filter),
  ...silenceClause(filter, now),
  ...frequentClause(filter),
  ...unopenedClause(filter, now),
  ...searchClause(filter.query),
];

/** Live items of one person and kind: an equality prefix of every index, then the conditions. */
export const liveQuery = (owner: string, kind: ItemKind, clauses: Query[]): Query => ({
  owner,
  kind,
  state: 'live',
  ...(clauses.length > 0 && { $and: clauses }),
});

interface Order {
  field: 'addedAt' | 'sortName' | 'readRank' | 'frequencyRank';
  direction: 1 | -1;
}

/** `last-read` begins with what was not opened for longest; without a record comes last. */
const ORDERS: Record<ItemSort, Order> = {
  recent: { field: 'addedAt', direction: -1 },
  name: { field: 'sortName', direction: 1 },
  'last-read': { field: 'readRank', direction: 1 },
  frequency: { field: 'frequencyRank', direction: -1 },
};

export function sortKeys(sort: ItemSort): [string, 1 | -1][] {
  const { field, direction } = ORDERS[sort];
  return [
    [field, direction],
    ['_id', direction],
  ];
}

const cursorShape = v.strictTuple([
  v.picklist(['recent', 'name', 'last-read', 'frequency']),
  v.union([v.number(), v.pipe(v.string(), v.maxLength(200))]),
  v.pipe(v.string(), v.regex(/^[\w-]{1,32}$/)),
]);

type Cursor = v.InferOutput<typeof cursorShape>;

export const encodeCursor = (value: unknown): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

/** The JSON inside a cursor, or undefined when it is none. */
export function decodeCursor(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
}

type SortKeys = Partial<Pick<ItemDocument, Order['field']>> & { _id: string };

export const cursorAfter = (sort: ItemSort, item: SortKeys): string =>
  encodeCursor([sort, item[ORDERS[sort].field] ?? 0, item._id] satisfies Cursor);

export interface Place {
  /** On the sort key alone, for an index to follow. */
  range: Query;
  /** Exact, for equal keys. */
  clause: Query;
}

/** What comes after a cursor; undefined when the text is no cursor of this order. */
export function placeAfter(sort: ItemSort, text: string): Place | undefined {
  const parsed = v.safeParse(cursorShape, decodeCursor(text));
  if (!parsed.success || parsed.output[0] !== sort) return undefined;
  const [, value, id] = parsed.output;
  const { field, direction } = ORDERS[sort];
  if ((typeof value === 'string') !== (field === 'sortName')) return undefined;
  const past = direction === 1 ? '$gt' : '$lt';
  return {
    range: { [field]: { [`${past}e`]: value } },
    clause: { $or: [{ [field]: { [past]: value } }, { [field]: value, _id: { [past]: id } }] },
  };
}
