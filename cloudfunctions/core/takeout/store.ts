import * as v from 'valibot';
import type { ExportedBatch } from '../../../typings/contract/accounts';
import { parseBatch } from '../batches/document';
import { type ChainDocument, parseChain } from '../chains/document';
import { type EntryDocument, parseEntry } from '../entries/document';
import { type Collection, collection, DatabaseOutage, type Query } from '../platform/database';
import { groupsOf } from '../platform/groups';

const chains = collection('chains');
const entries = collection('entries');
const batches = collection('batches');

const withId = v.object({ _id: v.string() });
const idOf = (document: unknown): string => v.parse(withId, document)._id;

/** Documents in the order of their ids, so many at once; fewer when together they pass a reply's 1 MB. */
async function* pagesOf(
  from: Collection,
  query: Query,
  { page, small, fields }: { page: number; small: number; fields?: Record<string, boolean> },
): AsyncGenerator<unknown[]> {
  let limit = page;
  for (let after = ''; ; ) {
    const read = () =>
      from.find({ ...query, _id: { $gt: after } }, { sort: [['_id', 1]], limit, ...(fields && { fields }) });
    const found = await read().catch((error: unknown) => {
      if (!(error instanceof DatabaseOutage) || limit === small) throw error;
      limit = small;
      return read();
    });
    yield found;
    const last = found.at(-1);
    if (last === undefined || found.length < limit) return;
    after = idOf(last);
  }
}

/** A full book of seats has some 400 KB. */
const CHAINS = { page: 8, small: 1 };
const ENTRIES = { page: 400, small: 50, fields: { events: false } };

/** Chains a person owns, with their rounds; not what is erased or about to be. */
export async function* readOwnChains(owner: string, now: number): AsyncGenerator<ChainDocument[]> {
  const query = {
    staffUids: owner,
    staff: { $elemMatch: { uid: owner, role: 'owner' } },
    state: { $ne: 'erasing' },
    purgeAt: { $not: { $lte: now } },
  };
  for await (const page of pagesOf(chains, query, CHAINS)) yield page.map(parseChain);
}

/** All entries of a chain, drafts that never got a seat among them. */
export async function* readEntriesOf(chainId: string): AsyncGenerator<EntryDocument[]> {
  for await (const page of pagesOf(entries, { chain: chainId }, ENTRIES)) yield page.map(parseEntry);
}

/** Entries with which a person has to do, with their chain; of a chain that is erased there are none. */
export async function* readEntriesWith(
  uid: string,
): AsyncGenerator<{ chain: ChainDocument; own: EntryDocument[] }> {
  const found = await entries.aggregate([{ $match: { people: uid } }, { $group: { _id: '$chain' } }]);
  for (const ids of groupsOf(found.map(idOf), CHAINS.page)) {
    const all: EntryDocument[] = [];
    const query = { chain: { $in: ids }, people: uid };
    for await (const page of pagesOf(entries, query, ENTRIES)) all.push(...page.map(parseEntry));
    for await (const page of pagesOf(chains, { _id: { $in: ids }, state: { $ne: 'erasing' } }, CHAINS)) {
      for (const chain of page.map(parseChain))
        yield { chain, own: all.filter(entry => entry.chain === chain._id) };
    }
  }
}

/** What a person confirmed to remove. */
export async function* readBatches(owner: string): AsyncGenerator<ExportedBatch[]> {
  const query = { owner, committedAt: { $gt: 0 } };
  for await (const page of pagesOf(batches, query, { page: 500, small: 100, fields: { ids: false } }))
    yield page.map(parseBatch).map(({ kind, committedAt, total, removed, undone, reasons }) => ({
      ...{ kind, committedAt, total, removed, undone },
      ...(reasons && { reasons }),
    }));
}
