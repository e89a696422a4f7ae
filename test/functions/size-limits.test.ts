import { seedFollows } from '../support/functions/seed-follows';
import { TestCloud } from '../support/functions/test-cloud';

jest.setTimeout(240_000);

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.stop());

const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `号${index}`);

test('a text of 60,001 characters, a file above 5 MB and one of 20,001 rows are refused by their limits', async () => {
  const person = cloud.person();
  await person.data('me.show', {});
  const before = await cloud.database.dump();
  const text = 'x'.repeat(60_001);
  expect(await person.refusal('imports.stage', { kind: 'follow', source: { text } })).toMatchObject({
    ...{ code: 'TOO_LARGE', max: 60_000, path: 'source.text' },
  });
  const big = await person.uploadFile(new Uint8Array(5 * 1024 * 1024 + 1).fill(65));
  expect(await person.refusal('imports.stage', { kind: 'follow', source: { fileId: big } })).toMatchObject({
    ...{ code: 'TOO_LARGE', max: 5 * 1024 * 1024 },
  });
  const long = await person.uploadFile(names(20_001).join('\n'));
  expect(await person.refusal('imports.stage', { kind: 'follow', source: { fileId: long } })).toMatchObject({
    ...{ code: 'TOO_LARGE', max: 20_000 },
  });
  expect(await cloud.database.dump()).toBe(before);
});

test('20,000 rows a day are imported, one more is refused before anything is written', async () => {
  const person = cloud.person();
  const { uid } = await person.data('me.show', {});
  const staged = await person.data('imports.stage', { kind: 'follow', source: { text: '甲\n乙\n' } });
  await person.import('follow', names(5).join('\n'));
  const [limits] = await cloud.database.find('limits', { _id: uid });
  const [day] = Object.keys(limits?.['days'] as object);
  await cloud.database.set('limits', { _id: uid }, { [`days.${day}.import_rows.used`]: 19_999 });
  const before = await cloud.database.dump();
  const refusal = { code: 'RATE_LIMITED', policy: 'import.rows', limit: 20_000, remaining: 1 };
  const source = { text: '丙\n丁' };
  expect(await person.refusal('imports.stage', { kind: 'follow', source })).toMatchObject(refusal);
  const { importId } = staged.import;
  expect(await person.refusal('imports.commit', { importId })).toMatchObject(refusal);
  expect(await cloud.database.dump()).toBe(before);
  expect((await person.import('follow', '戊')).outcomes.added).toBe(1);
});

test('5,000 items are removed at once and not one more, 500 restored', async () => {
  const person = cloud.person();
  const item = await person.add({ name: '样本' });
  const [sample] = await cloud.database.find('items', { _id: item.id });
  const copies = names(5000).map((name, index) => ({
    ...sample,
    _id: String(index).padStart(16, '0'),
    name,
  }));
  await cloud.database.insert('items', copies);
  const ids = [item.id, ...copies.map(({ _id }) => _id)];
  expect(
    await person.refusal('batches.preview', { kind: 'follow', selection: { filter: {} } }),
  ).toMatchObject({ code: 'TOO_LARGE', max: 5000 });
  expect(await person.refusal('batches.preview', { kind: 'follow', selection: { ids } })).toMatchObject({
    ...{ code: 'TOO_LARGE', max: 5000, path: 'selection.ids' },
  });
  expect(await person.refusal('trash.restore', { ids: ids.slice(0, 501) })).toMatchObject({
    ...{ code: 'TOO_LARGE', max: 500, path: 'ids' },
  });
  const { uid } = await person.data('me.show', {});
  expect(await cloud.database.find('batches', { owner: uid })).toEqual([]);
  const selection = { filter: {}, except: [item.id] };
  const preview = await person.data('batches.preview', { kind: 'follow', selection });
  expect(preview).toMatchObject({ count: 5000, now: 200, later: 4800 });
});

test('a page stays below 64 KB however long the texts, and no item is lost between pages', async () => {
  const person = cloud.person();
  const note = '字'.repeat(1000);
  const text = JSON.stringify({
    ...{ app: 'liyili', version: 1, exportedAt: 0 },
    items: names(19).map(name => ({ kind: 'follow', name, note, url: `https://example.com/${name}` })),
  });
  for (const round of [1, 2, 3]) await person.import('follow', text.replaceAll('号', `号${round}-`));
  const page = await person.data('items.list', { kind: 'follow', limit: 100 });
  expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(64 * 1024);
  expect(page.items.length).toBeLessThan(57);
  const all = await person.list();
  expect(new Set(all.map(item => item.id)).size).toBe(57);
  expect(all).toHaveLength(57);
});

test('thousands of follows are imported, and a page of them is one request and small', async () => {
  const person = cloud.person();
  const view = await seedFollows(person, cloud.cloud.now(), 3000);
  expect(view).toMatchObject({ state: 'done', total: 3000, outcomes: { added: 3000, failed: 0 } });
  for (const input of [{}, { limit: 100 }, { filter: { query: 'ceshi' } }]) {
    let size = 0;
    const calls = await cloud.callsOf(async () => {
      const page = await person.data('items.list', { kind: 'follow', ...input });
      expect(page.items).toHaveLength(input.limit ?? 50);
      size = Buffer.byteLength(JSON.stringify(page));
    });
    expect(calls).toBe(1);
    expect(size).toBeLessThan(64 * 1024);
  }
  expect((await person.data('home.show', {})).counts.follow).toBe(3000);
  const facets = await person.data('items.facets', { kind: 'follow' });
  expect(facets).toMatchObject({ total: 3000, silent: 1000, unknown: 1000 });
  expect(facets.tags.reduce((sum, { count }) => sum + count, 0)).toBe(3000);
});
