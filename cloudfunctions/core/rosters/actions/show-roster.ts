import { defineChainAction } from '../../chains/gate';
import { done } from '../../gateway/refusal';
import { compareWithRoster } from '../reading';
import { rosterInput } from '../schema';
import { readRoster } from '../store';

export const showRoster = defineChainAction<'chains.roster'>({
  who: 'volunteer',
  input: rosterInput,
  run: async (_input, { chain }) => done(await compareWithRoster(chain, await readRoster(chain))),
});
