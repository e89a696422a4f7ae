import type { GenericSchema } from 'valibot';
import type { Action, DataOf, InputOf } from '../../../typings/contract/api';
import type { Outcome } from './refusal';

/**
 * Who may call an action. `self`: any signed-in person, on nothing but what is theirs; `administrator`: persons named
 * in the functions' environment.
 */
export type Who = 'self' | 'administrator';

/** The facts of one call. `now`: epoch ms, the same for the whole call. */
export interface CallFacts {
  uid: string;
  now: number;
  /** Keyed hash of the network the call comes from; absent when the platform does not tell. */
  network?: string;
}

export interface ActionEntry<A extends Action> {
  who: Who;
  input: GenericSchema<unknown, InputOf<A>>;
  run(input: InputOf<A>, call: CallFacts): Promise<Outcome<DataOf<A>>>;
}

/** Every action the contract names and no other. */
export type Registry = { [A in Action]: ActionEntry<A> };

export const defineAction = <A extends Action>(entry: ActionEntry<A>): ActionEntry<A> => entry;
