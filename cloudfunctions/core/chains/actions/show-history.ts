import * as v from 'valibot';
import { eventsOf } from '../../entries/store';
import { exactObject } from '../../gateway/input';
import { done, refuse } from '../../gateway/refusal';
import { decodeCursor, encodeCursor } from '../../items/query';
import { cursorText } from '../../items/schema';
import { defineChainAction } from '../gate';
import { historyPage } from '../history';
import { chainId } from '../schema';
import { findEvents } from '../store';

const PAGE = 50;
/** So many of one instant are still told apart. */
const SHOWN_MAX = 500;

const cursorShape = v.strictTuple([v.number(), v.pipe(v.number(), v.minValue(0), v.maxValue(SHOWN_MAX))]);

/** Three requests. */
export const showHistory = defineChainAction<'chains.history'>({
  who: 'organizer',
  input: exactObject({ chainId, cursor: v.exactOptional(cursorText) }),
  run: async ({ cursor }, { chain }) => {
    const parsed = cursor === undefined ? undefined : v.safeParse(cursorShape, decodeCursor(cursor));
    if (parsed && !parsed.success)
      return refuse('BAD_INPUT', { path: 'cursor', expected: 'a cursor of this list' });
    const place = parsed && { at: parsed.output[0], shown: parsed.output[1] };
    const upTo = place?.at ?? Number.MAX_SAFE_INTEGER;
    const limit = PAGE + (place?.shown ?? 0) + 1;
    // Details that never got a seat are nobody's history.
    const [older, entries] = await Promise.all([
      findEvents(chain._id, upTo, limit),
      eventsOf(chain.book.order, upTo, limit),
    ]);
    const { items, next } = historyPage([...chain.log, ...older], entries, place, PAGE);
    return done(next ? { items, cursor: encodeCursor([next.at, next.shown]) } : { items });
  },
});
