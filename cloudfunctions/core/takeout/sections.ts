import { exportedItem, exportedTrash } from '../exports/exported';
import { readAll } from '../exports/store';
import { type LogPlace, logPage } from '../logs/rules';
import { readLines } from '../logs/store';
import { readRoster } from '../rosters/store';
import { chainRecord, entryRecords, ownEntryRecords } from './chain-records';
import type { Line, Section } from './part-file';
import { readBatches, readEntriesOf, readEntriesWith, readOwnChains } from './store';

const lines = (section: Section, records: object[]): Line[] =>
  records.map(record => ({ section, text: JSON.stringify(record) }));

async function* items(uid: string, now: number): AsyncGenerator<Line[]> {
  for await (const page of readAll(uid)) {
    yield lines('items', page.filter(({ state }) => state === 'live').map(exportedItem));
    yield lines(
      'trash',
      page.flatMap(item => exportedTrash(item, now) ?? []),
    );
  }
}

async function* entries(uid: string, now: number): AsyncGenerator<Line[]> {
  for await (const { chain, own } of readEntriesWith(uid))
    yield lines('entries', entryRecords(chain, own, { uid, now }));
}

async function* chains(uid: string, now: number): AsyncGenerator<Line[]> {
  for await (const page of readOwnChains(uid, now)) {
    for (const chain of page) {
      yield lines('chains', [chainRecord(chain, await readRoster(chain))]);
      for await (const some of readEntriesOf(chain._id))
        yield lines('chainEntries', ownEntryRecords(chain, some, { uid, now }));
    }
  }
}

async function* batches(uid: string): AsyncGenerator<Line[]> {
  for await (const page of readBatches(uid)) yield lines('batches', page);
}

const LOG_PAGE = 500;

async function* log(uid: string): AsyncGenerator<Line[]> {
  for (let place: LogPlace | undefined; ; ) {
    const found = (await readLines(uid, place, LOG_PAGE + 1)) ?? [];
    const { items: page, next } = logPage(found, LOG_PAGE);
    yield lines('log', page);
    if (!next) return;
    place = next;
  }
}

/** Everything there is of a person as lists, a little at a time. */
export async function* readEverything(uid: string, now: number): AsyncGenerator<Line[]> {
  yield* items(uid, now);
  yield* entries(uid, now);
  yield* chains(uid, now);
  yield* batches(uid);
  yield* log(uid);
}
