import * as v from 'valibot';
import { hasPrices } from '../entries/rules';
import { escaped } from '../items/query';
import type { Query } from '../platform/database';
import { decodeSeat, KEY_LENGTH } from '../seats/book';
import type { CardRow } from './cards';
import { chainState, staffMember } from './document';

/** Cards of a page. */
export const CARDS = 20;
/** Entries there ever were, up to which a card says a place in the queue: to know it takes all of them. */
const QUEUE_MAX = 400;

/** Title or place have the words, whatever their case. */
function searchClause(search = ''): Query {
  if (search === '') return {};
  const found = { $regularExpression: { pattern: escaped(search), options: 'i' } };
  return { $or: [{ 'settings.title': found }, { 'settings.place': found }] };
}

const order = { $ifNull: ['$book.order', []] };
const letterOf = (seat: string) => ({ $substrCP: [`${seat}.v`, 0, 1] });
const waitingOf = (seats: string) => ({
  $filter: { input: seats, cond: { $eq: [letterOf('$$this'), 'w'] } },
});
const isQueueKnown = {
  $and: [{ $gt: [{ $size: waitingOf('$mine') }, 0] }, { $lte: [{ $size: order }, QUEUE_MAX] }],
};
const shown = [
  'title',
  'template',
  'place',
  'eventAt',
  'opensAt',
  'closesAt',
  'capacity',
  'recurrence',
  'priceFen',
  'fields.options.priceFen',
];

/** Of whole chains what a card takes: of the seats of others only status and places. */
const cardStages = (uid: string): Query[] => [
  { $addFields: { all: { $objectToArray: { $ifNull: ['$book.seats', {}] } } } },
  {
    $addFields: {
      mine: { $filter: { input: '$all', cond: { $gte: [{ $indexOfCP: ['$$this.v', uid] }, 0] } } },
    },
  },
  {
    // Thousands of entries are looked through only where one of them is the person's.
    $addFields: {
      mineOrder: {
        $cond: [
          { $gt: [{ $size: '$mine' }, 0] },
          { $filter: { input: order, cond: { $in: [{ $substrCP: ['$$this', 0, KEY_LENGTH] }, '$mine.k'] } } },
          [],
        ],
      },
    },
  },
  {
    $project: {
      ...{ state: 1, staff: 1, series: 1, date: 1, createdAt: 1, trashedAt: 1, purgeAt: 1 },
      ...{ mine: 1, mineOrder: 1, 'book.left': 1, 'book.waits': 1, 'book.waiting': 1, rank: 1 },
      ...Object.fromEntries(shown.map(name => [`settings.${name}`, 1])),
      marks: { $map: { input: '$all', in: { $substrCP: ['$$this.v', 0, 4] } } },
      positions: { $map: { input: '$mineOrder', in: { $indexOfArray: ['$book.order', '$$this'] } } },
      queue: { $cond: [isQueueKnown, waitingOf('$all'), []] },
      order: { $cond: [isQueueKnown, order, []] },
    },
  },
];

const NEWEST: Query = { createdAt: -1, _id: -1 };
const LIVE = { $nin: ['trashed', 'erasing'] };

/** Where a list goes on: behind this card. */
export interface CardPlace {
  at: number;
  id: string;
}

const behind = (field: string, place: CardPlace | undefined): Query[] =>
  place ? [{ $or: [{ [field]: { $lt: place.at } }, { [field]: place.at, _id: { $lt: place.id } }] }] : [];

/** 我发起的: chains a person is on the staff of; a recurring one once, without its rounds. */
export const organizedStages = (uid: string, search: string | undefined, place?: CardPlace): Query[] => [
  {
    $match: {
      ...{ staffUids: uid, series: { $exists: false }, state: LIVE },
      $and: [searchClause(search), ...behind('createdAt', place)],
    },
  },
  { $sort: NEWEST },
  { $limit: CARDS + 1 },
  ...cardStages(uid),
];

