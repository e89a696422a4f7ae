import type { ChainDraft } from '../../../../typings/contract/fields';
import { exactObject } from '../../gateway/input';
import { done } from '../../gateway/refusal';
import { defineChainAction } from '../gate';
import { chainId } from '../schema';

/** Pictures stay with the chain they were uploaded for: they are erased together with it. */
function template(settings: ChainDraft): ChainDraft {
  const { eventAt: _, opensAt: __, closesAt: ___, recurrence: ____, ...lasting } = settings;
  return { ...lasting, images: [] };
}

/** One request. */
export const duplicateChain = defineChainAction<'chains.duplicate'>({
  who: 'visitor',
  input: exactObject({ chainId }),
  run: async (_input, { chain }) => done({ draft: template(chain.settings) }),
});
