import * as v from 'valibot';

/** What people are told of without having asked. `moved`: to the waiting list; `going`, `cancelled`: the whole chain. */
export type FactKind =
  | 'promoted'
  | 'offered'
  | 'expired'
  | 'approved'
  | 'declined'
  | 'removed'
  | 'moved'
  | 'going'
  | 'cancelled';

/**
 * One thing to tell, kept in the chain's `outbox`: put there by the very write that made it true, taken out when everybody
 * was told. So nobody is told of what did not happen, and a killed instance loses no message.
 */
export interface Fact {
  /** Names it within its chain. */
  id: string;
  kind: FactKind;
  /** Keys of the seats it is about; none: everybody in the book, and the staff. */
  keys: string[];
  /** When it came true, or when the next try is due once it was put off: the courier's queue. */
  at: number;
  /** When it came true, once it was put off. */
  since?: number;
  /** Uids beside `keys`, when the book does not hold these seats any more. */
  to?: string[];
  reason?: string;
}

/** `to`: for each key whom to tell, when the seat is gone with the same write; '' tells nobody. */
export const factOf = (
  kind: FactKind,
  keys: string[],
  at: number,
  { to, reason }: { to?: (string | undefined)[]; reason?: string } = {},
): Fact => ({
  id: [at, kind, ...keys.slice(0, 1)].join('-'),
  ...{ kind, keys, at },
  ...(to && { to: to.map(uid => uid ?? '') }),
  ...(reason !== undefined && { reason }),
});

export const fact: v.GenericSchema<unknown, Fact> = v.object({
  id: v.string(),
  kind: v.picklist([
    ...(['promoted', 'offered', 'expired', 'approved', 'declined', 'removed', 'moved'] as const),
    ...(['going', 'cancelled'] as const),
  ]),
  keys: v.array(v.string()),
  at: v.number(),
  since: v.exactOptional(v.number()),
  to: v.exactOptional(v.array(v.string())),
  reason: v.exactOptional(v.string()),
});
