import type { RowOutcome } from '../../../typings/contract/imports';
import type { ItemDraft } from '../../../typings/contract/items';
import type { ItemDocument } from '../items/document';
import { newItem } from '../items/document';
import { isRestorable, mergedTags } from '../items/rules';
import { TAGS_MAX } from '../items/schema';
import { tagTextsOf } from '../items/search-text';
import type { ItemState } from '../items/store';
import { changeItem, findItem, findStates, insertItems, replaceExpired } from '../items/store';
import { takeQuota } from '../limits/store';
import { restoreItems } from '../trash/store';
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

const itemOf = ({ draft, trashed }: GoodRow, { import: { owner, _id }, now }: Work): ItemDocument => ({
  ...newItem(owner, draft, now),
  importId: _id,
  ...(trashed && { ...trashed, state: 'trashed', batchId: 'import' }),
});

/** Inserts together; where one was there already, one by one: the first of a pair is enough. */
async function insertRows(rows: GoodRow[], work: Work): Promise<void> {
  if (rows.length === 0) return;
  const isWhole = await insertItems(rows.map(row => itemOf(row, work)));
  for (const row of rows) {
    if (!isWhole) await insertItems([itemOf(row, work)]);
    work.outcomes.set(row, 'added');
  }
}

/** Adds tags and keeps the earlier date; tried again when another device edits at that moment. */
async function mergeRow({ itemId, draft }: GoodRow, { import: { owner }, now }: Work): Promise<RowOutcome> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const item = await findItem(owner, itemId);
    if (item?.state !== 'live') return 'skipped';
    const tags = mergedTags(item.tags, draft.tags ?? [], TAGS_MAX);
    const addedAt = Math.min(item.addedAt, draft.addedAt ?? now);
    const set = { tags, addedAt, tagTexts: tagTextsOf(tags) };
    if (await changeItem(owner, itemId, { rev: item.rev }, { $set: set, $inc: { rev: 1 } })) return 'merged';
  }
  return 'failed';
}

const bringsMore = ({ draft }: GoodRow, item: ItemState): boolean =>
  (draft.addedAt ?? item.addedAt) < item.addedAt ||
  mergedTags(item.tags, draft.tags ?? [], TAGS_MAX).length > item.tags.length;

/** Rows whose item is in the list: those that bring nothing new need no request. */
async function mergeRows(rows: GoodRow[], states: Map<string, ItemState>, work: Work): Promise<void> {
  for (const row of rows) {
    const item = states.get(row.itemId);
    const isOwn = item?.importId === work.import._id && row.verdict === 'new';
    if (isOwn) work.outcomes.set(row, 'added');
    else work.outcomes.set(row, item && !bringsMore(row, item) ? 'merged' : await mergeRow(row, work));
  }
}

async function restoreRows(
  rows: GoodRow[],
  { import: { owner, restoreTrashed }, chargeId, now, outcomes }: Work,
): Promise<void> {
  const ids = [...new Set(rows.map(row => row.itemId))];
  if (ids.length === 0) return;
  const take = { uid: owner, policy: 'restore' as const, now, take: ids.length, refund: ids, chargeId };
  const isAllowed = restoreTrashed && (await takeQuota(take)).ok;
  if (isAllowed) await restoreItems(owner, ids, now);
  for (const row of rows) outcomes.set(row, isAllowed ? 'restored' : restoreTrashed ? 'failed' : 'skipped');
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
  };
  for (const row of due) {
    const isRepeated = seen.has(row.itemId);
    seen.add(row.itemId);
    groups[isRepeated ? 'live' : groupOf(states.get(row.itemId), row, work)].push(row);
  }
  await insertRows(groups.fresh, work);
  await replaceRows(groups.over, work);
  await restoreRows(groups.trashed, work);
  await mergeRows(groups.live, states, work);
  return rows.map(row => {
    if (!isGood(row)) return { ...row, outcome: 'skipped' };
    const outcome = work.outcomes.get(row);
    return outcome ? { ...row, outcome } : row;
  });
}

function groupOf(
  item: ItemState | undefined,
  row: GoodRow,
  work: Work,
): 'fresh' | 'live' | 'trashed' | 'over' {
  if (!item) return 'fresh';
  const isOwn = item.importId === work.import._id && row.verdict === 'new';
  if (item.state === 'live' || isOwn) return 'live';
  return isRestorable(item.purgeAt ?? 0, work.now) ? 'trashed' : 'over';
}
