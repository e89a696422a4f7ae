import type { Reply } from '../../typings/contract/api';

/** A reply as a page gets it. */
export type Answer<T> = Reply<T> & {
  /** The cloud could not be asked: this is its last answer, from this instant of its clock, epoch ms. */
  keptAt?: number;
  /** The change waits on the phone for the network; `data` is what the cloud will probably make of it. */
  queued?: true;
};

/** An answer of before. `now`: the cloud's clock of this moment. */
export interface Kept<T> {
  ok: true;
  data: T;
  now: number;
  keptAt: number;
}
