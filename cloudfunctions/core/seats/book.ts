import * as v from 'valibot';

/** in, offered: holds places; waiting: in the queue; asking: to be approved, neither holds nor queues. */
export type SeatStatus = 'in' | 'offered' | 'waiting' | 'asking';

/**
 * What may run out: `total`; `room` (the 2,000 participants of any chain); `<field id>_<option id>` of an option with a capacity.
 * What is unlimited is in no map.
 */
export type Resource = string;

/** How much of which resource an entry takes. */
export type Demand = Record<Resource, number>;

/** One entry in the book; what it says is in `entries` under the same key. */
export interface Seat {
  status: SeatStatus;
  /** Whose it is; absent while it belongs to no account. */
  uid?: string;
  /** Who entered it, when that is not `uid`. */
  by?: string;
  demand: Demand;
  /** Places of the entry, also where the total is unlimited. */
  places: number;
  at: number;
  /** Request that made it: the same one again changes nothing. */
  request: string;
  /** `offered`: the place is kept until then, epoch ms. */
  until?: number;
}

/**
 * The places of one chain and who has them: a part of the chain's document, so that one conditional write decides everything
 * about a place. Keys of persons are `p` and the uid, because a field's name must not look like a number.
 */
export interface SeatBook {
  /** What is left of each resource. */
  left: Record<Resource, number>;
  /** Waiting entries that want a resource: while there is one, nobody new takes of it. */
  waits: Record<Resource, number>;
  held: Record<string, Seat>;
  /** Key of a person's own entry. */
  own: Record<string, string>;
  /** Live entries that a person entered, own one included; ≤ 20. */
  live: Record<string, number>;
  /** Keys in the order in which they were given numbers: a number is a position + 1, of the last time the key is there. */
  order: string[];
  /** Changes with every write after which somebody waiting may be due: what promotes is matched against it. */
  turn: number;
  /** Soonest end of an offer, epoch ms; 0: there is none. */
  offersEndAt: number;
}

const seat = v.object({
  status: v.picklist(['in', 'offered', 'waiting', 'asking']),
  uid: v.exactOptional(v.string()),
  by: v.exactOptional(v.string()),
  demand: v.record(v.string(), v.number()),
  places: v.number(),
  at: v.number(),
  request: v.string(),
  until: v.exactOptional(v.number()),
});

/** The database keeps no empty objects everywhere: a missing map is an empty one. */
const map = <T extends v.GenericSchema>(value: T) => v.optional(v.record(v.string(), value), {});

export const seatBook: v.GenericSchema<unknown, SeatBook> = v.object({
  left: map(v.number()),
  waits: map(v.number()),
  held: map(seat),
  own: map(v.string()),
  live: map(v.number()),
  order: v.optional(v.array(v.string()), []),
  turn: v.optional(v.number(), 0),
  offersEndAt: v.optional(v.number(), 0),
});

export const personKey = (uid: string): string => `p${uid}`;
