import * as v from 'valibot';
import { exactObject } from '../gateway/input';
import { itemFilter, itemId } from '../items/schema';

export const BATCH_MAX = 5000;

/** What `randomId` gives; items of an import's trash carry `import`. */
export const batchId = v.pipe(v.string(), v.regex(/^[\w-]{1,32}$/));

const manyIds = v.pipe(
  v.array(itemId),
  v.maxLength(BATCH_MAX),
  v.transform(ids => [...new Set(ids)]),
);

export const selection = v.union([
  exactObject({ ids: v.pipe(manyIds, v.minLength(1)) }),
  exactObject({ filter: itemFilter, except: v.exactOptional(manyIds) }),
]);

export const batchInput = exactObject({ batchId });

export const removalReason = v.picklist([
  'outdated',
  'adverts',
  'too-frequent',
  'not-needed',
  'privacy',
  'by-mistake',
  'other',
]);
