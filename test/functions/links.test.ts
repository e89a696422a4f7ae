import { TestCloud } from '../support/functions/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.stop());

test.each([
  ['https://www.example.com/a/?utm_source=x', 'https://example.com/a'],
  ['http://127.0.0.1:80/admin', 'https://127.0.0.1/admin'],
  ['http://169.254.169.254/latest/meta-data', 'https://169.254.169.254/latest/meta-data'],
  ['http://2130706433/', 'https://127.0.0.1'],
])('%s is not asked: the link itself is all there is', async (url, canonical) => {
  const itself = { url: canonical, found: false, dead: false };
  expect(await cloud.person().data('links.describe', { url })).toEqual(itself);
});

test('describing a link costs no database request, and what is no address is refused', async () => {
  const person = cloud.person();
  expect(await cloud.callsOf(() => person.data('links.describe', { url: 'https://example.com' }))).toBe(0);
  for (const url of ['', 'example.com', 'file:///etc/passwd', 'https://localhost/'])
    expect(await person.refusal('links.describe', { url })).toMatchObject({ code: 'BAD_INPUT', path: 'url' });
});

test('the courier looks at items that came with nothing but a link, until their owner names them', async () => {
  const person = cloud.person();
  const [plain, named] = [
    await person.add({ kind: 'favorite', name: 'example.com a', url: 'https://example.com/a' }),
    await person.add({ kind: 'favorite', name: 'example.com b', url: 'https://example.com/b' }),
  ];
  const due = { describeAt: cloud.cloud.now() };
  await cloud.database.set('items', { _id: { $in: [plain.id, named.id] } }, due);
  await person.data('items.edit', { id: named.id, changes: { name: '我的' } });
  expect(await cloud.database.find('items', due)).toMatchObject([{ _id: plain.id }]);
  expect(await cloud.runTimer('courier')).toMatchObject({ ok: true, data: { described: 1 } });
  expect(await cloud.database.find('items', due)).toEqual([]);
  expect(await cloud.runTimer('courier')).toMatchObject({ ok: true, data: { described: 0 } });
  expect((await person.list('favorite')).map(({ name }) => name).sort()).toEqual(['example.com a', '我的']);
});
