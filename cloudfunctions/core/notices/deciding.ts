import type { ChainDocument } from '../chains/document';
import { eventOf, logged } from '../chains/events';
import { changeChain, findChain } from '../chains/store';
import { placesTaken } from '../seats/figures';
import { settle } from '../seats/store';
import { factOf } from './facts';
import { inTurn } from './in-turn';
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

/** It may have been given another deadline, or put into the trash, since it was found. */
const isClosing = ({ state, settings: { minimum, closesAt } }: ChainDocument, now: number): boolean =>
  (state === 'open' || state === 'closed') && minimum !== undefined && (closesAt ?? now + 1) <= now;

/**
 * Decides once whether a chain with a minimum takes place: one write, on the places and settings it was worked out from, which
 * also puts the news into the outbox. False: another courier was faster, or somebody changed it meanwhile.
 */
async function decide(chainId: string, now: number): Promise<boolean> {
  const found = await findChain(chainId);
  if (!found || !isClosing(found, now)) return false;
  const chain = await settle(found, now);
  const { book } = chain;
  const { rev, state } = found;
  const { verdict, detail } = verdictOf(chain);
  const match = {
    ...{ rev, state, verdict: { $exists: false }, 'book.turn': book.turn },
    [`book.order.${book.order.length}`]: { $exists: false },
  };
  const isOff = verdict === 'cancel';
  const fact = isOff ? factOf('cancelled', [], now, { reason: detail }) : factOf('going', [], now);
  const after = await changeChain(chain._id, match, {
    $set: { verdict, ...(isOff && { state: 'cancelled', cancelReason: detail }) },
    $push: {
      outbox: { $each: [fact] },
      ...logged(eventOf(chain, undefined, { at: now, what: 'decided', detail })),
    },
  });
  return after !== undefined;
}

/** At its deadline a chain with a minimum is told go or cancel. Organizers can open it again. */
export const decideDue = async (now: number, deadline: number): Promise<number> =>
  inTurn(await findUndecided(now - LOOK_BACK_MS, now, CHAINS_MAX), deadline, chainId => decide(chainId, now));

async function settleOne(chainId: string, now: number): Promise<boolean> {
  const chain = await findChain(chainId);
  if (chain) await settle(chain, now);
  return chain !== undefined;
}

/** Ends offers that ran out and gives free places to who waits, in chains that nobody opens just now. */
export const settleDue = async (now: number, deadline: number): Promise<number> =>
  inTurn(await findUnsettled(now, CHAINS_MAX), deadline, chainId => settleOne(chainId, now));
