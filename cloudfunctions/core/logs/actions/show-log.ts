import * as v from 'valibot';
import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done, refuse } from '../../gateway/refusal';
import { decodeCursor, encodeCursor } from '../../items/query';
import { cursorText } from '../../items/schema';
import { readPerson } from '../../people/store';
import { type LogPlace, logPage, type PlacedLine } from '../rules';
import { readLines } from '../store';

const PAGE = 50;

/** Who never opened home or 我的 gets the document that the log is read from: then four requests. */
async function linesOf(uid: string, place: LogPlace | undefined): Promise<PlacedLine[]> {
  const lines = await readLines(uid, place, PAGE + 1);
  if (lines) return lines;
  await readPerson(uid);
  return (await readLines(uid, place, PAGE + 1)) ?? [];
}

const cursorShape = v.strictTuple([v.number(), v.pipe(v.string(), v.regex(/^[\w:-]{1,80}$/))]);

/** One request. */
export const showLog = defineAction<'me.log'>({
  who: 'self',
  input: exactObject({ cursor: v.exactOptional(cursorText) }),
  run: async ({ cursor }, { uid }) => {
    const parsed = cursor === undefined ? undefined : v.safeParse(cursorShape, decodeCursor(cursor));
    if (parsed && !parsed.success)
      return refuse('BAD_INPUT', { path: 'cursor', expected: 'a cursor of this list' });
    const place = parsed && { at: parsed.output[0], id: parsed.output[1] };
    const { items, next } = logPage(await linesOf(uid, place), PAGE);
    return done(next ? { items, cursor: encodeCursor([next.at, next.id]) } : { items });
  },
});
