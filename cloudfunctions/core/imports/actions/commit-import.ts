import * as v from 'valibot';
import type { ImportView } from '../../../../typings/contract/imports';
import { type CallFacts, defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done, grouped, type Outcome, refuse } from '../../gateway/refusal';
import { ITEMS_MAX } from '../../items/rules';
import { countItems } from '../../items/store';
import { quotaOf } from '../../limits/rules';
import { readLimits, takeQuota } from '../../limits/store';
import type { LoggedOperation } from '../../logs/rules';
import { commitRows } from '../committing';
import { type ImportDocument, importView } from '../document';
import { bringBack } from '../person-part';
import { refuseRows } from '../refusal';
import { addOutcomes, NO_OUTCOMES, STAGED_MS } from '../rules';
import { runWhile } from '../running';
import { importId } from '../schema';
import { findChunk, findImport, keepRows, moveImport, recordChunk } from '../store';

async function begin(
  staged: ImportDocument,
  restoreTrashed: boolean,
  call: CallFacts,
): Promise<Outcome<ImportDocument>> {
  const { uid, now } = call;
  if (now >= staged.expiresAt) return refuse('GONE', { message: '预览已经过期，请重新导入一次' });
  if ((await countItems(uid)) + staged.counts.new > ITEMS_MAX) {
    return refuse('TOO_LARGE', { message: `一共最多保存 ${grouped(ITEMS_MAX)} 个`, max: ITEMS_MAX });
  }
  const take = staged.total - staged.counts.bad;
  const taken = await takeQuota({ uid, policy: 'import.rows', now, take, chargeId: staged._id });
  if (!taken.ok) return refuseRows(taken.quota);
  return done(await nextRound(staged, restoreTrashed, now));
}

/** Another commit may have begun the round already: then this one goes on with it. */
async function nextRound(
  document: ImportDocument,
  restoreTrashed: boolean,
  now: number,
): Promise<ImportDocument> {
  const expiresAt = now + 24 * STAGED_MS;
  await keepRows(document._id, expiresAt);
  const changes = {
    ...{ state: 'committing' as const, round: document.round + 1, position: 0, outcomes: NO_OUTCOMES },
    ...{ restoreTrashed, expiresAt },
  };
  const begun = await moveImport(document, changes);
  return begun ?? (await findImport(document.owner, document._id)) ?? document;
}

/** One chunk: its items, its outcomes, then the position. undefined: another call was faster. */
async function step(document: ImportDocument, now: number): Promise<ImportDocument | undefined> {
  const { _id, owner, position, chunks, round } = document;
  const chunk = await findChunk(owner, _id, position);
  if (!chunk) return moveImport(document, { state: 'done' });
  const isHandled = chunk.round >= round;
  const rows = isHandled ? chunk.rows : await commitRows(chunk.rows, document, now);
  const isRecorded = isHandled || (await recordChunk(chunk, rows, round));
  if (!isRecorded) return undefined;
  const state = position + 1 >= chunks ? ('done' as const) : ('committing' as const);
  return moveImport(document, {
    state,
    position: position + 1,
    outcomes: addOutcomes(document.outcomes, rows),
  });
}

/** One line for an import, however often failed rows are tried again. An own file brings items of every kind. */
function logOf({ importId: key, state, format, kind, outcomes }: ImportView): LoggedOperation | undefined {
  const count = outcomes.added + outcomes.merged + outcomes.restored;
  if (state !== 'done' || count === 0) return undefined;
  return { what: 'imported', count, key, ...(format !== 'liyili-json' && { kind }) };
}

export const commitImport = defineAction<'imports.commit'>({
  who: 'self',
  input: exactObject({ importId, restoreTrashed: v.exactOptional(v.boolean()) }),
  logs: ({ import: view }) => logOf(view),
  run: async ({ importId: id, restoreTrashed = false }, call) => {
    const document = await findImport(call.uid, id);
    if (!document) return refuse('NOT_FOUND');
    let current = document;
    if (document.state === 'staged') {
      const begun = await begin(document, restoreTrashed, call);
      if (!begun.ok) return begun;
      current = begun.data;
    } else if (document.state === 'done' && document.outcomes.failed > 0) {
      current = await nextRound(document, document.restoreTrashed, call.now);
    }
    const { uid, now } = call;
    const worked = await runWhile(current, 'committing', one => step(one, now));
    if (worked.state === 'done' && worked.person) await bringBack(worked.person, call);
    return done({ import: importView(worked) }, quotaOf(await readLimits(uid, now), 'import.rows', now));
  },
});
