import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RowOutcome } from '../../../typings/contract/imports';
import type { ItemDraft } from '../../../typings/contract/items';
import type { ItemDocument } from '../items/document';
import { newItem } from '../items/document';
import { isRestorable, mergedTags } from '../items/rules';
import { TAGS_MAX } from '../items/schema';
import { folderTextOf, searchTextOf, tagTextsOf } from '../items/search-text';
import type { ItemState } from '../items/store';
import { changeItem, findItem, findStates, insertItems, replaceExpired } from '../items/store';
import { takenToday } from '../limits/rules';
import { takeQuota } from '../limits/store';
import { isAllowed } from '../links/hosts';
import type { Query } from '../platform/database';
import { groupsOf } from '../platform/groups';
import { findRestorable, restoreItems } from '../trash/store';
import type { ImportDocument } from './document';
import type { StagedRow } from './rules';

/** A row that can be committed. */
interface GoodRow extends StagedRow {
  itemId: string;
  draft: ItemDraft;
}

const isGood = (row: StagedRow): row is GoodRow => row.itemId !== undefined && row.draft !== undefined;

interface Work {
  import: ImportDocument;
  /** Names what this chunk takes from a limit in this round. */
  chargeId: string;
  now: number;
  outcomes: Map<GoodRow, RowOutcome>;
}

/** Thousands of links that are never asked would keep those of others waiting. */
const canBeAsked = ({ url }: ItemDraft): boolean =>
  url !== undefined && URL.canParse(url) && isAllowed(new URL(url));

const itemOf = (
  { itemId, draft, trashed, untitled }: GoodRow,
  { import: { owner, _id }, now }: Work,
): ItemDocument => ({
  ...newItem(owner, draft, now),
  ...{ _id: itemId, importId: _id },
  ...(trashed && { batchId: _id, ...trashed, state: 'trashed' as const }),
  ...(untitled && !trashed && canBeAsked(draft) && { describeAt: now }),
});

/** Documents a request: while the database stores one group the next is made. */
const GROUP = 250;

async function insertRows(rows: GoodRow[], work: Work): Promise<void> {
  const inserts: Promise<void>[] = [];
  for (const group of groupsOf(rows, GROUP)) {
    inserts.push(insertGroup(group, work));
    await nextTurn();
  }
  await Promise.all(inserts);
}

/** Inserts together; where one was there already, one by one: the first of a pair is enough. */
async function insertGroup(rows: GoodRow[], work: Work): Promise<void> {
  const isWhole = await insertItems(rows.map(row => itemOf(row, work)));
  for (const row of rows) {
    const isAdded = isWhole || (await insertItems([itemOf(row, work)]));
    work.outcomes.set(row, isAdded ? 'added' : await meetRow(row, work));
  }
}

/** What is there in a new row's place: what a killed run of this import inserted, or what another device was faster with. */
async function meetRow(row: GoodRow, work: Work): Promise<RowOutcome> {
  const [item] = await findStates(work.import.owner, [row.itemId]);
  return item?.importId === work.import._id ? 'added' : mergeRow(row, work);
}

/** What a row adds to the item that is there: tags, an earlier date, a folder or snapshot it lacks. */
function additions(
  draft: ItemDraft,
  item: Pick<ItemState, 'tags' | 'addedAt' | 'folder' | 'snapshot'>,
): Query {
  const tags = mergedTags(item.tags, draft.tags ?? [], TAGS_MAX);
  const { addedAt = item.addedAt, folder, snapshot } = draft;
  return {
    ...(tags.length > item.tags.length && { tags, tagTexts: tagTextsOf(tags) }),
    ...(addedAt < item.addedAt && { addedAt }),
    ...(folder && item.folder === undefined && { folder, folderText: folderTextOf(folder) }),
    ...(snapshot && item.snapshot === undefined && { snapshot }),
  };
}

/** Tried again when another device edits at that moment. */
async function mergeRow({ itemId, draft }: GoodRow, { import: { owner } }: Work): Promise<RowOutcome> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const item = await findItem(owner, itemId);
    if (item?.state !== 'live') return 'skipped';
    const added = additions(draft, item);
    const snapshot = draft.snapshot ?? item.snapshot;
    const set = { ...added, ...('snapshot' in added && { searchText: searchTextOf({ ...item, snapshot }) }) };
    if (Object.keys(set).length === 0) return 'merged';
    if (await changeItem(owner, itemId, { rev: item.rev }, { $set: set, $inc: { rev: 1 } })) return 'merged';
  }
  return 'failed';
}

const bringsMore = ({ draft }: GoodRow, item: ItemState): boolean =>
  Object.keys(additions(draft, item)).length > 0;

