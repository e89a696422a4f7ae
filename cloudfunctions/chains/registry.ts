import type { ChainAction } from '../../typings/contract/api';
import type { Registry } from '../core/gateway/action';

/** Every action of this function. What is not here does not exist. */
export const registry: Partial<Registry<ChainAction>> = {};
