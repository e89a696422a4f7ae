import * as v from 'valibot';
import type { ItemDraft, ItemKind } from '../../../typings/contract/items';
import { itemIdOf, signedIdOf } from '../items/document';
import { isRestorable, RETENTION_MS } from '../items/rules';
import { instant, itemDraft } from '../items/schema';
import { shortHash } from '../platform/crypto';
import type { ParsedRow } from './formats/parsed-row';
import { cut } from './formats/texts';
import type { StagedRow } from './rules';

const NAME_SHOWN = 80;

/** Why a field cannot be used, by its name; the whole row is left out then. */
const REASONS: Record<string, string> = {
  name: '没有名称，或者名称太长',
  url: '链接不完整，或者不是网址',
  handle: '账号太长',
  label: '身份标识太长',
  tags: '标签太多或太长',
  folder: '文件夹的名字太长',
  note: '备注太长',
  kind: '不知道属于关注、点赞还是收藏',
  marks: '标记读不出来',
  snapshot: '原标题、原作者或封面读不出来',
  addedAt: '添加时间读不出来',
  lastReadAt: '上次打开的时间读不出来',
  postsPerWeek: '推送频率不是数字',
};
const UNSHOWN = '有不能显示的字符';

/** What an own export says of an item beside its draft. */
const ownFacts = v.object({
  /** Signed id under which the item was added first; it may have been renamed since. */
  key: v.exactOptional(v.pipe(v.string(), v.regex(/^[\w-]{32}$/))),
  trashedAt: v.exactOptional(instant),
  purgeAt: v.exactOptional(instant),
  batchId: v.exactOptional(v.pipe(v.string(), v.regex(/^[\w-]{1,32}$/))),
  platformDoneAt: v.exactOptional(instant),
});
type OwnFacts = v.InferOutput<typeof ownFacts>;
const OWN_FACTS = new Set(Object.keys(ownFacts.entries));

interface Facts {
  owner: string;
  kind: ItemKind;
  now: number;
}

const bad = ({ row, raw }: ParsedRow, reason: string): StagedRow => ({
  ...{ row, verdict: 'bad', reason },
  name: cut(raw.replace(/[\p{Cc}\p{Cs}]+/gu, ' '), NAME_SHOWN),
});

/** A half of a character would become another one in the database, and the item could not be met again. */
const hasHalves = (value: unknown): boolean =>
  typeof value === 'string'
    ? /\p{Cs}/u.test(value)
    : typeof value === 'object' && value !== null && Object.values(value).some(hasHalves);

/** A snapshot of another service is as old as the item, unless the file says when it was taken. */
function draftFields(fields: Record<string, unknown>, kind: ItemKind, now: number): Record<string, unknown> {
  const draft = Object.fromEntries(Object.entries(fields).filter(([name]) => !OWN_FACTS.has(name)));
  const { snapshot, addedAt } = draft;
  const isUndated = typeof snapshot === 'object' && snapshot !== null && !('takenAt' in snapshot);
  return { kind, ...draft, ...(isUndated && { snapshot: { ...snapshot, takenAt: addedAt ?? now } }) };
}

function readDraft(fields: Record<string, unknown>, { kind, now }: Facts): ItemDraft | string {
  const result = v.safeParse(itemDraft, draftFields(fields, kind, now), { abortEarly: true });
  if (result.success) return hasHalves(result.output) ? UNSHOWN : result.output;
  const [issue] = result.issues;
  if (issue.message === 'no control characters') return UNSHOWN;
  const field = String(issue.path?.[0]?.key ?? '');
  return (Object.hasOwn(REASONS, field) && REASONS[field]) || '这一行读不出来';
}

/** When an item of an export's trash was trashed and will be purged: never longer than 72 h from now. */
function trashOf(own: OwnFacts, now: number): StagedRow['trashed'] | 'over' {
  if (own.trashedAt === undefined) return undefined;
  const trashedAt = Math.min(own.trashedAt, now);
  const purgeAt = Math.min(own.purgeAt ?? 0, trashedAt + RETENTION_MS);
  if (!isRestorable(purgeAt, now)) return 'over';
  const { batchId, platformDoneAt } = own;
  return {
    ...{ trashedAt, purgeAt },
    ...(batchId !== undefined && { batchId }),
    ...(platformDoneAt !== undefined && { platformDoneAt }),
  };
}

/** Under its own id in the account that exported it, elsewhere under one that the same file leads to again. */
function idOf(draft: ItemDraft, key: string | undefined, { owner }: Facts): string {
  if (key === undefined) return itemIdOf(owner, draft);
  const id = key.slice(0, 16);
  return key === signedIdOf(owner, id) ? id : shortHash(owner, 'key', key);
}

/** One record checked against the rules for drafts; what stands in the database is looked at later. */
export function stageRow(parsed: ParsedRow, facts: Facts): StagedRow {
  const draft = readDraft(parsed.fields, facts);
  if (typeof draft === 'string') return bad(parsed, draft);
  const own = v.safeParse(ownFacts, parsed.fields);
  if (!own.success) return bad(parsed, '这一行读不出来');
  const trashed = trashOf(own.output, facts.now);
  if (trashed === 'over') return bad(parsed, '在最近删除里的 72 小时已过');
  return {
    ...{ row: parsed.row, verdict: 'new', name: cut(draft.name, NAME_SHOWN) },
    ...{ itemId: idOf(draft, own.output.key, facts), draft },
    ...(trashed && { trashed, reason: '会放进最近删除' }),
    ...(parsed.untitled && { untitled: true as const }),
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
    if (state === undefined) return row;
    if (row.trashed) return { ...row, verdict: 'duplicate', reason: '已经在最近删除里' };
    return { ...row, verdict: 'trashed', reason: '在最近删除里，可以恢复' };
  });
}
