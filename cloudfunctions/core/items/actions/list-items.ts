import * as v from 'valibot';
import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done, refuse } from '../../gateway/refusal';
import { itemView } from '../document';
import { pageOf, readPage } from '../page';
import { cursorAfter, placeAfter } from '../query';
import { cursorText, itemFilter, itemKind, itemSort, pageLimit } from '../schema';
import { listItems } from '../store';

const PAGE = 50;

export const listItemsAction = defineAction<'items.list'>({
  who: 'self',
  input: exactObject({
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
    const request = { owner: uid, kind, filter, sort, now, ...(place && { place }) };
    const page = await readPage(limit, count => listItems({ ...request, limit: count }));
    const { views: items, last } = pageOf(page.found, page.limit, item =>
      itemView(item, now, filter.silentDays),
    );
    return done(last ? { items, cursor: cursorAfter(sort, last) } : { items });
  },
});
