import type { RemovalReason } from '../../typings/contract/batches';
import { reasons } from '../copy/batches';
import type { Chip } from './item-query';

/** How many reasons one answer has at most. */
const REASONS_MAX = 3;

export const reasonChips = (chosen: readonly RemovalReason[]): Chip[] =>
  (Object.keys(reasons) as RemovalReason[]).map(id => ({ id, text: reasons[id], on: chosen.includes(id) }));

/** A fourth is not taken: one has to go before. */
export function toggleReason(chosen: readonly RemovalReason[], reason: RemovalReason): RemovalReason[] {
  if (chosen.includes(reason)) return chosen.filter(other => other !== reason);
  return chosen.length < REASONS_MAX ? [...chosen, reason] : [...chosen];
}
