import { findUnseated, markSeated, removeUnseated, seatedIds, type Unseated } from './store';

const AT_ONCE = 500;

async function settleChain(chainId: string, drafts: Unseated[], now: number): Promise<number> {
  const seated = await seatedIds(chainId);
  const ids = drafts.map(({ _id }) => _id);
  await markSeated(ids.filter(id => seated.has(id)));
  return removeUnseated(
    ids.filter(id => !seated.has(id)),
    now,
  );
}

/**
 * Removes details that were written for a seat and never got one, because the call was killed in between; gives how many.
 * The book is read after the draft was found, long after the last call that could still seat it.
 */
export async function dropDrafts(now: number, deadline: number): Promise<number> {
  let dropped = 0;
  while (Date.now() < deadline) {
    const found = await findUnseated(now, AT_ONCE);
    const chains = new Map<string, Unseated[]>();
    for (const draft of found) chains.set(draft.chain, [...(chains.get(draft.chain) ?? []), draft]);
    for (const [chainId, drafts] of chains) dropped += await settleChain(chainId, drafts, now);
    if (found.length < AT_ONCE) break;
  }
  return dropped;
}