/** 最近删除: what a person may restore. */
export const trashedStages = (
  uid: string,
  now: number,
  search: string | undefined,
  place?: CardPlace,
): Query[] => [
  {
    $match: {
      ...{ staffUids: uid, series: { $exists: false }, state: 'trashed', purgeAt: { $gt: now } },
      staff: { $elemMatch: { uid, role: 'owner' } },
      $and: [searchClause(search), ...behind('purgeAt', place)],
    },
  },
  { $sort: { purgeAt: -1, _id: -1 } },
  { $limit: CARDS + 1 },
  ...cardStages(uid),
];

/**
 * 我报名的: of these chains, in this order, those that still have an entry of the person; of the rounds of one recurring chain
 * the first. `from`: position in the order at which the page begins.
 */
export const joinedStages = (
  uid: string,
  chainIds: string[],
  from: number,
  search: string | undefined,
): Query[] => [
  {
    $match: {
      _id: { $in: chainIds },
      state: { $nin: ['trashed', 'erasing', 'checking'] },
      ...searchClause(search),
    },
  },
  { $addFields: { rank: { $indexOfArray: [chainIds, '$_id'] } } },
  ...cardStages(uid),
  { $match: { 'mine.0': { $exists: true } } },
  { $sort: { rank: 1 } },
  { $group: { _id: { $ifNull: ['$series', '$_id'] }, rank: { $first: '$rank' }, row: { $first: '$$ROOT' } } },
  { $match: { rank: { $gte: from } } },
  { $sort: { rank: 1 } },
  { $limit: CARDS + 1 },
  { $replaceRoot: { newRoot: '$row' } },
];

const amounts = v.optional(v.record(v.string(), v.number()), {});
const seat = v.object({ k: v.string(), v: v.string() });

type Prices = Parameters<typeof hasPrices>[0];

const storedRow = v.object({
  _id: v.string(),
  state: chainState,
  staff: v.array(staffMember),
  series: v.exactOptional(v.string()),
  date: v.exactOptional(v.string()),
  createdAt: v.number(),
  trashedAt: v.exactOptional(v.number()),
  purgeAt: v.exactOptional(v.number()),
  settings: v.custom<CardRow['settings'] & Prices>(value => typeof value === 'object' && value !== null),
  book: v.object({ left: amounts, waits: amounts, waiting: v.optional(v.number(), 0) }),
  marks: v.array(v.string()),
  mine: v.array(seat),
  mineOrder: v.array(v.string()),
  positions: v.array(v.number()),
  queue: v.array(seat),
  order: v.array(v.string()),
});

/** Of several attempts under one key the last one counts. */
const lastByKey = (order: string[]): Map<string, string> =>
  new Map(order.map(entryId => [entryId.slice(0, KEY_LENGTH), entryId]));

function waitPositionsIn(order: string[], queue: { k: string }[]): Map<string, number> {
  const last = lastByKey(order);
  const waiting = new Set(queue.map(({ k }) => last.get(k)));
  return new Map(order.filter(id => waiting.has(id)).map((id, index) => [id, index + 1]));
}

/** A seat's text begins with its status and its places; see the seat book. */
const hasPlaces = (mark: string): boolean => mark.startsWith('i') || mark.startsWith('o');
const placesIn = (mark: string): number => Number.parseInt(mark.slice(2), 10);

export function readCardRow(document: unknown): CardRow {
  const { book, marks, mine, mineOrder, positions, queue, order, ...chain } = v.parse(storedRow, document);
  const last = lastByKey(mineOrder);
  const withPlaces = marks.filter(hasPlaces);
  return {
    ...chain,
    ...book,
    hasPrices: hasPrices(chain.settings),
    joined: withPlaces.length,
    taken: withPlaces.reduce((sum, mark) => sum + placesIn(mark), 0),
    mine: mine.map(({ k, v: text }) => decodeSeat(k, last.get(k) ?? k, text)),
    numbers: new Map(mineOrder.map((id, index) => [id, (positions[index] ?? 0) + 1])),
    waitPositions: waitPositionsIn(order, queue),
  };
}
