import type { InputOf, Reply } from '../../typings/contract/api';
import type { Refusal } from '../../typings/contract/errors';
import { call, lastAnswer } from './cloud';

export type ChainScope = InputOf<'chains.list'>['scope'];

export const listChains = (scope: ChainScope, search: string, cursor?: string) =>
  call('chains.list', {
    scope,
    ...(search === '' ? {} : { search }),
    ...(cursor === undefined ? {} : { cursor }),
  });

/** What the list showed last; undefined when nothing is kept. */
export const lastChains = (scope: ChainScope) => lastAnswer('chains.list', { scope });

/** Those that are past their time. */
const isGone = ({ code }: Refusal): boolean => code === 'GONE' || code === 'NOT_FOUND';

/** One after the other; stops at a refusal that the next would meet too. */
async function forEach(
  chainIds: readonly string[],
  act: (chainId: string) => Promise<Reply<unknown>>,
): Promise<Reply<{ done: number; gone: number }>> {
  let [done, gone, now] = [0, 0, Date.now()];
  for (const chainId of chainIds) {
    const reply = await act(chainId);
    now = reply.now;
    if (reply.ok) done += 1;
    else if (isGone(reply.error)) gone += 1;
    else if (done + gone === 0) return reply;
    else break;
  }
  return { ok: true, data: { done, gone }, now };
}

export const restoreChains = (chainIds: readonly string[]) =>
  forEach(chainIds, chainId => call('chains.restore', { chainId }));

/** For good. Ask twice before. */
export const eraseChains = (chainIds: readonly string[]) =>
  forEach(chainIds, chainId => call('chains.erase', { chainId, confirmed: true }));
