import * as v from 'valibot';
import type { ChainDraft } from '../../../typings/contract/fields';
import type { Fact } from '../notices/facts';

/** in, offered: holds places; waiting: in the queue; asking: to be approved, neither holds nor queues. */
export type SeatStatus = 'in' | 'offered' | 'waiting' | 'asking';

/**
 * What may run out: `total`; `room` (the 2,000 participants of any chain); `<field id>_<option id>` of an option with a capacity.
 * What is unlimited is in no map.
 */
export type Resource = string;

/** How much of which resource. */
export type Amounts = Record<Resource, number>;

/** One entry in the book; what it says is in `entries` under `entryId`. */
export interface Seat {
  /** Beginning of `entryId`: of a person and who entered them; there is one seat at most under it. */
  key: string;
  entryId: string;
  status: SeatStatus;
  /** Whose it is; absent while it belongs to no account. */
  uid?: string;
  /** Who entered it, while it is not claimed. Neither for somebody whom the staff keyed in. */
  by?: string;
  /** The person has it from somebody else, so it is not under the key of their own entry. */
  claimed?: true;
  places: number;
  /** How much of each option, also of unlimited ones: a capacity set later is exact at once. */
  picks: Amounts;
  /** `offered`: the place is kept until then, epoch ms. */
  until?: number;
}

/** What is stored: small, because it travels with every call; a chain of 2,000 stays below 300 KB. */
export interface StoredBook {
  /** What is left of each resource. */
  left: Amounts;
  /** Waiting entries that lack a resource: while there is one, nobody new takes of it. */
  waits: Amounts;
  /** Waiting entries. */
  waiting: number;
  /** By key; see `encodeSeat`. */
  seats: Record<string, string>;
  /** Key of the entry that a person took over from somebody. */
  claimed: Record<string, string>;
  /** Live entries that a person made for others. */
  others: Record<string, number>;
  /** Entry ids in the order in which they were given numbers: a number is a position + 1. */
  order: string[];
  /** Changes with every write after which somebody waiting may be due: what promotes is matched against it. */
  turn: number;
  /** When the book is to be settled: an offer ends, or (now) places were freed and nobody promoted yet; `NEVER`. */
  settleAt: number;
}

/**
 * The places of one chain and who has them: a part of the chain's document, so that one conditional write decides everything
 * about a place. Keys of persons are `p` and the uid, because a field's name must not look like a number.
 */
export interface SeatBook extends Omit<StoredBook, 'seats'> {
  held: Record<string, Seat>;
  /** Key of a person's own entry. */
  own: Record<string, string>;
  /** Live entries of a person: the own one and those made for others; ≤ 20. */
  live: Record<string, number>;
  /** Of a book that was changed in memory: what people have to be told of it. */
  facts: Fact[];
}

/** Live entries of a chain, waiting and asking ones included. */
export const ROOM = 2000;
/** Numbers that are given in all: who joins and leaves without end does not make the document grow without end. */
export const NUMBERS_MAX = 6000;
/** The last instant there is. */
export const NEVER = 8_640_000_000_000_000;

export const personKey = (uid: string): string => `p${uid}`;

export const optionResource = (field: string, option: string): Resource => `${field}_${option}`;

/** What the settings limit, `room` aside. */
export function capacitiesOf({ capacity, fields }: Pick<ChainDraft, 'capacity' | 'fields'>): Amounts {
  const options = fields.flatMap(field =>
    (field.options ?? []).flatMap(option =>
      option.capacity === undefined ? [] : [[optionResource(field.id, option.id), option.capacity] as const],
    ),
  );
  return { ...(capacity !== undefined && { total: capacity }), ...Object.fromEntries(options) };
}

/** The book of a chain that nobody joined yet. */
export const newBook = (settings: Pick<ChainDraft, 'capacity' | 'fields'>): StoredBook => ({
  left: { room: ROOM, ...capacitiesOf(settings) },
  ...{ waits: {}, waiting: 0, seats: {}, claimed: {}, others: {}, order: [], turn: 0, settleAt: NEVER },
});

