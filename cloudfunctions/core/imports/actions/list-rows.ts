import * as v from 'valibot';
import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done, refuse } from '../../gateway/refusal';
import { cursorText } from '../../items/schema';
import { readPlace, readRows } from '../pages';
import { importId, rowVerdict } from '../schema';
import { findImport } from '../store';

export const listImportRows = defineAction<'imports.rows'>({
  who: 'self',
  input: exactObject({
    importId,
    verdict: v.exactOptional(rowVerdict),
    cursor: v.exactOptional(cursorText),
  }),
  run: async ({ importId: id, verdict, cursor }, { uid }) => {
    const place = readPlace(cursor);
    if (!place) return refuse('BAD_INPUT', { path: 'cursor', expected: 'a cursor of this list' });
    if (!(await findImport(uid, id))) return refuse('NOT_FOUND');
    return done(await readRows(uid, id, place, verdict));
  },
});
