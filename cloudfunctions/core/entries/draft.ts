import type { Answer } from '../../../typings/contract/entries';
import type { ChainDocument } from '../chains/document';
import { randomId } from '../platform/crypto';
import type { EntryDocument, EntryEvent } from './document';
import { entryIdOf } from './keys';
import { keptAnswers } from './personal';

/** A draft without a seat is looked after so long after it was written: much longer than a call can last. */
const UNSEATED_MS = 15 * 60_000;

interface DraftFacts {
  chain: Pick<ChainDocument, '_id' | 'settings'>;
  /** Place in the book: `ownKey` or `otherKey`. */
  key: string;
  request: string;
  /** Whose it is, or who makes it for somebody else. */
  whose: { uid: string } | { by: string; byName?: string; keyedIn?: true };
  name: string;
  places: number;
  /** As `readAnswers` gave them. */
  answers: Record<string, Answer>;
  /** Its texts were not passed yet. */
  isChecking: boolean;
  event: EntryEvent;
  now: number;
}

/** Details of an entry that has no seat yet. */
export function draftOf(facts: DraftFacts): EntryDocument {
  const { chain, key, request, whose, name, places, answers, isChecking, event, now } = facts;
  const _id = entryIdOf(key, request);
  const person = 'uid' in whose ? whose.uid : whose.by;
  // Hundreds that one of the staff keyed in are not that person's entries.
  const people = 'keyedIn' in whose ? [] : [person];
  return {
    ...{ _id, chain: chain._id, request, people, ...whose, name, places },
    ...keptAnswers(_id, chain.settings.fields, answers),
    ...{ author: person, at: now, payment: 'unpaid' },
    ...(isChecking && { checkedAt: now }),
    ...{ unseatedAt: now + UNSEATED_MS, attempt: randomId(), events: [event] },
  };
}
