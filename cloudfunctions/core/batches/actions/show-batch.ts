import * as v from 'valibot';
import type { BatchItemResult } from '../../../../typings/contract/batches';
import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done, refuse } from '../../gateway/refusal';
import type { ItemDocument } from '../../items/document';
import { decodeCursor, encodeCursor } from '../../items/query';
import { cursorText } from '../../items/schema';
import { findItems } from '../../items/store';
import type { BatchDocument } from '../document';
import { batchView, outcomeOf } from '../rules';
import { batchId } from '../schema';
import { findBatch } from '../store';

const PAGE = 100;
const place = v.pipe(v.number(), v.integer(), v.minValue(0));

function resultOf(
  batch: BatchDocument,
  index: number,
  item: ItemDocument | undefined,
  now: number,
): BatchItemResult {
  const outcome = outcomeOf(batch, index, item, now);
  const id = batch.ids[index] ?? '';
  return item && outcome !== 'erased' ? { id, name: item.name, outcome } : { id, outcome };
}

export const showBatch = defineAction<'batches.show'>({
  who: 'self',
  input: exactObject({ batchId, cursor: v.exactOptional(cursorText) }),
  run: async ({ batchId: id, cursor }, { uid, now }) => {
    const start = v.safeParse(place, cursor === undefined ? 0 : decodeCursor(cursor));
    if (!start.success) return refuse('BAD_INPUT', { path: 'cursor', expected: 'a cursor of this list' });
    const batch = await findBatch(uid, id);
    if (!batch) return refuse('NOT_FOUND');
    const ids = batch.ids.slice(start.output, start.output + PAGE);
    const items = new Map((await findItems(uid, ids)).map(item => [item._id, item]));
    const results = ids.map((itemId, index) => resultOf(batch, start.output + index, items.get(itemId), now));
    const next = start.output + PAGE;
    const more = next < batch.ids.length ? { cursor: encodeCursor(next) } : {};
    return done({ batch: batchView(batch, now), results: { items: results, ...more } });
  },
});
