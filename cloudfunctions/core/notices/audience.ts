import type { Audience } from '../../../typings/contract/notices';
import type { ChainDocument } from '../chains/document';
import { sameName } from '../rosters/names';
import { namesOf } from '../rosters/reading';
import {
  type Participant,
  readLeavers,
  readNamed,
  readParticipants,
  readRoster,
  relatedChains,
} from '../rosters/store';
import { personKey, type Seat } from '../seats/book';
import { holdsPlaces, inOrder } from '../seats/rules';

/** Somebody a reminder is meant for; without an account there is only the ready text. */
export interface Target {
  name: string;
  uid?: string;
}

/** Earlier chains that are looked through for people's accounts, and accounts found in them. */
const RELATED_MAX = 30;
const PARTICIPANTS_MAX = 2000;

/** What a seat costs by the prices of now, fen. */
function dueOf({ priceFen = 0, fields }: ChainDocument['settings'], { places, picks }: Seat): number {
  const goods = fields.flatMap(field =>
    (field.options ?? []).map(option => (option.priceFen ?? 0) * (picks[`${field.id}_${option.id}`] ?? 0)),
  );
  return goods.reduce((sum, fen) => sum + fen, priceFen * places);
}

const targetOf = ({ uid, by }: Seat, name: string): Target => {
  const account = uid ?? by;
  return account === undefined ? { name } : { name, uid: account };
};

/** In the order of their numbers; whoever made an entry for somebody without an account is asked instead. One request. */
async function seated({ book }: ChainDocument, isMeant: (seat: Seat) => boolean): Promise<Target[]> {
  const seats = inOrder(book, isMeant);
  const names = await namesOf(seats.map(({ entryId }) => entryId));
  return seats.map(seat => targetOf(seat, names.get(seat.entryId) ?? ''));
}

async function unpaid({ book, settings }: ChainDocument): Promise<Target[]> {
  const seats = inOrder(book, seat => holdsPlaces(seat) && dueOf(settings, seat) > 0);
  const entries = new Map((await readNamed(seats.map(({ entryId }) => entryId))).map(one => [one._id, one]));
  return seats.flatMap(seat => {
    const entry = entries.get(seat.entryId);
    return entry?.payment === 'unpaid' ? [targetOf(seat, entry.name)] : [];
  });
}

/** Whose name it is, when only one account ever had it. */
function accountsByName(people: Participant[]): Map<string, string> {
  const uids = new Map<string, Set<string>>();
  for (const { name, uid } of people) {
    const key = sameName(name);
    uids.set(key, (uids.get(key) ?? new Set()).add(uid));
  }
  return new Map([...uids].flatMap(([name, [uid = '', ...more]]) => (more.length > 0 ? [] : [[name, uid]])));
}

/** Names and accounts that answered a chain: who is in it, and who left, which is an answer too. Two requests. */
async function answersTo({ _id, book }: ChainDocument) {
  const entryIds = Object.values(book.held).map(({ entryId }) => entryId);
  const leavers = await readLeavers(_id);
  const names = [...(await namesOf(entryIds)).values(), ...leavers.map(({ name }) => name)];
  const left = new Set(leavers.map(({ uid }) => uid));
  return {
    names: new Set(names.map(sameName)),
    isBy: (uid: string): boolean => personKey(uid) in book.own || left.has(uid),
  };
}

/**
 * Names of the roster that have not answered. An account is found when it took part under that name in another round or chain of
 * the same organizer. Without a roster a round expects who took part in the others. Five requests.
 */
async function unanswered(chain: ChainDocument): Promise<Target[]> {
  const roster = await readRoster(chain);
  if (roster.length === 0 && chain.series === undefined) return [];
  const answers = await answersTo(chain);
  const missing = roster.filter(name => !answers.names.has(sameName(name)));
  const related = missing.length > 0 || roster.length === 0 ? await relatedChains(chain, RELATED_MAX) : [];
  const people = await readParticipants(related, missing, PARTICIPANTS_MAX);
  if (roster.length === 0)
    return [...new Map(people.map(one => [one.uid, one])).values()].filter(({ uid }) => !answers.isBy(uid));
  const accounts = accountsByName(people);
  return missing.map(name => {
    const uid = accounts.get(sameName(name));
    return uid !== undefined && !answers.isBy(uid) ? { name, uid } : { name };
  });
}

const FINDERS: Record<Audience, (chain: ChainDocument) => Promise<Target[]>> = {
  unanswered,
  unpaid,
  in: chain => seated(chain, holdsPlaces),
  waiting: chain => seated(chain, ({ status }) => status === 'waiting'),
};

export const targetsOf = (chain: ChainDocument, audience: Audience): Promise<Target[]> =>
  FINDERS[audience](chain);
