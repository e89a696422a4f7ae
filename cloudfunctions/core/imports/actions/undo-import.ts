import { anchorLikes } from '../../contents/store';
import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done, refuse } from '../../gateway/refusal';
import { type ImportDocument, importView } from '../document';
import { runWhile } from '../running';
import { importId } from '../schema';
import { findChunk, findImport, moveImport, trashAdded } from '../store';

/** One chunk's items, of which likes are anchored before, then the position. undefined: another call was faster. */
async function step(document: ImportDocument, now: number): Promise<ImportDocument | undefined> {
  const { _id, owner, position, removed = 0 } = document;
  const chunk = await findChunk(owner, _id, position);
  if (!chunk) return moveImport(document, { state: 'undone' });
  const added = chunk.rows.filter(row => row.outcome === 'added' && row.trashed === undefined);
  const ids = added.flatMap(row => row.itemId ?? []);
  if (added.some(({ draft }) => draft?.kind === 'like')) await anchorLikes(document, ids, now);
  const count = ids.length === 0 ? 0 : await trashAdded(document, ids, now);
  return moveImport(document, { position: chunk.chunk + 1, removed: removed + count });
}

/** Another call may have begun it already: then this one goes on with it. */
async function begin(document: ImportDocument): Promise<ImportDocument> {
  const begun = await moveImport(document, { state: 'undoing', position: 0, removed: 0 });
  return begun ?? (await findImport(document.owner, document._id)) ?? document;
}

export const undoImport = defineAction<'imports.undo'>({
  who: 'self',
  input: exactObject({ importId }),
  logs: ({ import: { importId: key, state, kind, removed: count = 0 } }) =>
    state === 'undone' ? { what: 'import-undone', kind, count, key } : undefined,
  run: async ({ importId: id }, { uid, now }) => {
    const document = await findImport(uid, id);
    if (!document) return refuse('NOT_FOUND');
    const { state, expiresAt } = document;
    if (state === 'staged' || state === 'committing')
      return refuse('CONFLICT', { message: '还没有导入完，不用撤销' });
    if (now >= expiresAt) return refuse('GONE', { message: '导入超过 24 小时，不能撤销了' });
    const begun = state === 'done' ? await begin(document) : document;
    return done({ import: importView(await runWhile(begun, 'undoing', one => step(one, now))) });
  },
});
