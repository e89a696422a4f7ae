import { parseChain } from '../../cloudfunctions/core/chains/document';
import { uidOf } from '../../cloudfunctions/core/platform/crypto';
import type { SeatBook } from '../../cloudfunctions/core/seats/book';
import { seededRandom } from '../../local/cloud/faults/faults';
import type { InputOf } from '../../typings/contract/api';
import type { EntryView } from '../../typings/contract/entries';
import type { ChainField } from '../../typings/contract/fields';
import type { Account } from '../support/functions/account';
import { type GivenDraft, organizeChain } from '../support/functions/chain-account';
import { InterleavedCloud } from '../support/functions/interleaved-cloud';
import { expectSound } from '../support/functions/seat-oracle';

// Everybody's requests are under way at once: far more than any number of instances would bring together.
jest.setTimeout(600_000);

const ENTRIES = 120;
const PLACES = 12;
const NOW = Date.parse('2026-03-01T10:00:00+08:00');
const TROUBLE = { error: 0, lost: 0.01, killed: 0.01 };
const OPTIONS = ['a', 'b', 'c', 'd'];

/** Texts without letters are not sent to WeChat, which has no part in this. */
const SILENT = { title: '2025', organizerName: '1' };
const FIELD: ChainField = {
  ...{ id: 'group', type: 'single', label: '1', required: true, personal: false },
  options: OPTIONS.map((id, index) => ({ id, label: String(index), capacity: PLACES / OPTIONS.length })),
};

let cloud: InterleavedCloud;
beforeAll(async () => {
  cloud = await InterleavedCloud.start();
});
afterAll(() => cloud.stop());

interface Case {
  draft: GivenDraft;
  /** Entries of one person. */
  each: number;
  given(index: number): Partial<InputOf<'chains.join'>>;
}

interface Told {
  person: Account;
  entry: EntryView;
}

/** Everybody at once, each until they are answered. */
async function joinAtOnce(chainId: string, { each, given }: Case): Promise<Told[]> {
  const joins = Array.from({ length: ENTRIES }, (_, index) => async () => {
    const person = cloud.person(`person-${index % (ENTRIES / each)}`);
    const input = {
      chainId,
      requestId: `request-${index}`,
      name: String(index),
      answers: {},
      ...given(index),
    };
    return { person, entry: (await person.untilAnswered('chains.join', input)).entry };
  });
  return cloud.run(TROUBLE, ...joins);
}

async function bookOf(chainId: string): Promise<SeatBook> {
  const [document] = await cloud.find('chains', { _id: chainId });
  const chain = parseChain(document);
  expectSound(chain);
  return chain.book;
}

const numbersWith = ({ order, held }: SeatBook, status: string): number[] =>
  order.flatMap((id, index) => (held[id.slice(0, 17)]?.status === status ? [index + 1] : []));

const upTo = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** Everybody has one number and knows it, and knows whether they have a place. */
function expectTold(told: Told[], book: SeatBook): void {
  expect(told.map(({ entry }) => entry.number).sort((one, other) => one - other)).toEqual(upTo(1, ENTRIES));
  for (const { entry } of told) {
    expect(book.order[entry.number - 1]).toBe(entry.entryId);
    expect(book.held[entry.entryId.slice(0, 17)]?.status).toBe(entry.status);
  }
}

async function start(seed: number, of: Case) {
  await cloud.begin(NOW, seededRandom(seed));
  const { chainId } = await cloud.calmly(() =>
    organizeChain(cloud.person('owner'), { ...SILENT, capacity: PLACES, waitlist: true, ...of.draft }),
  );
  const told = await joinAtOnce(chainId, of);
  const book = await bookOf(chainId);
  expectTold(told, book);
  const details = await cloud.find('entries', { chain: chainId });
  expect(details.map(({ _id }) => _id).sort()).toEqual([...book.order].sort());
  return { chainId, told, book };
}

test.each([1])(
  'the first get the places, the rest waits in order, and so it stays when all leave (seed %i)',
  async seed => {
    const { chainId, told, book } = await start(seed, { draft: {}, each: 1, given: () => ({}) });
    expect(numbersWith(book, 'in')).toEqual(upTo(1, PLACES));
    expect(numbersWith(book, 'waiting')).toEqual(upTo(PLACES + 1, ENTRIES));
    const leaving = told.filter(({ entry }) => entry.number <= PLACES);
    const leave = leaving.map(({ person, entry: { entryId } }) => async () => {
      await person.untilAnswered('chains.leave', { chainId, entryId });
    });
    await cloud.run(TROUBLE, ...leave);
    await cloud.calmly(() => cloud.person('owner').data('chains.show', { chainId }));
    const after = await bookOf(chainId);
    expect(numbersWith(after, 'in')).toEqual(upTo(PLACES + 1, 2 * PLACES));
    expect(numbersWith(after, 'waiting')).toEqual(upTo(2 * PLACES + 1, ENTRIES));
  },
);

test('every option gives as many places as it has, to the first who want it', async () => {
  const wanted = (index: number): string => OPTIONS[index % OPTIONS.length] ?? '';
  const { told, book } = await start(3, {
    ...{ draft: { fields: [FIELD] }, each: 1 },
    given: index => ({ answers: { group: wanted(index) } }),
  });
  expect(book.left).toMatchObject({ total: 0, group_a: 0, group_b: 0, group_c: 0, group_d: 0 });
  for (const option of OPTIONS) {
    const mine = told.filter(({ entry }) => entry.answers['group'] === option).map(({ entry }) => entry);
    mine.sort((one, other) => one.number - other.number);
    const statuses = mine.map(({ status }) => status);
    expect(statuses).toEqual(statuses.map((_, index) => (index < 3 ? 'in' : 'waiting')));
  }
});

test('people who enter others get no more places than there are, and no name twice', async () => {
  const { told, book } = await start(4, {
    ...{ draft: { forOthers: true }, each: 4 },
    given: () => ({ forOther: true }),
  });
  expect(numbersWith(book, 'in')).toEqual(upTo(1, PLACES));
  expect(numbersWith(book, 'waiting')).toEqual(upTo(PLACES + 1, ENTRIES));
  const makers = Object.values(book.held).map(({ by }) => by);
  expect(makers.filter(by => by === uidOf(told[0]?.person.openid ?? ''))).toHaveLength(4);
});
