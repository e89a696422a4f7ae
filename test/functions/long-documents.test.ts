import { TestCloud } from '../support/functions/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.stop());

const idsOf = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${String(index).padStart(16 - prefix.length, '0')}`);

test('a batch of items with long texts is undone', async () => {
  const person = cloud.person();
  const note = '字'.repeat(400);
  const { id } = await person.add({ kind: 'favorite', name: '样本', note });
  const [sample] = await cloud.database.find('items', { _id: id });
  await cloud.database.insert(
    'items',
    idsOf('long', 600).map(_id => ({ ...sample, _id })),
  );
  const selection = { filter: {} };
  const { batchId } = await person.data('batches.preview', { kind: 'favorite', selection });
  let batch = await person.data('batches.commit', { batchId });
  while (batch.state === 'running') batch = await person.data('batches.advance', { batchId });
  expect(batch).toMatchObject({ removed: 500, later: 101 });
  expect(await person.data('batches.pause', { batchId })).toMatchObject({ state: 'paused' });
  expect(await person.data('batches.undo', { batchId })).toMatchObject({ restored: 500, gone: 0 });
});

test('lists of the longest items there can be are read to their end', async () => {
  const person = cloud.person();
  const { id } = await person.add({
    ...{ name: '长'.repeat(100), label: '长'.repeat(20), folder: '长'.repeat(20), note: '字'.repeat(1000) },
    tags: Array.from({ length: 20 }, (_, index) => `${'签'.repeat(18)}${index}`),
    url: `https://example.com/${'a'.repeat(900)}`,
    snapshot: { title: '长'.repeat(200), author: '长'.repeat(100), takenAt: 1_600_000_000_000 },
  });
  const [sample] = await cloud.database.find('items', { _id: id });
  // More than one reply of the database takes.
  expect(Buffer.byteLength(JSON.stringify(sample)) * 101).toBeGreaterThan(1024 * 1024);
  const copies = idsOf('wide', 120).map(_id => ({ ...sample, _id }));
  await cloud.database.insert('items', copies);
  expect(new Set(await person.ids('follow')).size).toBe(121);
  const trashed = { state: 'trashed', trashedAt: cloud.cloud.now(), purgeAt: cloud.cloud.now() + 3_600_000 };
  await cloud.database.set('items', { _id: { $in: copies.map(({ _id }) => _id) } }, trashed);
  expect(new Set((await person.trash()).map(item => item.id)).size).toBe(120);
});

test('batches of thousands that become due at the same time are all gone on with', async () => {
  const person = cloud.person();
  const { id } = await person.add({ name: '样本' });
  const { batchId } = await person.remove([id]);
  const [sample] = await cloud.database.find('batches', { _id: batchId });
  const ids = idsOf('gone', 5000);
  const due = { state: 'waiting', resumeAt: cloud.cloud.now(), ids, total: 5000, position: 4999, removed: 0 };
  const batches = idsOf('due', 15).map(_id => ({ ...sample, ...due, _id }));
  await cloud.database.insert('batches', batches);
  await cloud.runTimer('courier');
  for (const { _id } of batches)
    expect(await cloud.database.find('batches', { _id })).toMatchObject([{ state: 'done' }]);
});

test('the review queue is read however much is remembered of those whom it is about', async () => {
  const uids = idsOf('uid', 40);
  const taken = Array.from({ length: 3000 }, (_, index) => String(index).padStart(8, '0'));
  const days = { d1: { unfollow: { taken } } };
  await cloud.database.insert(
    'limits',
    uids.map(_id => ({ _id, grade: 'ordinary', days })),
  );
  const evidence = { accounts: uids.map(uid => ({ uid, at: 1 })) };
  const found = { reason: 'same-network', uids, state: 'open', openedAt: 1, evidence };
  await cloud.database.insert('reviews', [{ _id: 'case000000000000', ...found }]);
  const { items } = await cloud.administrator().data('review.list', { state: 'open' });
  expect(items).toMatchObject([{ caseId: 'case000000000000', uids }]);
});
