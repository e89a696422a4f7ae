import type { BatchPreview, Selection } from '../../../../typings/contract/batches';
import type { ItemKind } from '../../../../typings/contract/items';
import type { CallFacts } from '../../gateway/action';
import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done, grouped, refuse } from '../../gateway/refusal';
import { RETENTION_MS } from '../../items/rules';
import { itemKind } from '../../items/schema';
import { REMOVAL_POLICY } from '../../limits/policies';
import { nextMorning, quotaOf } from '../../limits/rules';
import { randomId } from '../../platform/crypto';
import type { BatchDocument } from '../document';
import { PREVIEW_MS, planOf } from '../rules';
import { BATCH_MAX, selection } from '../schema';
import type { Candidate, Candidates } from '../store';
import { candidatesAmong, candidatesMatching, insertBatch } from '../store';

const SAMPLE = 60;
const SKIPPED_NAMES = 20;

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
  { uid, now }: CallFacts,
): BatchDocument {
  return {
    _id: randomId(),
    owner: uid,
    kind,
    state: 'frozen',
    ids: rows.map(row => row._id),
    total: rows.length,
    ...{ position: 0, chargedTo: 0, plannedTo, removed: 0, left: 0 },
    ...{ createdAt: now, expiresAt: now + PREVIEW_MS, committedAt: 0, touchedAt: now, undone: false },
  };
}

const sampleOf = (rows: Candidate[]): BatchPreview['sample'] =>
  rows.slice(0, SAMPLE).map(({ _id, name, targetType }) => ({ id: _id, name, targetType }));

export const previewBatch = defineAction<'batches.preview'>({
  who: 'self',
  input: exactObject({ kind: itemKind, selection }),
  run: async ({ kind, selection: chosen }, call) => {
    const { now } = call;
    const found = await candidatesOf(kind, chosen, call);
    if (!found || found.rows.length === 0)
      return refuse('NOT_FOUND', { message: '没有符合条件的内容，可能已经移除' });
    const rows = found.rows.filter(row => !row.protected);
    const kept = found.rows.filter(row => row.protected);
    if (rows.length > BATCH_MAX) {
      return refuse('TOO_LARGE', {
        message: `一次最多处理 ${grouped(BATCH_MAX)} 个，请缩小范围`,
        max: BATCH_MAX,
      });
    }
    const quota = quotaOf(found.limits, REMOVAL_POLICY[kind], now);
    const plan = planOf(rows.length, quota.remaining);
    const batch = frozen(kind, rows, plan.now, call);
    await insertBatch(batch);
    return done({
      ...{ batchId: batch._id, kind, count: rows.length, sample: sampleOf(rows) },
      skipped: { count: kept.length, names: kept.slice(0, SKIPPED_NAMES).map(row => row.name) },
      ...plan,
      ...(plan.later > 0 && { laterAt: nextMorning(now) }),
      ...{ quota, expiresAt: batch.expiresAt, undoUntil: now + RETENTION_MS },
    });
  },
});
