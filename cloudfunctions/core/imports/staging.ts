import * as v from 'valibot';
import type { ItemDraft, ItemKind } from '../../../typings/contract/items';
import { itemIdOf } from '../items/document';
import { isRestorable, RETENTION_MS } from '../items/rules';
import { instant, itemDraft } from '../items/schema';
import type { ParsedRow } from './formats/parsed-row';
import type { StagedRow } from './rules';

const NAME_SHOWN = 80;

/** Why a field cannot be used, by its name; the whole row is left out then. */
const REASONS: Record<string, string> = {
  name: '没有名称，或者名称太长',
  url: '链接不完整',
  tags: '标签太多或太长',
  addedAt: '添加时间读不出来',
  lastReadAt: '上次打开的时间读不出来',
  postsPerWeek: '推送频率不是数字',
};

const trashFields = v.object({ trashedAt: instant, purgeAt: instant });

interface Facts {
  owner: string;
  kind: ItemKind;
  now: number;
}

const bad = ({ row, raw }: ParsedRow, reason: string): StagedRow => ({
  ...{ row, verdict: 'bad', reason },
  name: raw.slice(0, NAME_SHOWN),
});

function draftOf(fields: Record<string, unknown>, kind: ItemKind): v.SafeParseResult<typeof itemDraft> {
  const { trashedAt: _at, purgeAt: _until, ...draft } = fields;
  return v.safeParse(itemDraft, { kind, ...draft }, { abortEarly: true });
}

/** When an item of an export's trash was trashed and will be purged: never longer than 72 h from now. */
function trashOf(fields: Record<string, unknown>, now: number): StagedRow['trashed'] | 'over' | undefined {
  if (!('trashedAt' in fields)) return undefined;
  const read = v.safeParse(trashFields, fields);
  if (!read.success) return 'over';
  const trashedAt = Math.min(read.output.trashedAt, now);
  const purgeAt = Math.min(read.output.purgeAt, trashedAt + RETENTION_MS);
  return isRestorable(purgeAt, now) ? { trashedAt, purgeAt } : 'over';
}

/** One record checked against the rules for drafts; what stands in the database is looked at later. */
export function stageRow(parsed: ParsedRow, { owner, kind, now }: Facts): StagedRow {
  const result = draftOf(parsed.fields, kind);
  if (!result.success) {
    const field = String(result.issues[0].path?.[0]?.key ?? '');
    return bad(parsed, REASONS[field] ?? '这一行读不出来');
  }
  const draft: ItemDraft = result.output;
  const trashed = trashOf(parsed.fields, now);
  if (trashed === 'over') return bad(parsed, '在最近删除里的 72 小时已过');
  return {
    ...{
      row: parsed.row,
      verdict: 'new',
      name: draft.name.slice(0, NAME_SHOWN),
      itemId: itemIdOf(owner, draft),
      draft,
    },
    ...(trashed && { trashed, reason: '会放进最近删除' }),
  };
}

/** What is there already under a row's id. */
export type Existing = 'live' | 'trashed';

/** Gives each good row its verdict: against the database, and against the rows before it. */
export function judgeRows(rows: StagedRow[], existing: Map<string, Existing>): StagedRow[] {
  const firstRows = new Map<string, number>();
  return rows.map(row => {
    if (row.itemId === undefined) return row;
    const first = firstRows.get(row.itemId);
    if (first !== undefined)
      return { ...row, verdict: 'duplicate', reason: `和第 ${first} 行相同，会合并标签` };
    firstRows.set(row.itemId, row.row);
    const state = existing.get(row.itemId);
    if (state === 'live') return { ...row, verdict: 'duplicate', reason: '已经在列表里，会合并标签' };
    return state === 'trashed' ? { ...row, verdict: 'trashed', reason: '在最近删除里，可以恢复' } : row;
  });
}
