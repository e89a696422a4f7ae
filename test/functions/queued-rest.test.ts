import { TestCloud } from '../support/functions/test-cloud';

jest.setTimeout(240_000);

const HOUR_MS = 3_600_000;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start({ timers: true });
});
afterAll(() => cloud.stop());

const chinaTime = (now: number): string => new Date(now + 8 * HOUR_MS).toISOString().slice(11, 16);

test('what is over the limit goes on by itself at 09:00 of the following days', async () => {
  const person = cloud.person();
  await person.seed(450);
  const { batchId } = await person.data('batches.preview', { kind: 'follow', selection: { filter: {} } });
  const batch = await person.data('batches.commit', { batchId });
  expect(batch).toMatchObject({ state: 'waiting', removed: 200, later: 250 });
  expect(chinaTime(batch.resumeAt ?? 0)).toBe('09:00');
  await cloud.advanceTo(8);
  expect(await person.ids()).toHaveLength(250);
  expect(await person.data('batches.advance', { batchId })).toMatchObject({ state: 'waiting', removed: 200 });
  // The courier looks once a minute.
  await cloud.cloud.advance((batch.resumeAt ?? 0) - cloud.cloud.now() + 60_000);
  expect(await person.ids()).toHaveLength(50);
  const { batch: second } = await person.data('batches.show', { batchId });
  expect(second).toMatchObject({ state: 'waiting', removed: 400, later: 50 });
  expect((second.resumeAt ?? 0) - (batch.resumeAt ?? 0)).toBe(24 * HOUR_MS);
  await cloud.cloud.advance('24h');
  expect(await person.ids()).toEqual([]);
  expect((await person.data('batches.show', { batchId })).batch).toMatchObject({
    state: 'done',
    removed: 450,
  });
  // Those removed on the first day are over first, at 10:00 of the fourth.
  await cloud.cloud.advance('26h');
  expect(await person.trash()).toHaveLength(250);
});

test('what is left of a day goes to whoever comes first, the queued rest takes what it finds', async () => {
  const person = cloud.person();
  const ids = await person.seed(250);
  const { batchId } = await person.remove(ids.slice(0, 220));
  await cloud.advanceTo(8);
  expect(await person.remove(ids.slice(220))).toMatchObject({ state: 'done', removed: 30 });
  await cloud.advanceTo(10);
  expect((await person.data('batches.show', { batchId })).batch).toMatchObject({
    state: 'done',
    removed: 220,
  });
  expect(await person.remaining('unfollow')).toBe(150);
});

test('likes over the limit go on the next morning too, and whoever cancels so many is looked at', async () => {
  const person = cloud.person();
  const ids = (await person.seed(200, 'like')).slice(0, 52);
  const batch = await person.remove(ids, 'like');
  expect(batch).toMatchObject({ state: 'waiting', removed: 50, later: 2 });
  const { uid } = await person.data('me.show', {});
  const query = { uids: uid, reason: 'unlike.review' };
  expect(await cloud.database.find('reviews', query)).toHaveLength(1);
  await cloud.cloud.advance((batch.resumeAt ?? 0) - cloud.cloud.now() + 60_000);
  const { batch: later } = await person.data('batches.show', { batchId: batch.batchId });
  expect(later).toMatchObject({ state: 'done', removed: 52 });
  // The 50 are less than 24 h ago, so the two of the next day are a case of that day.
  expect(await cloud.database.find('reviews', query)).toHaveLength(2);
  expect(await person.remaining('unlike.ratio')).toBe(8);
});

test('a batch whose instance was killed is finished by the courier', async () => {
  const person = cloud.person();
  const ids = await person.seed(20);
  const { batchId } = await person.data('batches.preview', { kind: 'follow', selection: { ids } });
  // The charge takes effect and its instance dies before anything is moved.
  cloud.cloud.faults({ killInstanceRate: 1, action: '^database.modifyAndReturnDoc' });
  const reply = await cloud.cloud.invoke(
    'api',
    { action: 'batches.commit', input: { batchId } },
    person.openid,
  );
  expect(reply).toHaveProperty('errCode');
  cloud.cloud.faults({});
  expect(await person.ids()).toHaveLength(20);
  await cloud.cloud.advance('3m');
  expect((await person.data('batches.show', { batchId })).batch).toMatchObject({
    state: 'done',
    removed: 20,
  });
  expect(await person.remaining('unfollow')).toBe(180);
});

test('what is over is erased from the database within ten minutes', async () => {
  const person = cloud.person();
  const ids = await person.seed(30);
  const { undoUntil = 0 } = await person.remove(ids);
  const { uid } = await person.data('me.show', {});
  await cloud.cloud.advance(undoUntil - cloud.cloud.now() - 60_000);
  expect(await person.trash()).toHaveLength(30);
  await cloud.cloud.advance(60_000 + 10 * 60_000);
  expect(await cloud.database.find('items', { owner: uid })).toEqual([]);
});