const LETTERS: Record<SeatStatus, string> = { in: 'i', offered: 'o', waiting: 'w', asking: 'a' };
const STATUSES = new Map(Object.entries(LETTERS).map(([status, letter]) => [letter, status as SeatStatus]));

const encodePick = ([option, count]: [string, number]): string =>
  count === 1 ? option : `${option}*${count}`;

/** `<status> <places> <person> <until> <picks>`, what is empty at the end left out: "i 1 =uid - f1_a,f2_b*2". */
export function encodeSeat({ status, uid, by, claimed, places, picks, until }: Seat): string {
  const person = uid === undefined ? by && `+${by}` : `${claimed ? '~' : '='}${uid}`;
  const parts = [LETTERS[status], String(places), person, until?.toString(36)];
  const options = Object.entries(picks).map(encodePick).join(',');
  return [...parts.map(part => part ?? '-'), options || '-'].join(' ').replace(/( -)+$/, '');
}

function decodePicks(text: string): Amounts {
  const picks: Amounts = {};
  for (const pick of text.split(',')) {
    const [option = '', count = '1'] = pick.split('*');
    picks[option] = Number(count);
  }
  return picks;
}

const isThere = (part: string | undefined): part is string => part !== undefined && part !== '-';

function readPerson(seat: Seat, person: string): void {
  const id = person.slice(1);
  if (person.startsWith('+')) seat.by = id;
  else seat.uid = id;
  if (person.startsWith('~')) seat.claimed = true;
}

/** Written without a thought for elegance: it is done a thousand times for every call about a large chain. */
export function decodeSeat(key: string, entryId: string, text: string): Seat {
  const [letter = '', places = '', person, until, picks] = text.split(' ');
  const status = STATUSES.get(letter);
  if (!status) throw new Error(`a seat without a status: ${text}`);
  const seat: Seat = { key, entryId, status, places: Number(places), picks: {} };
  if (isThere(person)) readPerson(seat, person);
  if (isThere(until)) seat.until = Number.parseInt(until, 36);
  if (isThere(picks)) seat.picks = decodePicks(picks);
  return seat;
}

/** Characters of a key, with which every entry id begins. */
export const KEY_LENGTH = 17;

/** Who has what, found in the seats. */
export function personsOf(held: Record<string, Seat>): Pick<SeatBook, 'own' | 'live'> {
  const own: Record<string, string> = {};
  const live: Record<string, number> = {};
  for (const { key, uid, by } of Object.values(held)) {
    if (uid !== undefined) own[personKey(uid)] = key;
    const person = uid ?? by;
    if (person !== undefined) live[personKey(person)] = (live[personKey(person)] ?? 0) + 1;
  }
  return { own, live };
}

function readBook({ seats, ...stored }: StoredBook): SeatBook {
  const entryIds = new Map(stored.order.map(entryId => [entryId.slice(0, KEY_LENGTH), entryId]));
  const held: Record<string, Seat> = {};
  for (const [key, text] of Object.entries(seats))
    held[key] = decodeSeat(key, entryIds.get(key) ?? key, text);
  return { ...stored, held, ...personsOf(held), facts: [] };
}

/** The database keeps no empty objects everywhere: a missing map is an empty one. */
const amounts = v.optional(v.record(v.string(), v.number()), {});

/** Of maps and lists as long as the chain only the outline is looked at; seats are when they are decoded. */
const long = <T extends object>(isOne: (value: object) => boolean, empty: T) =>
  v.optional(
    v.custom<T>(value => typeof value === 'object' && value !== null && isOne(value)),
    empty,
  );
const isMap = (value: object): boolean => !Array.isArray(value);

/** From what is stored to what is worked with. */
export const seatBook: v.GenericSchema<unknown, SeatBook> = v.pipe(
  v.object({
    left: amounts,
    waits: amounts,
    waiting: v.optional(v.number(), 0),
    seats: long<Record<string, string>>(isMap, {}),
    claimed: long<Record<string, string>>(isMap, {}),
    others: long<Amounts>(isMap, {}),
    order: long<string[]>(Array.isArray, []),
    turn: v.optional(v.number(), 0),
    settleAt: v.optional(v.number(), NEVER),
  }),
  v.transform(readBook),
);
