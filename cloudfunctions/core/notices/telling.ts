import type { ChainDocument } from '../chains/document';
import { findChain } from '../chains/store';
import { shortHash } from '../platform/crypto';
import { namesOf } from '../rosters/reading';
import { deliverAll, type Notice, pageOf } from './delivering';
import type { Fact } from './facts';
import { inTurn } from './in-turn';
import { factMessage } from './messages';
import { recipientsOf } from './recipients';
import { findTelling, postpone, reachableOf, takeOutOfOutbox } from './store';

/** Chains a run looks at; the others come in the next minute. */
const CHAINS_MAX = 50;
/** What WeChat did not take for so long is not news any more. */
const GIVEN_UP_MS = 24 * 3_600_000;

/** Between two tries as long as the news has waited, within these bounds. */
const PAUSE_MS = { min: 60_000, max: 3_600_000 };

/** When a message of this fact that WeChat did not take is tried again; undefined: never. */
function nextTry({ at, since = at }: Fact, now: number): number | undefined {
  const waited = now - since;
  if (waited >= GIVEN_UP_MS) return undefined;
  return now + Math.min(Math.max(waited, PAUSE_MS.min), PAUSE_MS.max);
}

/** Undefined when nothing is left to do for this fact; else when to go on, behind what others have to tell by then. */
async function tellFact(
  chain: ChainDocument,
  fact: Fact,
  now: number,
  deadline: number,
): Promise<number | undefined> {
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
  if (results.size < reachable.length) return now;
  return [...results.values()].includes('failed') ? nextTry(fact, now) : undefined;
}

async function tellChain(chainId: string, now: number, deadline: number): Promise<boolean> {
  const chain = await findChain(chainId);
  if (!chain) return false;
  const due = chain.outbox.filter(({ at }) => at <= now);
  const told: string[] = [];
  const next = new Map<string, number>();
  for (const fact of due) {
    const again = await tellFact(chain, fact, now, deadline);
    if (again === undefined) told.push(fact.id);
    else next.set(fact.id, again);
  }
  await postpone(chain, next);
  if (told.length > 0) await takeOutOfOutbox(chain._id, told);
  return told.length > 0;
}

/**
 * Tells people what happened to them in their chains. A courier that dies in the middle is followed by another that meets the
 * same facts; each person's own document says what was sent already.
 */
export const tellDue = async (now: number, deadline: number): Promise<number> =>
  inTurn(await findTelling(now, CHAINS_MAX), deadline, chainId => tellChain(chainId, now, deadline));
