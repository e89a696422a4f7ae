import type { MeView } from '../../typings/contract/people';
import { readStored, writeStored } from '../platform/storage';

/** Whose things lie on this phone. */
interface Owner {
  uid: string;
  /** When the account is erased, if it was asked for, epoch ms. */
  eraseAt: number;
}

const KEY = 'owner';
const isOwner = (value: unknown): value is Owner =>
  typeof value === 'object' && value !== null && 'uid' in value && 'eraseAt' in value;

/**
 * True when what is kept here is of somebody else, or of an account that was erased since. `now`: the server's clock.
 * Remembers who it is from now on.
 */
export function isSomeoneElse({ uid, deletion }: MeView, now: number): boolean {
  const before = readStored(KEY, isOwner);
  const owner = { uid, eraseAt: deletion?.eraseAt ?? 0 };
  const isSame = before?.uid === uid && before.eraseAt === owner.eraseAt;
  if (!isSame) writeStored(KEY, owner);
  if (before === undefined) return false;
  const wasErased = before.eraseAt > 0 && before.eraseAt <= now && before.eraseAt !== owner.eraseAt;
  return before.uid !== uid || wasErased;
}
