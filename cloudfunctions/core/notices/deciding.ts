import type { ChainDocument } from '../chains/document';
import { eventOf, logged } from '../chains/events';
import { changeChain, findChain } from '../chains/store';
import { placesTaken } from '../seats/figures';
import { settle } from '../seats/store';
import { factOf } from './facts';
import { findUndecided, findUnsettled } from './store';

/** Chains a run looks at; the others come in the next minute. */
const CHAINS_MAX = 50;
/** A deadline that passed longer ago than any courier was away is left alone. */
const LOOK_BACK_MS = 7 * 86_400_000;

/** Whether it takes place, and why not. */
function verdictOf({ settings, book }: ChainDocument): { verdict: 'go' | 'cancel'; detail: string } {
  const { minimum = 0 } = settings;
  const taken = placesTaken(book);
  if (taken >= minimum) return { verdict: 'go', detail: `报名 ${taken} 人，达到最少 ${minimum} 人` };
  return { verdict: 'cancel', detail: `报名 ${taken} 人，不到最少 ${minimum} 人` };
}

/**
 * Decides once whether a chain with a minimum takes place: one write, on the places and settings it was worked out from, which
 * also puts the news into the outbox. undefined: another courier was faster, or somebody changed it meanwhile.
 */
function decide(chain: ChainDocument, now: number): Promise<ChainDocument | undefined> {
  const { rev, state, book } = chain;
  const { verdict, detail } = verdictOf(chain);
  const match = {
    ...{ rev, state, verdict: { $exists: false }, 'book.turn': book.turn },
    [`book.order.${book.order.length}`]: { $exists: false },
  };
  const isOff = verdict === 'cancel';
  const fact = isOff ? factOf('cancelled', [], now, { reason: detail }) : factOf('going', [], now);
  return changeChain(chain._id, match, {
    $set: { verdict, ...(isOff && { state: 'cancelled', cancelReason: detail }) },
    $push: {
      outbox: { $each: [fact] },
      ...logged(eventOf(chain, undefined, { at: now, what: 'decided', detail })),
    },
  });
}

/** At its deadline a chain with a minimum is told go or cancel. Organizers can open it again. */
export async function decideDue(now: number, deadline: number): Promise<number> {
  let decided = 0;
  for (const chainId of await findUndecided(now - LOOK_BACK_MS, now, CHAINS_MAX)) {
    if (Date.now() >= deadline) break;
    const chain = await findChain(chainId);
    if (chain && (await decide(await settle(chain, now), now))) decided += 1;
  }
  return decided;
}

/** Ends offers that ran out and gives free places to who waits, in chains that nobody opens just now. */
export async function settleDue(now: number, deadline: number): Promise<number> {
  let looked = 0;
  for (const chainId of await findUnsettled(now, CHAINS_MAX)) {
    if (Date.now() >= deadline) break;
    const chain = await findChain(chainId);
    if (chain) await settle(chain, now);
    looked += 1;
  }
  return looked;
}
