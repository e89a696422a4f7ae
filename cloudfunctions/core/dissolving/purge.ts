import { TRASH_MS } from '../chains/rules';
import { ownerOf } from '../chains/staff';
import { forgetChains } from '../notices/forgetting';
import { deleteFiles } from '../platform/storage';
import { forgetMakeUps } from '../rounds/store';
import {
  beginErasure,
  type DissolvedChain,
  eraseEntries,
  findDissolved,
  findItsRounds,
  noteStuck,
  removeChain,
  removeEvents,
  removeRounds,
  writeLine,
} from './store';

/** Chains of one read, rounds of one step, entries of one write. */
const CHAINS = 20;
const ROUNDS = 20;
const ENTRIES = 500;

interface Part {
  _id: string;
  settings: { images: string[] };
}

/** Everything that hangs on a chain, the chain itself last. False when there was no time for all of it. */
async function eraseDependents({ _id, settings }: Part, deadline: number): Promise<boolean> {
  while ((await eraseEntries(_id, ENTRIES)) > 0) if (Date.now() >= deadline) return false;
  await removeEvents([_id]);
  if (!(await forgetChains([_id]))) return false;
  return deleteFiles(settings.images);
}

async function eraseRounds(seriesId: string, deadline: number): Promise<boolean> {
  for (;;) {
    const rounds = await findItsRounds(seriesId, ROUNDS);
    if (rounds.length === 0) return true;
    for (const round of rounds) if (!(await eraseDependents(round, deadline))) return false;
    await removeRounds(
      seriesId,
      rounds.map(round => round._id),
    );
  }
}

/** Before its time by its owner, or by time. */
const reasonOf = ({ trashedAt, purgeAt }: DissolvedChain): 'purged' | 'erased' =>
  purgeAt < trashedAt + TRASH_MS ? 'erased' : 'purged';

/**
 * One chain: first it is made impossible to restore, then its parts go, then itself; a run that dies in between is repeated.
 * False: not finished, or restored before it began.
 */
async function dissolve(chain: DissolvedChain, now: number, deadline: number): Promise<boolean> {
  if (chain.state === 'trashed' && (await beginErasure(chain._id, now)) === 0) return false;
  if (!(await eraseRounds(chain._id, deadline))) return false;
  if (!(await eraseDependents(chain, deadline))) return false;
  await forgetMakeUps([chain._id]);
  await writeLine(chain._id, ownerOf(chain.staff)?.uid ?? '', reasonOf(chain), now);
  return (await removeChain(chain._id, now)) > 0;
}

/** What cannot be erased now (the storage does not answer) keeps no other from it. Gives how many are gone. */
async function dissolveSome(chains: DissolvedChain[], now: number, deadline: number): Promise<number> {
  let erased = 0;
  for (const chain of chains) {
    if (Date.now() >= deadline) break;
    if (await dissolve(chain, now, deadline)) erased += 1;
    else await noteStuck(chain._id, now);
  }
  return erased;
}

/** Erases chains that are past their 72 hours until none is left or time is up. Any number may run at once. */
export async function purgeChains(now: number, deadline: number): Promise<number> {
  let erased = 0;
  let isMore = true;
  while (isMore && Date.now() < deadline) {
    const found = await findDissolved(now, CHAINS);
    const untried = found.filter(({ stuckAt }) => stuckAt !== now);
    erased += await dissolveSome(untried, now, deadline);
    isMore = found.length === CHAINS && untried.length > 0;
  }
  return erased;
}
