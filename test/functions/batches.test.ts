import { TestCloud } from '../support/functions/test-cloud';

jest.setTimeout(240_000);

const HOUR_MS = 3_600_000;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.stop());

test('a preview freezes the list: what is added or edited afterwards changes nothing about it', async () => {
  const person = cloud.person();
  const ids = await person.seed(70);
  const preview = await person.data('batches.preview', {
    kind: 'follow',
    selection: { filter: { query: '号' }, except: ids.slice(0, 5) },
  });
  expect(preview.count).toBe(65);
  expect(preview.sample.map(item => item.id)).toEqual(ids.slice(5, 65));
  await person.add({ name: '号外' });
  const batch = await person.data('batches.commit', { batchId: preview.batchId });
  expect(batch).toMatchObject({ state: 'done', total: 65, removed: 65, left: 0 });
  const rest = (await person.list()).map(item => item.name);
  expect(rest).toHaveLength(6);
  expect(rest).toContain('号外');
});

test('protected items are named in the preview and stay, also when protected after it', async () => {
  const person = cloud.person();
  const [first = '', second = '', third = ''] = await person.seed(3);
  const names = (await person.list()).map(item => item.name);
  await person.data('items.edit', { id: first, changes: { protected: true } });
  const preview = await person.data('batches.preview', { kind: 'follow', selection: { filter: {} } });
  expect(preview).toMatchObject({ count: 2, skipped: { count: 1, names: names.slice(0, 1) } });
  await person.data('items.edit', { id: second, changes: { protected: true } });
  const { batchId } = preview;
  expect(await person.data('batches.commit', { batchId })).toMatchObject({ removed: 1, left: 1 });
  expect(await person.ids()).toEqual([first, second]);
  const { results } = await person.data('batches.show', { batchId });
  expect(results.items).toEqual([
    { id: second, name: names[1], outcome: 'left' },
    { id: third, name: names[2], outcome: 'removed' },
  ]);
});

test('a preview can be committed for ten minutes', async () => {
  const person = cloud.person();
  const ids = await person.seed(2);
  const [late, inTime] = await Promise.all(
    [0, 1].map(index =>
      person.data('batches.preview', { kind: 'follow', selection: { ids: ids.slice(index, index + 1) } }),
    ),
  );
  if (!late || !inTime) throw new Error('no previews');
  expect(late.expiresAt - cloud.cloud.now()).toBeLessThanOrEqual(600_000);
  await cloud.database.set('batches', { _id: late.batchId }, { expiresAt: cloud.cloud.now() });
  expect(await person.refusal('batches.commit', { batchId: late.batchId })).toMatchObject({ code: 'GONE' });
  await cloud.cloud.advance(8 * 60_000);
  expect(await person.data('batches.commit', { batchId: inTime.batchId })).toMatchObject({ removed: 1 });
  expect(await person.ids()).toHaveLength(1);
});

test('a batch committed twice, also at the same moment, is done once', async () => {
  const person = cloud.person();
  const ids = await person.seed(120);
  const { batchId } = await person.data('batches.preview', { kind: 'follow', selection: { ids } });
  await Promise.all(Array.from({ length: 8 }, () => person.data('batches.commit', { batchId })));
  const batch = await person.data('batches.advance', { batchId });
  expect(batch).toMatchObject({ state: 'done', total: 120, handled: 120, removed: 120, left: 0 });
  expect(await person.remaining('unfollow')).toBe(80);
  expect(await person.trash()).toHaveLength(120);
  await person.data('trash.restore', { ids });
  expect(await person.data('batches.commit', { batchId })).toMatchObject({ state: 'done', removed: 120 });
  expect(await person.ids()).toHaveLength(120);
});

test('one tap brings a whole batch back, in the same order, and only that batch', async () => {
  const person = cloud.person();
  const ids = await person.seed(60);
  const first = await person.remove(ids.slice(0, 38));
  await person.remove(ids.slice(38, 40));
  const { undoUntil = 0 } = first;
  expect(undoUntil - cloud.cloud.now()).toBeGreaterThan(72 * HOUR_MS - 60_000);
  const undone = await person.data('batches.undo', { batchId: first.batchId });
  expect(undone).toMatchObject({ restored: 38, gone: 0, batch: { undone: true } });
  expect(undone.batch.undoUntil).toBeUndefined();
  expect(await person.ids()).toEqual([...ids.slice(0, 38), ...ids.slice(40)]);
  expect(await person.data('batches.undo', { batchId: first.batchId })).toMatchObject({
    restored: 0,
    gone: 0,
  });
  expect(await person.trash()).toHaveLength(2);
});

