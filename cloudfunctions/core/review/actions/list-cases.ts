import * as v from 'valibot';
import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done, refuse } from '../../gateway/refusal';
import { decodeCursor, encodeCursor } from '../../items/query';
import { cursorText } from '../../items/schema';
import { caseView } from '../rules';
import { caseId } from '../schema';
import { listCases } from '../store';

const PAGE = 20;
const cursorShape = v.strictTuple([v.picklist(['open', 'decided']), v.number(), caseId]);

export const listCasesAction = defineAction<'review.list'>({
  who: 'administrator',
  input: exactObject({ state: v.picklist(['open', 'decided']), cursor: v.exactOptional(cursorText) }),
  run: async ({ state, cursor }, { now }) => {
    const place = cursor === undefined ? undefined : v.safeParse(cursorShape, decodeCursor(cursor));
    if (place && (!place.success || place.output[0] !== state))
      return refuse('BAD_INPUT', { path: 'cursor', expected: 'a cursor of this list' });
    const after = place?.success && { at: place.output[1], id: place.output[2] };
    const rows = await listCases({ state, limit: PAGE + 1, ...(after && { after }) });
    const items = rows.slice(0, PAGE).map(row => caseView(row.document, row.slowUntil, now));
    const last = rows.length > PAGE ? items.at(-1) : undefined;
    const at = state === 'open' ? last?.openedAt : last?.decidedAt;
    return done(
      last && at !== undefined ? { items, cursor: encodeCursor([state, at, last.caseId]) } : { items },
    );
  },
});
