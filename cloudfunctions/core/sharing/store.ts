import * as v from 'valibot';
import { type ChainDocument, parseChain } from '../chains/document';
import { collection } from '../platform/database';
import { deleteFiles } from '../platform/storage';
import type { CardChain, CardNumbers } from './rules';

const cards = collection('share_cards');
const chains = collection('chains');

/** What of a chain lies with WeChat and in the storage, under the chain's id. */
export interface ShareCard {
  _id: string;
  /** File of the mini program code. */
  codeFile?: string;
  /** WeChat's updatable message, and until when it can be updated. */
  activityId?: string;
  expiresAt?: number;
  /** What it shows. */
  shown?: CardNumbers;
  /** From when on the courier looks whether it still is so; gone once the card is over. */
  checkAt?: number;
}

const shareCard: v.GenericSchema<unknown, ShareCard> = v.object({
  _id: v.string(),
  codeFile: v.exactOptional(v.string()),
  activityId: v.exactOptional(v.string()),
  expiresAt: v.exactOptional(v.number()),
  shown: v.exactOptional(v.object({ members: v.number(), limit: v.number() })),
  checkAt: v.exactOptional(v.number()),
});

export async function readCard(chainId: string): Promise<ShareCard> {
  const [document] = await cards.find({ _id: chainId }, { limit: 1 });
  return document === undefined ? { _id: chainId } : v.parse(shareCard, document);
}

/** Adds to what is kept of a chain. One request, two for the first. */
export async function keepCode(chainId: string, codeFile: string): Promise<void> {
  const keep = (): Promise<number> => cards.update({ _id: chainId }, { $set: { codeFile } });
  if ((await keep()) === 0 && !(await cards.insert({ _id: chainId, codeFile }))) await keep();
}

type Activity = Required<Pick<ShareCard, 'activityId' | 'expiresAt' | 'shown' | 'checkAt'>>;

/** Takes a new activity in place of `before`; false when somebody else was faster. */
export async function keepActivity(before: ShareCard, activity: Activity): Promise<boolean> {
  const match = { _id: before._id, activityId: before.activityId ?? { $exists: false } };
  if ((await cards.update(match, { $set: activity })) > 0) return true;
  return cards.insert({ _id: before._id, ...activity });
}

export async function noteActivity(chainId: string, activityId: string): Promise<ChainDocument | undefined> {
  const document = await chains.updateOne({ _id: chainId }, { $set: { activityId } });
  return document === undefined ? undefined : parseChain(document);
}

/** Cards that are to be looked at, longest due first: one request. */
export async function findDueCards(now: number, limit: number): Promise<ShareCard[]> {
  const found = await cards.find({ checkAt: { $lte: now } }, { sort: [['checkAt', 1]], limit });
  return found.map(document => v.parse(shareCard, document));
}

const cardChain = v.object({
  _id: v.string(),
  state: v.picklist(['checking', 'open', 'closed', 'cancelled', 'trashed', 'erasing']),
  date: v.exactOptional(v.string()),
  series: v.exactOptional(v.string()),
  settings: v.object({
    opensAt: v.exactOptional(v.number()),
    closesAt: v.exactOptional(v.number()),
    capacity: v.exactOptional(v.number()),
    recurrence: v.exactOptional(v.custom<NonNullable<CardChain['settings']['recurrence']>>(Boolean)),
  }),
  book: v.object({
    left: v.optional(v.record(v.string(), v.number()), {}),
    waiting: v.optional(v.number(), 0),
  }),
}) satisfies v.GenericSchema<unknown, CardChain>;

const CARD_FIELDS = [
  ...['state', 'date', 'series', 'book.left', 'book.waiting'],
  ...['opensAt', 'closesAt', 'capacity', 'recurrence'].map(name => `settings.${name}`),
];

/** What the cards of these chains show; a few hundred bytes each: one request. */
export async function readCardChains(chainIds: string[]): Promise<Map<string, CardChain>> {
  const fields = Object.fromEntries(CARD_FIELDS.map(name => [name, true]));
  const found = await chains.find({ _id: { $in: chainIds } }, { fields });
  return new Map(found.map(document => v.parse(cardChain, document)).map(one => [one._id, one]));
}

/** The card shows these numbers now. */
export const noteShown = (chainId: string, shown: CardNumbers): Promise<number> =>
  cards.update({ _id: chainId }, { $set: { shown } });

export const postponeCards = (chainIds: string[], checkAt: number): Promise<number> =>
  cards.update({ _id: { $in: chainIds } }, { $set: { checkAt } });

export const endCards = (chainIds: string[]): Promise<number> =>
  cards.update({ _id: { $in: chainIds } }, { $unset: { checkAt: '' } });

/** Deletes the codes first and then what knows them; false when the storage did not, for another try. */
export async function forgetCards(chainIds: string[]): Promise<boolean> {
  const found = await cards.find({ _id: { $in: chainIds } }, { limit: chainIds.length });
  const files = found.flatMap(document => v.parse(shareCard, document).codeFile ?? []);
  if (!(await deleteFiles(files))) return false;
  if (found.length > 0) await cards.remove({ _id: { $in: chainIds } });
  return true;
}
