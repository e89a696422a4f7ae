import type { BatchPreview, Selection } from '../../../../typings/contract/batches';
import type { ItemKind } from '../../../../typings/contract/items';
import type { CallFacts } from '../../gateway/action';
import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done, grouped, type Refused, refuse } from '../../gateway/refusal';
import { RETENTION_MS } from '../../items/rules';
import { itemKind } from '../../items/schema';
import { lockedUntilOf } from '../../limits/content-lock';
import { limitOf, REMOVAL_POLICY } from '../../limits/policies';
import { type LimitsState, nextMorning, quotaOf } from '../../limits/rules';
import { isWindowOpen, risksOf } from '../../limits/unlike-rules';
import { randomId } from '../../platform/crypto';
import type { Candidate, Candidates } from '../candidates';
import { candidatesAmong, candidatesMatching } from '../candidates';
import type { BatchDocument } from '../document';
import { PREVIEW_MS, planOf } from '../rules';
import { BATCH_MAX, selection } from '../schema';
import { insertBatch } from '../store';

const SAMPLE = 60;
/** Names shown of what is left alone. */
const NAMES = 20;

async function candidatesOf(
  kind: ItemKind,
  chosen: Selection,
  call: CallFacts,
): Promise<Candidates | undefined> {
  const { uid, now } = call;
  if ('ids' in chosen) return candidatesAmong(uid, kind, chosen.ids, now);
  const excepted = new Set(chosen.except ?? []);
  const found = await candidatesMatching(uid, kind, chosen.filter, BATCH_MAX + excepted.size, now);
  return found && { ...found, rows: found.rows.filter(row => !excepted.has(row._id)) };
}

function frozen(
  kind: ItemKind,
  rows: Candidate[],
  plannedTo: number,
  { limits, isKnown }: Candidates,
  { uid, now }: CallFacts,
): BatchDocument {
  const isWindowDue = kind === 'like' && !isWindowOpen(limits, now);
  return {
    _id: randomId(),
    owner: uid,
    kind,
    state: 'frozen',
    ids: rows.map(row => row._id),
    total: rows.length,
    ...{ position: 0, chargedTo: 0, plannedTo, removed: 0, left: 0 },
    ...{ createdAt: now, expiresAt: now + PREVIEW_MS, committedAt: 0, touchedAt: now, undone: false },
    grade: limits.grade,
    ...(isKnown ? isWindowDue && { begins: 'window' } : { begins: 'document' }),
  };
}

const sampleOf = (rows: Candidate[]): BatchPreview['sample'] =>
  rows.slice(0, SAMPLE).map(({ _id, name, targetType }) => ({ id: _id, name, targetType }));

const namedOf = (rows: Candidate[]): BatchPreview['skipped'] => ({
  count: rows.length,
  names: rows.slice(0, NAMES).map(row => row.name),
});

interface Sorted {
  rows: Candidate[];
  kept: Candidate[];
  locked: Candidate[];
  /** When the first of the locked ones opens. */
  until: number;
}

function sorted(found: Candidate[], limits: LimitsState, now: number): Sorted {
  const max = limitOf('unlike.same-content', limits.grade);
  const opensAt = ({ cancels }: Candidate): number | undefined =>
    cancels && lockedUntilOf({ ...cancels, max }, now);
  const open = found.filter(row => !row.protected);
  const locked = open.filter(row => opensAt(row) !== undefined);
  const until = Math.min(...locked.map(row => opensAt(row) ?? Number.POSITIVE_INFINITY));
  return {
    rows: open.filter(row => opensAt(row) === undefined),
    kept: found.filter(row => row.protected),
    locked,
    until,
  };
}

/** Nothing can go: too much at once, or nothing but what is locked. */
function refusalOf({ rows, locked, until }: Sorted, { grade }: LimitsState): Refused | undefined {
  if (rows.length > BATCH_MAX) {
    const message = `一次最多处理 ${grouped(BATCH_MAX)} 个，请缩小范围`;
    return refuse('TOO_LARGE', { message, max: BATCH_MAX });
  }
  if (rows.length > 0 || locked.length === 0) return undefined;
  const limit = limitOf('unlike.same-content', grade);
  const message = `同一内容取消了 ${limit} 次，48 小时后才能再取消`;
  return refuse('RATE_LIMITED', {
    ...{ message, policy: 'unlike.same-content', limit, remaining: 0, retryAt: until },
  });
}

export const previewBatch = defineAction<'batches.preview'>({
  who: 'self',
  input: exactObject({ kind: itemKind, selection }),
  run: async ({ kind, selection: chosen }, call) => {
    const { now } = call;
    const found = await candidatesOf(kind, chosen, call);
    if (!found || found.rows.length === 0)
      return refuse('NOT_FOUND', { message: '没有符合条件的内容，可能已经移除' });
    const { limits } = found;
    const parts = sorted(found.rows, limits, now);
    const { rows, kept, locked, until } = parts;
    const refused = refusalOf(parts, limits);
    if (refused) return refused;
    const quota = quotaOf(limits, REMOVAL_POLICY[kind], now);
    const plan = planOf(rows.length, quota.remaining);
    const batch = frozen(kind, rows, plan.now, found, call);
    await insertBatch(batch);
    const risks = kind === 'like' ? risksOf(limits, rows.length, found.likes, now) : [];
    return done({
      ...{ batchId: batch._id, kind, count: rows.length, sample: sampleOf(rows), skipped: namedOf(kept) },
      ...(locked.length > 0 && { locked: { ...namedOf(locked), until } }),
      ...(risks.length > 0 && { risks }),
      ...plan,
      ...(plan.later > 0 && { laterAt: nextMorning(now) }),
      ...{ quota, expiresAt: batch.expiresAt, undoUntil: now + RETENTION_MS },
    });
  },
});
