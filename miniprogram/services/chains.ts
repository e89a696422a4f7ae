import type { InputOf } from '../../typings/contract/api';
import { call } from './cloud';

export type ChainScope = InputOf<'chains.list'>['scope'];

export const listChains = (scope: ChainScope, search: string, cursor?: string) =>
  call('chains.list', {
    scope,
    ...(search === '' ? {} : { search }),
    ...(cursor === undefined ? {} : { cursor }),
  });

export const restoreChain = (chainId: string) => call('chains.restore', { chainId });

/** For good. Ask twice before. */
export const eraseChain = (chainId: string) => call('chains.erase', { chainId, confirmed: true });
