import * as v from 'valibot';
import type { InputOf } from '../../../../typings/contract/api';
import { type CallFacts, defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done, refuse } from '../../gateway/refusal';
import { decodeCursor, encodeCursor } from '../../items/query';
import { cursorText } from '../../items/schema';
import { type CardRow, cardOf } from '../cards';
import { CARDS, type CardPlace, joinedStages, organizedStages, trashedStages } from '../listing';
import { chainId, optionalLine } from '../schema';
import { findCards, findOwnEntries } from '../store';

type Listing = InputOf<'chains.list'>;

const cursorShape = v.strictTuple([v.picklist(['organized', 'joined', 'trashed']), v.number(), chainId]);

/** undefined: it is none of this list. */
function placeOf({ scope, cursor }: Listing): { place?: CardPlace } | undefined {
  if (cursor === undefined) return {};
  const parsed = v.safeParse(cursorShape, decodeCursor(cursor));
  if (!parsed.success || parsed.output[0] !== scope) return undefined;
  return { place: { at: parsed.output[1], id: parsed.output[2] } };
}

/** A page of cards; `atOf`: what the list is ordered by. */
function pageFrom(
  rows: CardRow[],
  scope: Listing['scope'],
  { uid, now }: CallFacts,
  atOf: (row: CardRow) => number,
  entries: Parameters<typeof cardOf>[3] = new Map(),
) {
  const shown = rows.slice(0, CARDS);
  const last = rows.length > CARDS ? shown.at(-1) : undefined;
  const items = shown.map(row => cardOf(row, uid, now, entries));
  return done(last ? { items, cursor: encodeCursor([scope, atOf(last), last._id]) } : { items });
}

/** Latest entry first: two requests. */
async function listJoined({ search }: Listing, call: CallFacts, place: CardPlace | undefined) {
  const { joinedAt, entries } = await findOwnEntries(call.uid);
  const chainIds = [...joinedAt.keys()];
  const from = place ? chainIds.filter(id => (joinedAt.get(id) ?? 0) >= place.at).length : 0;
  const rows = chainIds.length === 0 ? [] : await findCards(joinedStages(call.uid, chainIds, from, search));
  return pageFrom(rows, 'joined', call, row => joinedAt.get(row._id) ?? 0, entries);
}

/** One request; two for what one joined. */
export const listChains = defineAction<'chains.list'>({
  who: 'self',
  input: exactObject({
    scope: v.picklist(['organized', 'joined', 'trashed']),
    search: v.exactOptional(optionalLine(60)),
    cursor: v.exactOptional(cursorText),
  }),
  run: async (input, call) => {
    const { scope, search } = input;
    const { uid, now } = call;
    const found = placeOf(input);
    if (!found) return refuse('BAD_INPUT', { path: 'cursor', expected: 'a cursor of this list' });
    const { place } = found;
    if (scope === 'joined') return listJoined(input, call, place);
    if (scope === 'organized')
      return pageFrom(
        await findCards(organizedStages(uid, search, place)),
        scope,
        call,
        row => row.createdAt,
      );
    const rows = await findCards(trashedStages(uid, now, search, place));
    return pageFrom(rows, scope, call, row => row.purgeAt ?? 0);
  },
});
