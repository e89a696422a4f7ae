import type { ChainAction } from '../../typings/contract/api';
import type { Registry } from '../core/gateway/action';
import { parse } from '../core/sheets/actions/parse';

/** Every action of this function. What is not here does not exist. */
export const registry: Partial<Registry<ChainAction>> = {
  'chains.parse': parse,
};
