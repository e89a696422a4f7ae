import type { ChainDocument } from '../chains/document';
import { ROOM } from '../seats/book';

/** What of a chain its share card shows, so that a card costs no whole seat book. */
export type CardChain = Pick<ChainDocument, '_id' | 'state' | 'date' | 'series'> & {
  settings: Pick<ChainDocument['settings'], 'opensAt' | 'closesAt' | 'capacity' | 'recurrence'>;
  book: { left: Record<string, number>; waiting: number };
};

/** "成员正在加入，当前 members/limit 人", the words WeChat gives such a card. */
export interface CardNumbers {
  members: number;
  limit: number;
}

/** Places of a chain with a capacity, else people. */
export function cardNumbers({ settings: { capacity }, book }: CardChain): CardNumbers {
  const { left, waiting } = book;
  if (capacity !== undefined)
    return { members: Math.max(0, capacity - (left['total'] ?? capacity)), limit: capacity };
  return { members: Math.max(0, ROOM - (left['room'] ?? ROOM) - waiting), limit: ROOM };
}

/** A card is not asked for again shortly before WeChat forgets it. */
const SPARE_MS = 3_600_000;

export const isUsable = (expiresAt: number, now: number): boolean => now < expiresAt - SPARE_MS;
