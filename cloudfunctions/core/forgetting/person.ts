import { shortHash } from '../platform/crypto';

/** Somebody whose account is being erased. */
export interface ErasedPerson {
  uid: string;
  /** Random; goes with the person's document. New ids come from it, so that nobody can tell whose the old ones were. */
  salt: string;
  now: number;
  /** Epoch ms until which this run may work. */
  deadline: number;
}

export const isLate = ({ deadline }: ErasedPerson): boolean => Date.now() >= deadline;

/** The same for every run of one erasure. In the form of `entryIdOf`. */
export const newIdOf = ({ salt }: ErasedPerson, entryId: string): string =>
  `e${shortHash('key', salt, entryId)}${shortHash('id', salt, entryId)}`;