test('undo brings back what still can be and says how many cannot', async () => {
  const person = cloud.person();
  const ids = await person.seed(5);
  const { batchId } = await person.remove(ids);
  await person.data('trash.erase', { ids: ids.slice(0, 2), confirmed: true });
  await person.data('trash.restore', { ids: ids.slice(2, 3) });
  expect(await person.data('batches.undo', { batchId })).toMatchObject({ restored: 2, gone: 2 });
  expect(await person.ids()).toEqual(ids.slice(2));
});

test('an item that was brought back and removed by another batch belongs to that one', async () => {
  const person = cloud.person();
  const ids = await person.seed(1);
  const first = await person.remove(ids);
  await person.data('trash.restore', { ids });
  const second = await person.remove(ids);
  expect(await person.data('batches.undo', { batchId: first.batchId })).toMatchObject({ restored: 0 });
  expect(await person.ids()).toEqual([]);
  expect(await person.data('batches.undo', { batchId: second.batchId })).toMatchObject({ restored: 1 });
});

test('a paused batch goes on when resumed, a cancelled one keeps what it removed', async () => {
  const person = cloud.person();
  await person.seed(230);
  const { batchId } = await person.data('batches.preview', { kind: 'follow', selection: { filter: {} } });
  expect(await person.data('batches.commit', { batchId })).toMatchObject({ state: 'waiting', later: 30 });
  expect(await person.data('batches.pause', { batchId })).toMatchObject({ state: 'paused' });
  await cloud.cloud.advance('24h');
  await cloud.runTimer('courier');
  expect(await person.ids()).toHaveLength(30);
  expect((await person.data('home.show', {})).unfinished).toMatchObject([{ batchId, state: 'paused' }]);
  expect(await person.data('batches.resume', { batchId })).toMatchObject({ state: 'done', removed: 230 });
  const other = await person.seed(200, 'follow', '另一个');
  const next = await person.remove(other);
  expect(next).toMatchObject({ state: 'waiting', removed: 170, later: 30 });
  const cancelled = await person.data('batches.cancel', { batchId: next.batchId });
  expect(cancelled).toMatchObject({ state: 'cancelled', removed: 170, later: 0 });
  await cloud.cloud.advance('24h');
  await cloud.runTimer('courier');
  expect(await person.ids()).toHaveLength(30);
  expect(await person.data('batches.undo', { batchId: next.batchId })).toMatchObject({ restored: 170 });
});

test('every result can be read, page by page', async () => {
  const person = cloud.person();
  const ids = await person.seed(150);
  const { batchId } = await person.remove(ids);
  const first = await person.data('batches.show', { batchId });
  expect(first.results.items).toHaveLength(100);
  const { cursor = '' } = first.results;
  const second = await person.data('batches.show', { batchId, cursor });
  expect(second.results.cursor).toBeUndefined();
  const shown = [...first.results.items, ...second.results.items];
  expect(shown.map(result => result.id)).toEqual(ids);
  expect(new Set(shown.map(result => result.outcome))).toEqual(new Set(['removed']));
});

test('what was removed waits to be ticked as cancelled on the platform', async () => {
  const person = cloud.person();
  const ids = await person.seed(3);
  const { batchId } = await person.remove(ids);
  const pending = async () =>
    (await person.data('trash.list', { batchId, pendingOnPlatform: true })).items.map(item => item.id);
  expect((await pending()).sort()).toEqual([...ids].sort());
  const [first = ''] = ids;
  expect(await person.data('trash.tick', { ids: [first], done: true })).toEqual({ changed: 1 });
  expect(await person.data('trash.tick', { ids: [first], done: true })).toEqual({ changed: 0 });
  expect(await pending()).not.toContain(first);
  expect(await person.data('trash.tick', { ids: [first], done: false })).toEqual({ changed: 1 });
  expect(await pending()).toContain(first);
});
