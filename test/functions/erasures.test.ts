import fc from 'fast-check';
import { uidOf } from '../../cloudfunctions/core/platform/crypto';
import { seededRandom } from '../../local/cloud/faults/faults';
import type { Account } from '../support/functions/account';
import { InterleavedCloud, NO_TROUBLE, type Trouble } from '../support/functions/interleaved-cloud';

jest.setTimeout(240_000);

/** 10:00 China time. */
const MORNING = Date.UTC(2025, 0, 6, 2);
const HOURS_72 = 72 * 3_600_000;
const TROUBLE: Trouble = { error: 0.05, lost: 0.1, killed: 0.15 };

let cloud: InterleavedCloud;
let person: Account;
beforeAll(async () => {
  cloud = await InterleavedCloud.start();
  person = cloud.person('somebody');
});
afterAll(() => cloud.stop());

/** Runs of a janitor in trouble: with all its duties hardly one would come to its end. */
const RUNS = 4;

/** Runs the janitor until one of its runs comes to its end, or a few times in vain. */
async function janitor(): Promise<void> {
  for (let run = 0; run < RUNS; run += 1) if (!('errCode' in (await cloud.invoke('janitor', {})))) return;
}

/** Calls until there is an answer, as a phone does. */
async function stubborn(action: 'trash.restore' | 'trash.erase', ids: string[]): Promise<void> {
  const input = action === 'trash.erase' ? { ids, confirmed: true } : { ids };
  const isAnswered = (reply: unknown): boolean => !JSON.stringify(reply).includes('UNAVAILABLE');
  for (;;) {
    const answer = await cloud.invoke('api', { action, input }, person.openid);
    if ('result' in answer && isAnswered(answer.result)) return;
  }
}

/** Follows and favorites in the trash by four batches; those of the first two are over. */
async function fillTrash(): Promise<{ over: string[]; early: string[]; late: string[] }> {
  const follows = await person.seed(6);
  const favorites = await person.seed(6, 'favorite', '藏');
  await person.remove(follows.slice(0, 4));
  await person.remove(favorites.slice(0, 3), 'favorite');
  cloud.now += 3_600_000;
  await person.remove(follows.slice(4));
  await person.remove(favorites.slice(3), 'favorite');
  cloud.now += HOURS_72 - 3_600_000;
  return {
    over: [...follows.slice(0, 4), ...favorites.slice(0, 3)],
    early: follows.slice(4),
    late: favorites.slice(3),
  };
}

const loggedCounts = async (): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {};
  const erased = { owner: uidOf(person.openid), what: { $in: ['erased', 'purged'] } };
  for (const { what, count } of await cloud.find('logs', erased)) {
    counts[String(what)] = (counts[String(what)] ?? 0) + Number(count);
  }
  return counts;
};

test('two janitors, an erasure and a restore at once, killed anywhere: each item is erased once and logged once', async () => {
  const property = fc.asyncProperty(fc.noBias(fc.nat()), async seed => {
    await cloud.begin(MORNING, seededRandom(seed));
    const { over, early, late } = await cloud.calmly(fillTrash);
    const erasing = () => stubborn('trash.erase', early);
    const restoring = () => stubborn('trash.restore', [...late, ...over]);
    await cloud.run(TROUBLE, janitor, janitor, erasing, restoring);
    await cloud.calmly(janitor);
    const left = await cloud.find('items', { owner: uidOf(person.openid) });
    expect(left.map(item => item._id).sort()).toEqual([...late].sort());
    expect(new Set(left.map(item => item['state']))).toEqual(new Set(['live']));
    expect(await loggedCounts()).toEqual({ purged: over.length, erased: early.length });
  });
  await fc.assert(property, { numRuns: 25, seed: 1 });
});

test('what both an erasure and a restore want is either back or erased, and logged as it is', async () => {
  const property = fc.asyncProperty(fc.noBias(fc.nat()), async seed => {
    await cloud.begin(MORNING, seededRandom(seed));
    const { over, late } = await cloud.calmly(fillTrash);
    await cloud.run(
      NO_TROUBLE,
      () => stubborn('trash.erase', late),
      () => stubborn('trash.restore', late),
    );
    await cloud.calmly(janitor);
    const left = await cloud.find('items', { _id: { $in: late } });
    expect(left.map(item => item['state'])).toEqual(Array(left.length).fill('live'));
    const { purged, erased = 0 } = await loggedCounts();
    expect([purged, erased]).toEqual([over.length, late.length - left.length]);
  });
  await fc.assert(property, { numRuns: 12, seed: 1 });
});

test('more items of one instant than a round takes are one line, whose count is right', async () => {
  await cloud.begin(MORNING, seededRandom(1));
  await cloud.calmly(async () => {
    const ids = await person.seed(1200, 'favorite');
    await person.remove(ids.slice(0, 500), 'favorite');
  });
  const owner = uidOf(person.openid);
  const all = await cloud.find('items', { owner, state: 'trashed' });
  expect(all).toHaveLength(500);
  cloud.now += HOURS_72;
  await cloud.run(TROUBLE, janitor, janitor);
  await cloud.calmly(janitor);
  expect(await cloud.find('items', { owner, state: 'trashed' })).toEqual([]);
  expect(await loggedCounts()).toEqual({ purged: 500 });
});
