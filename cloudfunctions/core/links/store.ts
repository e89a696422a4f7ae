import type { ItemDocument } from '../items/document';
import { parseItem } from '../items/store';
import { collection } from '../platform/database';

const items = collection('items');

/** Live items of all persons whose link is due to be looked at, longest due first: one request. */
export async function findDue(now: number, limit: number): Promise<ItemDocument[]> {
  const due = { state: 'live', describeAt: { $lte: now } };
  return (await items.find(due, { sort: [['describeAt', 1]], limit })).map(parseItem);
}
