import { type DueChain, eraseSealed, findDueChains, finishErasing } from './store';

const DAY_MS = 86_400_000;
/** Chains of one read, entries of one write. */
const CHAINS_AT_ONCE = 20;
const ENTRIES_AT_ONCE = 500;

/** False when time was up before all of it was erased. */
async function eraseChain(chain: DueChain, now: number, deadline: number): Promise<boolean> {
  for (;;) {
    if (Date.now() >= deadline) return false;
    if ((await eraseSealed(chain, ENTRIES_AT_ONCE)) < ENTRIES_AT_ONCE) break;
  }
  await finishErasing(chain, now, now + chain.settings.eraseAfterDays * DAY_MS);
  return true;
}

/**
 * Erases the personal answers of chains whose event was long enough ago; gives how many chains. What one run does not finish
 * the next does.
 */
export async function erasePersonalFields(now: number, deadline: number): Promise<number> {
  let done = 0;
  for (;;) {
    const due = await findDueChains(now, CHAINS_AT_ONCE);
    for (const chain of due) {
      if (!(await eraseChain(chain, now, deadline))) return done;
      done += 1;
    }
    if (due.length < CHAINS_AT_ONCE || Date.now() >= deadline) return done;
  }
}
