import type { GenericSchema } from 'valibot';
import type { Action, DataOf, InputOf } from '../../../typings/contract/api';
import type { ChainRole } from '../../../typings/contract/chains';
import type { LoggedOperation } from '../logs/rules';
import type { Outcome } from './refusal';

/**
 * Who may call an action. `self`: any signed-in person, on nothing but what is theirs; `administrator`: persons named
 * in the functions' environment. A role of a chain, or a higher one: decided by core/chains/gate.ts when the chain is read;
 * `visitor`: any signed-in person who knows its id.
 */
export type Who = 'self' | 'administrator' | ChainRole;

/** The facts of one call. `now`: epoch ms, the same for the whole call. */
export interface CallFacts {
  uid: string;
  /** For calls to WeChat only: it is in no reply, no log and no document. */
  openid: string;
  now: number;
  /** Keyed hash of the network the call comes from; absent when the platform does not tell. */
  network?: string;
}

export interface ActionEntry<A extends Action> {
  who: Who;
  input: GenericSchema<unknown, InputOf<A>>;
  run(input: InputOf<A>, call: CallFacts): Promise<Outcome<DataOf<A>>>;
  /** What the person's operation log keeps of a call that succeeded: undefined when it changed nothing. Absent: nothing. */
  logs?(data: DataOf<A>, input: InputOf<A>): LoggedOperation | undefined;
}

/** The actions of one function: every one of them and no other. */
export type Registry<Actions extends Action> = { [A in Actions]: ActionEntry<A> };

export const defineAction = <A extends Action>(entry: ActionEntry<A>): ActionEntry<A> => entry;
