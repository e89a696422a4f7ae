import type { ChainDocument } from '../chains/document';
import { findChain } from '../chains/store';
import { shortHash } from '../platform/crypto';
import { namesOf } from '../rosters/reading';
import { deliverAll, type Notice, pageOf } from './delivering';
import type { Fact } from './facts';
import { inTurn } from './in-turn';
import { factMessage } from './messages';
import { recipientsOf } from './recipients';
import { findTelling, reachableOf, takeOutOfOutbox } from './store';

/** Chains a run looks at; the others come in the next minute. */
const CHAINS_MAX = 50;
/** What WeChat did not take for so long is not news any more. */
const GIVEN_UP_MS = 24 * 3_600_000;

/** True when nothing is left to do for this fact. */
async function tellFact(chain: ChainDocument, fact: Fact, now: number, deadline: number): Promise<boolean> {
  const recipients = new Map(recipientsOf(chain, fact).map(one => [one.uid, one]));
  const { kind } = factMessage(fact, chain.settings, now);
  const id = shortHash('fact', chain._id, fact.id);
  const reachable = await reachableOf([...recipients.keys()], kind, id);
  const forOthers = reachable.flatMap(uid => recipients.get(uid)?.entryId ?? []);
  const names = await namesOf(forOthers);
  const noticeFor = (uid: string): Notice => {
    const name = names.get(recipients.get(uid)?.entryId ?? '');
    return { id, page: pageOf(chain._id), ...factMessage(fact, chain.settings, now, name) };
  };
  const results = await deliverAll(reachable, noticeFor, deadline);
  const isAllTried = results.size === reachable.length;
  const isAnyFailed = [...results.values()].includes('failed');
  return isAllTried && (!isAnyFailed || fact.at <= now - GIVEN_UP_MS);
}

async function tellChain(chainId: string, now: number, deadline: number): Promise<boolean> {
  const chain = await findChain(chainId);
  if (!chain) return false;
  const told: string[] = [];
  for (const fact of chain.outbox) if (await tellFact(chain, fact, now, deadline)) told.push(fact.id);
  if (told.length > 0) await takeOutOfOutbox(chain._id, told);
  return told.length > 0;
}

/**
 * Tells people what happened to them in their chains. A courier that dies in the middle is followed by another that meets the
 * same facts; each person's own document says what was sent already.
 */
export const tellDue = async (now: number, deadline: number): Promise<number> =>
  inTurn(await findTelling(CHAINS_MAX), deadline, chainId => tellChain(chainId, now, deadline));
