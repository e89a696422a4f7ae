import type { UploadFolder } from '../../typings/contract/uploads';
import type { Account } from '../support/functions/account';
import { organizeChain } from '../support/functions/chain-account';
import { TestCloud } from '../support/functions/test-cloud';

jest.setTimeout(120_000);

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterEach(() => cloud.cloud.faults({}));
afterAll(() => cloud.stop());

/** What a phone does with a file; its id. */
async function upload(person: Account, folder: UploadFolder, content = '甲\n乙'): Promise<string> {
  const { cloudPath } = await person.data('uploads.begin', { folder, extension: 'csv' });
  const query = new URLSearchParams({ cloudPath, openid: person.openid });
  const response = await fetch(`${cloud.cloud.url}/storage/upload?${query}`, {
    method: 'POST',
    body: content,
  });
  return ((await response.json()) as { fileID: string }).fileID;
}

async function isThere(fileId: string): Promise<boolean> {
  const body = JSON.stringify({ fileList: [fileId] });
  const response = await fetch(`${cloud.cloud.url}/storage/urls`, { method: 'POST', body });
  const { fileList } = (await response.json()) as { fileList: { status: number }[] };
  return fileList[0]?.status === 0;
}

const notedOf = async (person: Account): Promise<number> =>
  (await cloud.database.find('uploads', { owner: (await person.data('me.show', {})).uid })).length;

test('an announced file can be imported, and a picture be shown in a chain', async () => {
  const person = cloud.person();
  const source = { fileId: await upload(person, 'imports') };
  const staged = await person.data('imports.stage', { kind: 'follow', source });
  expect(staged.import.total).toBe(2);
  const { imageUrls } = await organizeChain(person, { images: [await upload(person, 'chains')] });
  expect(imageUrls).toHaveLength(1);
});

test('a file that was never read is deleted after a day, a picture that is in no chain after a week', async () => {
  const person = cloud.person();
  const [file, picture, shown] = [
    await upload(person, 'imports'),
    await upload(person, 'chains'),
    await upload(person, 'chains'),
  ];
  await organizeChain(person, { images: [shown] });
  const there = () => Promise.all([file, picture, shown].map(isThere));
  await cloud.cloud.advance('23h');
  await cloud.runTimer('janitor');
  expect(await there()).toEqual([true, true, true]);
  await cloud.cloud.advance('2h');
  await cloud.runTimer('janitor');
  expect(await there()).toEqual([false, true, true]);
  await cloud.cloud.advance('144h');
  await cloud.runTimer('janitor');
  expect(await there()).toEqual([false, false, true]);
  expect(await notedOf(person)).toBe(1);
});

test('a picture that was shown for weeks is deleted once its chain shows it no more', async () => {
  const person = cloud.person();
  const picture = await upload(person, 'chains');
  const { chainId, rev } = await organizeChain(person, { images: [picture] });
  await cloud.cloud.advance('200h');
  await cloud.runTimer('janitor');
  expect(await isThere(picture)).toBe(true);
  await person.data('chains.edit', { chainId, rev, changes: { images: [] } });
  await cloud.cloud.advance('200h');
  await cloud.runTimer('janitor');
  expect([await isThere(picture), await notedOf(person)]).toEqual([false, 0]);
});

test('what the storage does not delete is deleted later', async () => {
  const person = cloud.person();
  const file = await upload(person, 'imports');
  await cloud.cloud.advance('25h');
  cloud.cloud.faults({ errorRate: 1, action: '^storage', seed: 1 });
  await cloud.cloud.runTimer('janitor');
  cloud.cloud.faults({});
  expect([await isThere(file), await notedOf(person)]).toEqual([true, 1]);
  await cloud.runTimer('janitor');
  expect([await isThere(file), await notedOf(person)]).toEqual([false, 0]);
});

test('an announced file goes with the account of its person', async () => {
  const person = cloud.person();
  const picture = await upload(person, 'chains');
  await person.data('me.requestDeletion', { confirmed: true });
  await cloud.cloud.advance('72h');
  for (let run = 0; run < 12 && (await isThere(picture)); run += 1) {
    await cloud.runTimer('janitor');
    await cloud.cloud.advance('5m');
  }
  expect(await isThere(picture)).toBe(false);
});
