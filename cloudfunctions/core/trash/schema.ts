import * as v from 'valibot';
import { itemId } from '../items/schema';

/** One conditional write takes at most this many. */
export const IDS_MAX = 500;

export const someIds = v.pipe(
  v.array(itemId),
  v.minLength(1),
  v.maxLength(IDS_MAX),
  v.transform(ids => [...new Set(ids)]),
);
