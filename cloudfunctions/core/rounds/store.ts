import * as v from 'valibot';
import { collection } from '../platform/database';

const chains = collection('chains');
const makeUps = collection('make_ups');

/** One round as it stands. */
export interface RoundFacts {
  chainId: string;
  date: string;
  /** Entries with a place. */
  joined: number;
  /** The person has one of them. */
  isMine: boolean;
}

const roundFacts = v.object({ _id: v.string(), date: v.string(), joined: v.number(), mine: v.number() });

const letter = { $substrCP: ['$$this.v', 0, 1] };
const count = (cond: object) => ({ $size: { $filter: { input: '$seats', cond } } });

/** Rounds of a recurring chain that were opened; ≤ 367, numbers only: one request. */
export async function findRounds(seriesId: string, uid: string): Promise<RoundFacts[]> {
  const hasPlace = { $in: [letter, ['i', 'o']] };
  // A seat's text names its person behind `=`, or `~` when it was taken over; see the seat book.
  const isOwn = {
    $or: ['=', '~'].map(sign => ({ $gte: [{ $indexOfCP: ['$$this.v', `${sign}${uid}`] }, 0] })),
  };
  const found = await chains.aggregate([
    { $match: { series: seriesId } },
    { $project: { date: 1, seats: { $objectToArray: { $ifNull: ['$book.seats', {}] } } } },
    { $project: { date: 1, joined: count(hasPlace), mine: count({ $and: [hasPlace, isOwn] }) } },
  ]);
  return found
    .map(row => v.parse(roundFacts, row))
    .map(({ _id, date, joined, mine }) => ({ chainId: _id, date, joined, isMine: mine > 0 }));
}

const makeUpsDocument = v.object({ dates: v.array(v.string()) });

/** Days that a person filled in later: one request. */
export async function findMakeUps(id: string): Promise<string[]> {
  const [document] = await makeUps.find({ _id: id }, { limit: 1 });
  return document === undefined ? [] : v.parse(makeUpsDocument, document).dates;
}

interface MakeUp {
  id: string;
  series: string;
  date: string;
  /** In all. */
  max: number;
}

/** A day that is there already, or one more while there are fewer: one write decides. */
const addDay = async ({ id, date, max }: MakeUp): Promise<boolean> => {
  const room = { $or: [{ dates: date }, { [`dates.${max - 1}`]: { $exists: false } }] };
  return (await makeUps.updateOne({ _id: id, ...room }, { $addToSet: { dates: date } })) !== undefined;
};

/** One request, two for a person's first, three when there is none left. */
export async function addMakeUp(makeUp: MakeUp): Promise<boolean> {
  const { id, series, date } = makeUp;
  if (await addDay(makeUp)) return true;
  if (await makeUps.insert({ _id: id, series, dates: [date] })) return true;
  // Two first ones at once: the other made the document.
  return addDay(makeUp);
}

export const forgetMakeUps = (seriesIds: string[]): Promise<number> =>
  makeUps.remove({ series: { $in: seriesIds } });
