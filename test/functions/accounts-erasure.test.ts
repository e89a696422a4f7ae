import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Account } from '../support/functions/account';
import { seen } from '../support/functions/chain-account';
import { TestCloud } from '../support/functions/test-cloud';
import { GRANDMOTHER, liveWholeLife, MARK, PHONE } from '../support/functions/whole-life';

jest.setTimeout(240_000);

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.stop());

/** Every file of the storage with its path, and what the functions logged. */
function filesAndLogs(): string[] {
  const folder = path.join(cloud.dir, 'storage');
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => path.join(folder, name));
  const files = all.filter(file => statSync(file).isFile());
  const texts = files.map(file => `${file} ${readFileSync(file, 'utf8')}`);
  return [...texts, ...cloud.cloud.logs().map(line => JSON.stringify(line))];
}

/** Where any of these words stands: documents, files and logs. */
async function placesOf(words: string[]): Promise<string[]> {
  const documents = Object.entries(JSON.parse(await cloud.database.dump()) as Record<string, object[]>);
  const texts = documents.flatMap(([name, all]) => all.map(one => `${name} ${JSON.stringify(one)}`));
  return [...texts, ...filesAndLogs()].filter(text => words.some(word => text.includes(word)));
}

/** The janitor, as often as it takes; a busy machine leaves it little done a run. */
async function untilErased(uid: string): Promise<void> {
  const isThere = async () => (await cloud.database.find('people', { _id: uid })).length > 0;
  for (let run = 0; run < 20 && (await isThere()); run += 1) {
    await cloud.runTimer('janitor');
    await cloud.cloud.advance('10m');
  }
}

async function eraseAfter72Hours(person: Account, justBefore: () => Promise<unknown>): Promise<void> {
  const { uid } = await person.data('me.requestDeletion', { confirmed: true });
  await cloud.cloud.advance('71h');
  await justBefore();
  await cloud.cloud.advance('1h');
  await untilErased(uid);
}

test('nothing tells of a person after 72 hours: no document, no file, no log', async () => {
  const person = cloud.person();
  const { uid } = await person.data('me.show', {});
  const { owner, friend, joined, handed, lost, round } = await liveWholeLife(cloud, person);
  const before = await seen(owner, joined);
  const words = [person.openid, uid, MARK, PHONE];
  expect((await placesOf(words)).length).toBeGreaterThan(40);
  await eraseAfter72Hours(person, () => owner.data('chains.export', { chainId: joined, format: 'csv' }));
  expect(await placesOf(words)).toEqual([]);
  const after = await owner.data('chains.show', { chainId: joined });
  expect(after.chain).toMatchObject({
    ...{ places: before.places, joined: before.joined, waiting: before.waiting },
    ...{ optionCounts: before.optionCounts, optionPlaces: before.optionPlaces },
  });
  expect(after.entries.items.map(({ name, number, status, by }) => [name, number, status, by])).toEqual([
    ['已注销用户', 2, 'in', undefined],
    [GRANDMOTHER, 3, 'in', '已注销用户'],
    ['老友', 4, 'in', '已注销用户'],
    ['打电话的', 5, 'in', '已注销用户'],
  ]);
  expect((await seen(friend, joined)).mine).toMatchObject([{ name: '老友', mine: 'own', number: 4 }]);
  expect((await seen(friend, handed)).myRole).toBe('owner');
  expect(await friend.refusal('chains.show', { chainId: lost })).toMatchObject({ code: 'NOT_FOUND' });
  expect((await seen(owner, round)).joined).toBe(1);
});
