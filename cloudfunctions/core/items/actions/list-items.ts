import * as v from 'valibot';
import { defineAction } from '../../gateway/action';
import { done, refuse } from '../../gateway/refusal';
import { itemView } from '../document';
import { cursorAfter, placeAfter } from '../query';
import { cursorText, itemFilter, itemKind, itemSort, pageLimit } from '../schema';
import { listItems } from '../store';

const PAGE = 50;

export const listItemsAction = defineAction<'items.list'>({
  who: 'self',
  input: v.strictObject({
    kind: itemKind,
    filter: v.exactOptional(itemFilter),
    sort: v.exactOptional(itemSort),
    cursor: v.exactOptional(cursorText),
    limit: v.exactOptional(pageLimit),
  }),
  run: async ({ kind, filter = {}, sort = 'recent', cursor, limit = PAGE }, { uid, now }) => {
    const place = cursor === undefined ? undefined : placeAfter(sort, cursor);
    if (cursor !== undefined && !place)
      return refuse('BAD_INPUT', { path: 'cursor', expected: 'a cursor of this list' });
    // One more than the page tells whether another follows.
    const found = await listItems({
      owner: uid,
      kind,
      filter,
      sort,
      limit: limit + 1,
      now,
      ...(place && { place }),
    });
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const items = page.map(item => itemView(item, now, filter.silentDays));
    return done(found.length > limit && last ? { items, cursor: cursorAfter(sort, last) } : { items });
  },
});
