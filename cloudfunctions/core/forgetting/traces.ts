import type { ChainDocument } from '../chains/document';
import { changeChain, findChain } from '../chains/store';
import { endFiles } from '../exports/store';
import { sameName } from '../rosters/names';
import { anonymizeEntries } from './entries';
import { type ErasedPerson, isLate } from './person';
import { chainEventAfter, ERASED_NAME, imagesOf } from './rules';
import { imagesWithout } from './staff';
import {
  anonymizeEvents,
  changeRoster,
  disownAnswers,
  entriesOf,
  eventsNaming,
  forgetNames,
  forgetOwnMakeUps,
  readRosters,
  removeStrays,
  replaceEvent,
} from './store';

const ENTRIES = 100;
/** Events of one read. */
const EVENTS = 50;
/** Names that the person was in the chain under, in lists that the staff keeps. Before the entries lose them. */
async function forgetOwnNames({ _id, series }: ChainDocument, { uid }: ErasedPerson): Promise<void> {
  const own = (await entriesOf(_id, uid, ENTRIES)).filter(entry => entry.uid === uid);
  if (own.length === 0) return;
  const names = new Set(own.map(({ name }) => sameName(name)));
  const isOwn = (name: string): boolean => names.has(sameName(name));
  for (const roster of await readRosters(series === undefined ? [_id] : [_id, series]))
    if (roster.names.some(isOwn))
      await changeRoster(
        roster._id,
        roster.names,
        roster.names.map(name => (isOwn(name) ? ERASED_NAME : name)),
      );
  await forgetNames(
    _id,
    own.map(({ name }) => name),
  );
}

/** The latest events of a chain, in its document. Others may write there at the same moment. */
async function anonymizeLatest(chainId: string, person: ErasedPerson): Promise<void> {
  while (!isLate(person)) {
    const chain = await findChain(chainId);
    const named = (chain?.log ?? []).flatMap((event, index) => {
      const after = chainEventAfter(event, person.uid);
      return after ? [{ path: `log.${index}`, after }] : [];
    });
    if (named.length === 0) return;
    // Events move up when older ones leave the document: each must still be where it was read.
    const match = Object.fromEntries(named.map(({ path, after }) => [`${path}._id`, after._id]));
    const $set = Object.fromEntries(named.map(({ path, after }) => [path, after]));
    await changeChain(chainId, match, { $set });
  }
}

/** Events that moved out of the document. */
async function anonymizeOlder(chainId: string, person: ErasedPerson): Promise<void> {
  const next = () => eventsNaming(chainId, person.uid, EVENTS);
  for (let found = await next(); found.length > 0 && !isLate(person); found = await next())
    for (const event of found) await replaceEvent(chainEventAfter(event, person.uid) ?? event);
}

async function anonymizeHistory(chainId: string, person: ErasedPerson): Promise<void> {
  await anonymizeLatest(chainId, person);
  await anonymizeOlder(chainId, person);
}

/** What somebody who was on the staff did to the entries of others, and pictures that they added. */
export async function forgetWork(chain: ChainDocument, person: ErasedPerson): Promise<void> {
  const { uid } = person;
  await disownAnswers(chain._id, uid);
  while (!isLate(person) && (await anonymizeEvents(chain._id, uid, ERASED_NAME, ENTRIES)) > 0);
  if (imagesOf(chain.settings.images, uid).length === 0) return;
  const images = await imagesWithout(chain, uid);
  const change = { $set: { 'settings.images': images }, $inc: { rev: 1 } };
  await changeChain(chain._id, { rev: chain.rev }, change);
}

/** Takes a person out of one chain of others. One that is being erased takes everything with it. */
export async function forgetIn(
  chainId: string,
  person: ErasedPerson,
  { wasStaff }: { wasStaff: boolean },
): Promise<void> {
  const chain = await findChain(chainId);
  if (!chain) await removeStrays(chainId, person.uid);
  if (!chain || chain.state === 'erasing') return;
  // The entries lead here, so they are last; and whatever was written about them meanwhile after that.
  await forgetOwnNames(chain, person);
  await anonymizeHistory(chainId, person);
  if (chain.series !== undefined) await forgetOwnMakeUps(chain.series, person.uid);
  if (wasStaff) await forgetWork(chain, person);
  await anonymizeEntries(chain, person);
  await endFiles(chainId, person.now);
  await anonymizeHistory(chainId, person);
}
