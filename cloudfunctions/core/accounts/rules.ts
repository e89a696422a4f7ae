import type { OwnChainFate } from '../../../typings/contract/accounts';
import type { Deletion, MeView } from '../../../typings/contract/people';

const HOUR_MS = 3_600_000;

/** To change one's mind, from the request on. */
export const GRACE_MS = 72 * HOUR_MS;

export const deletionFrom = (now: number): Deletion => ({ requestedAt: now, eraseAt: now + GRACE_MS });

/** At exactly `eraseAt` there is no way back, however late the janitor comes. */
export const isOver = ({ deletion }: Pick<MeView, 'deletion'>, now: number): boolean =>
  deletion !== undefined && now >= deletion.eraseAt;

/** Longer than any call lasts, with all its requests: what was under way is over by then. */
export const QUIET_MS = 10 * 60_000;

/** How far an erasure is. `sweptAt`: when everything was looked through last. */
export interface Erasure {
  salt: string;
  sweptAt?: number;
}

/** Whether everything may be looked through (again): calls from before the last time must be over. */
export const isSweepDue = ({ sweptAt }: Erasure, now: number): boolean =>
  sweptAt === undefined || now >= sweptAt + QUIET_MS;

/** Over, once nothing was found although calls from before the last time are over. */
export const isErased = ({ sweptAt }: Erasure, found: number): boolean =>
  sweptAt !== undefined && found === 0;

/** Somebody of a chain's staff, as far as its fate goes. */
export interface Heir {
  uid: string;
  name: string;
  role: string;
  successor: boolean;
}

/** Who takes over from the owner: the one who was named for it, and nobody else. */
export const heirOf = <T extends Heir>(staff: T[]): T | undefined =>
  staff.find(({ role, successor }) => role !== 'owner' && successor);

export function fateOf(staff: Heir[]): Pick<OwnChainFate, 'fate' | 'successorName'> {
  const heir = heirOf(staff);
  return heir ? { fate: 'handed', successorName: heir.name } : { fate: 'erased' };
}
