import * as v from 'valibot';
import { batchId } from '../../batches/schema';
import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done, refuse } from '../../gateway/refusal';
import { trashView } from '../../items/document';
import { pageOf, readPage } from '../../items/page';
import { decodeCursor, encodeCursor } from '../../items/query';
import { cursorText, itemKind, pageLimit } from '../../items/schema';
import { listTrash } from '../store';

const PAGE = 50;

const cursorShape = v.strictTuple([v.number(), v.pipe(v.string(), v.regex(/^[\w-]{1,32}$/))]);

export const listTrashAction = defineAction<'trash.list'>({
  who: 'self',
  input: exactObject({
    kind: v.exactOptional(itemKind),
    batchId: v.exactOptional(batchId),
    pendingOnPlatform: v.exactOptional(v.boolean()),
    cursor: v.exactOptional(cursorText),
    limit: v.exactOptional(pageLimit),
  }),
  run: async ({ cursor, limit = PAGE, ...filter }, { uid, now }) => {
    const place = cursor === undefined ? undefined : v.safeParse(cursorShape, decodeCursor(cursor));
    if (place && !place.success)
      return refuse('BAD_INPUT', { path: 'cursor', expected: 'a cursor of this list' });
    const after = place && { purgeAt: place.output[0], id: place.output[1] };
    const request = { owner: uid, now, ...filter, ...(after && { after }) };
    const page = await readPage(limit, count => listTrash({ ...request, limit: count }));
    const { views: items, last } = pageOf(page.found, page.limit, item => trashView(item, now));
    return done(last ? { items, cursor: encodeCursor([last.purgeAt, last._id]) } : { items });
  },
});