/** Rows that bring nothing new need no request. */
const mergeIfMore = async (row: GoodRow, item: ItemState | undefined, work: Work): Promise<RowOutcome> =>
  item && !bringsMore(row, item) ? 'merged' : mergeRow(row, work);

/** Rows whose item is in the list; a repeated call finds there what the first one added or restored. */
async function mergeRows(rows: GoodRow[], states: Map<string, ItemState>, work: Work): Promise<void> {
  const { _id, restoreTrashed } = work.import;
  for (const row of rows) {
    const item = states.get(row.itemId);
    const isOwn = item?.importId === _id && row.verdict === 'new';
    const outcome = isOwn ? 'added' : await mergeIfMore(row, item, work);
    const isRestored = outcome === 'merged' && row.verdict === 'trashed' && restoreTrashed;
    work.outcomes.set(row, isRestored ? 'restored' : outcome);
  }
}

/** Takes the restores from their limit and gives back what removing the items took. */
async function mayRestore(ids: string[], { import: { owner }, chargeId, now }: Work): Promise<boolean> {
  const found = await findRestorable(owner, ids, now);
  const likes = found.filter(row => row.kind === 'like').map(row => row._id);
  const back = { refund: takenToday(found, now), likes };
  return (await takeQuota({ uid: owner, policy: 'restore', now, take: ids.length, chargeId, ...back })).ok;
}

/** Restores what is in the trash, then adds what the rows bring, as to an item that never left the list. */
async function restoreRows(rows: GoodRow[], states: Map<string, ItemState>, work: Work): Promise<void> {
  const { owner, restoreTrashed } = work.import;
  const ids = [...new Set(rows.map(row => row.itemId))];
  if (ids.length === 0) return;
  const isAllowed = restoreTrashed && (await mayRestore(ids, work));
  const outcome = isAllowed ? 'restored' : restoreTrashed ? 'failed' : 'skipped';
  for (const row of rows) work.outcomes.set(row, outcome);
  if (!isAllowed) return;
  await restoreItems(owner, ids, work.now);
  for (const row of rows) await mergeIfMore(row, states.get(row.itemId), work);
}

async function replaceRows(rows: GoodRow[], work: Work): Promise<void> {
  for (const row of rows) {
    const item = itemOf(row, work);
    const isThere = (await replaceExpired(item, work.now)) || (await insertItems([item]));
    work.outcomes.set(row, isThere ? 'added' : 'failed');
  }
}

/**
 * Commits the rows of one chunk that have no final outcome yet and gives all rows with theirs. Repeating it
 * changes nothing: ids are derived from the rows, and an item knows the import that brought it.
 */
export async function commitRows(
  rows: StagedRow[],
  document: ImportDocument,
  now: number,
): Promise<StagedRow[]> {
  const { _id, round, position } = document;
  const chargeId = `${_id}:${round}:${position}`;
  const work: Work = { import: document, chargeId, now, outcomes: new Map() };
  const due = rows.filter(isGood).filter(row => row.outcome === undefined || row.outcome === 'failed');
  const found = await findStates(document.owner, [...new Set(due.map(row => row.itemId))]);
  const states = new Map(found.map(item => [item._id, item]));
  const seen = new Set<string>();
  const groups = {
    fresh: [] as GoodRow[],
    live: [] as GoodRow[],
    trashed: [] as GoodRow[],
    over: [] as GoodRow[],
    settled: [] as GoodRow[],
  };
  for (const row of due) {
    const isRepeated = seen.has(row.itemId);
    seen.add(row.itemId);
    groups[isRepeated ? 'live' : groupOf(states.get(row.itemId), row, work)].push(row);
  }
  await insertRows(groups.fresh, work);
  await replaceRows(groups.over, work);
  await restoreRows(groups.trashed, states, work);
  await mergeRows(groups.live, states, work);
  for (const row of groups.settled) work.outcomes.set(row, 'skipped');
  return rows.map(row => {
    if (!isGood(row)) return { ...row, outcome: 'skipped' };
    const outcome = work.outcomes.get(row);
    return outcome ? { ...row, outcome } : row;
  });
}

/** `settled`: an item of an export's trash that lies in the trash already. */
function groupOf(
  item: ItemState | undefined,
  row: GoodRow,
  work: Work,
): 'fresh' | 'live' | 'trashed' | 'over' | 'settled' {
  if (!item) return 'fresh';
  const isOwn = item.importId === work.import._id && row.verdict === 'new';
  if (item.state === 'live' || isOwn) return 'live';
  if (!isRestorable(item.purgeAt ?? 0, work.now)) return 'over';
  return row.trashed ? 'settled' : 'trashed';
}
