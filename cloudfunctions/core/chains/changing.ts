import type { Query, Update } from '../platform/database';
import type { Write } from '../seats/write';
import type { ChainDocument } from './document';
import { followingWrite, type RoundRow } from './following';
import { postponedOffers } from './postponing';
import { isGone, isSeries } from './rules';
import {
  changeChain,
  changeRound,
  findChain,
  findRoundsBehind,
  findUnspread,
  finishSpreading,
} from './store';

/** A round that somebody joins or steers meanwhile is looked at again. */
const ROUNDS_OF_TRIES = 5;

/** Offers of a round that comes back with its series end later, as they do in any chain. One request for such a round. */
async function roundWrite(series: ChainDocument, row: RoundRow, now: number): Promise<Write> {
  const write = followingWrite(series, row, now);
  const round = row.state === 'trashed' && !isGone(series) ? await findChain(row._id) : undefined;
  if (!round) return write;
  const { match, update } = postponedOffers(round, now);
  return {
    match: { ...write.match, ...match },
    update: {
      ...{ ...write.update, ...update },
      $set: { ...write.update.$set, ...update.$set },
      $unset: { ...write.update.$unset, ...update.$unset },
    },
  };
}

/** Brings the rounds of a recurring chain up to it. Safe at any time and beside others: no round goes back to an earlier version. */
export async function spread(series: ChainDocument, now: number): Promise<void> {
  const { _id, version } = series;
  for (let attempt = 0; attempt < ROUNDS_OF_TRIES; attempt += 1) {
    const behind = await findRoundsBehind(_id, version);
    if (behind.length === 0) {
      await finishSpreading(_id, version);
      return;
    }
    for (const row of behind) await changeRound(await roundWrite(series, row, now));
  }
}

/**
 * One conditional write to a chain by its organizers; undefined when it is not as `match` says any more. A recurring chain's
 * rounds follow at once; what a dead call left undone the janitor finishes.
 */
export async function organize(
  chain: ChainDocument,
  match: Query,
  update: Update,
  now: number,
): Promise<ChainDocument | undefined> {
  if (!isSeries(chain)) return changeChain(chain._id, match, update);
  const { $set, $inc, ...rest } = update;
  const marked = { ...rest, $set: { ...$set, unspread: true }, $inc: { ...$inc, version: 1 } };
  const changed = await changeChain(chain._id, match, marked);
  if (changed) await spread(changed, now);
  return changed;
}

/** Duty of the janitor. */
export async function spreadUnfinished(now: number, deadline: number): Promise<number> {
  let done = 0;
  for (const series of await findUnspread()) {
    if (Date.now() >= deadline) break;
    await spread(series, now);
    done += 1;
  }
  return done;
}

/** Somebody else may change the same chain at the same moment. */
const ATTEMPTS = 5;

/**
 * Changes a chain on what it is now, again when somebody was faster. `attempt` gives the outcome, or undefined when its write
 * did not match any more.
 */
export async function persistently<T>(
  chain: ChainDocument,
  attempt: (chain: ChainDocument) => Promise<T | undefined>,
): Promise<T | undefined> {
  let current: ChainDocument | undefined = chain;
  for (let tries = 0; tries < ATTEMPTS && current; tries += 1) {
    const outcome = await attempt(current);
    if (outcome !== undefined) return outcome;
    current = await findChain(chain._id);
  }
  return undefined;
}
