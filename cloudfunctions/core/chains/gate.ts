import type { GenericSchema } from 'valibot';
import type { ChainAction, DataOf, InputOf } from '../../../typings/contract/api';
import type { ChainRole } from '../../../typings/contract/chains';
import type { ActionEntry, CallFacts } from '../gateway/action';
import { type Outcome, refuse } from '../gateway/refusal';
import type { ChainDocument } from './document';
import { isVisibleTo, roleOf } from './roles';
import { isGone, isRestorable } from './rules';
import { findChain } from './store';

/** Facts of a call about a chain that its caller may make: only the gate makes them. */
export interface ChainCall extends CallFacts {
  chain: ChainDocument;
  role: ChainRole;
}

/** Actions about one chain. */
type OneChainAction = {
  [A in ChainAction]: InputOf<A> extends { chainId: string } ? A : never;
}[ChainAction];

const RANK: Record<ChainRole, number> = { visitor: 0, participant: 1, volunteer: 2, organizer: 3, owner: 4 };

export const isAtLeast = (role: ChainRole, wanted: ChainRole): boolean => RANK[role] >= RANK[wanted];

interface ChainActionEntry<A extends OneChainAction> {
  /** The least role that may call it. */
  who: ChainRole;
  input: GenericSchema<unknown, InputOf<A>>;
  /** The owner may call it on a trashed chain too, till the end of its 72 hours. */
  onTrashed?: true;
  run(input: InputOf<A>, call: ChainCall): Promise<Outcome<DataOf<A>>>;
  /** As of every action. */
  logs?: ActionEntry<A>['logs'];
}

const refuseGone = (isForGood: boolean) =>
  refuse('GONE', {
    message: isForGood ? '这个接龙已经删除' : '这个接龙已经删除，发起人在 72 小时内可以恢复',
  });

/** Why nobody in this role may have it: its participants are told that a trashed chain is gone, others that there is none. */
function refuseTrashed(chain: ChainDocument, role: ChainRole, onTrashed: boolean, now: number) {
  if (!isGone(chain)) return undefined;
  if (!isRestorable(chain, now)) return refuseGone(true);
  return onTrashed && role === 'owner' ? undefined : refuseGone(false);
}

/**
 * Declares an action about one chain: reads the chain (one request), refuses whoever may not call it, and hands the chain over.
 * Who may not even see the chain is told NOT_FOUND.
 */
export const defineChainAction = <A extends OneChainAction>(entry: ChainActionEntry<A>): ActionEntry<A> => ({
  who: entry.who,
  input: entry.input,
  ...(entry.logs && { logs: entry.logs }),
  run: async (input, call) => {
    const chain = await findChain(input.chainId);
    if (!chain) return refuse('NOT_FOUND');
    const role = roleOf(chain, call.uid);
    if (!isVisibleTo(chain, role)) return refuse('NOT_FOUND');
    if (!isAtLeast(role, entry.who)) return refuse('FORBIDDEN');
    const gone = refuseTrashed(chain, role, entry.onTrashed ?? false, call.now);
    if (gone) return gone;
    return entry.run(input, { ...call, chain, role });
  },
});
