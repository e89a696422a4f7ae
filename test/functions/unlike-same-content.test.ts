import type { Account } from '../support/functions/account';
import { TestCloud } from '../support/functions/test-cloud';

jest.setTimeout(240_000);

const HOURS_48 = 48 * 3_600_000;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.stop());

/** Cancels and restores one like again and again; it is live afterwards. */
async function flap(person: Account, id: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    expect(await person.remove([id], 'like')).toMatchObject({ removed: 1 });
    await person.data('trash.restore', { ids: [id] });
  }
}

const preview = (person: Account, ids: string[]) =>
  person.call('batches.preview', { kind: 'like', selection: { ids } });

/** Instants cannot be hit from outside while a clock runs, so the stored one is moved instead. */
const lockEndsIn = (id: string, ms: number): Promise<void> =>
  cloud.database.set('items', { _id: id }, { 'cancels.lastAt': cloud.cloud.now() - HOURS_48 + ms });

test('a content is cancelled three times ever, then it is locked for 48 h, restored or not', async () => {
  const person = cloud.person();
  const [id = ''] = await person.seed(1, 'like');
  await flap(person, id, 2);
  expect((await person.list('like'))[0]?.lockedUntil).toBeUndefined();
  await flap(person, id, 1);
  const [item] = await person.list('like');
  const { lockedUntil = 0 } = item ?? {};
  expect(Math.abs(lockedUntil - cloud.cloud.now() - HOURS_48)).toBeLessThan(60_000);
  expect(await preview(person, [id])).toMatchObject({
    ok: false,
    error: {
      ...{ code: 'RATE_LIMITED', policy: 'unlike.same-content' },
      ...{ limit: 3, remaining: 0, retryAt: lockedUntil },
    },
  });
  await lockEndsIn(id, 60_000);
  expect(await preview(person, [id])).toMatchObject({ ok: false });
  await lockEndsIn(id, 0);
  expect((await person.list('like'))[0]?.lockedUntil).toBeUndefined();
  // The count is for ever: one more cancel locks it again.
  await flap(person, id, 1);
  expect(await preview(person, [id])).toMatchObject({ ok: false });
});

test('erasing a like and adding it anew does not begin the count anew', async () => {
  const person = cloud.person();
  const draft = { kind: 'like' as const, name: '一篇文章', url: 'https://mp.weixin.qq.com/s/again' };
  const { id } = await person.add(draft);
  await flap(person, id, 1);
  await person.remove([id], 'like');
  await person.data('trash.erase', { ids: [id], confirmed: true });
  // And once more: what was kept is brought up to date, here by what an import adds and the janitor erases.
  await person.import('like', draft.url);
  expect(await person.remove([id], 'like')).toMatchObject({ removed: 1 });
  await cloud.cloud.advance('73h');
  await cloud.runTimer('janitor');
  expect(await cloud.database.find('items', { _id: id })).toEqual([]);
  const [kept] = await cloud.database.find('cancels', { owner: (await person.data('me.show', {})).uid });
  expect(kept).toMatchObject({ count: 3 });
  expect(JSON.stringify(kept)).not.toContain(id);
  await person.add(draft);
  // The lock of the third cancel is over; the fourth locks again.
  expect(await person.remove([id], 'like')).toMatchObject({ removed: 1 });
  await person.data('trash.restore', { ids: [id] });
  expect(await preview(person, [id])).toMatchObject({ ok: false, error: { limit: 3, remaining: 0 } });
});

test('a locked like in a batch is left alone and named, one that is locked meanwhile stays too', async () => {
  const person = cloud.person();
  const ids = await person.seed(3, 'like');
  const [first = '', second = '', third = ''] = ids;
  await flap(person, first, 3);
  await flap(person, second, 2);
  const found = await person.data('batches.preview', { kind: 'like', selection: { filter: {} } });
  const [name] = (await person.list('like')).map(item => item.name);
  expect(found).toMatchObject({ count: 2, skipped: { count: 0 }, locked: { count: 1, names: [name] } });
  expect(found.locked?.until).toBe((await person.list('like'))[0]?.lockedUntil);
  await flap(person, second, 1);
  expect(await person.data('batches.commit', { batchId: found.batchId })).toMatchObject({
    removed: 1,
    left: 1,
  });
  expect(await person.ids('like')).toEqual([first, second]);
  expect((await person.trash()).map(item => item.id)).toEqual([third]);
});

test('verified people may cancel a content six times', async () => {
  const person = cloud.person();
  const { uid } = await person.data('me.show', {});
  await cloud.database.insert('limits', [{ _id: uid, grade: 'verified', days: {} }]);
  const [id = ''] = await person.seed(1, 'like');
  await flap(person, id, 5);
  expect(await preview(person, [id])).toMatchObject({ ok: true });
  await flap(person, id, 1);
  expect(await preview(person, [id])).toMatchObject({ ok: false, error: { limit: 6, remaining: 0 } });
});

test('follows and favorites are never locked', async () => {
  const person = cloud.person();
  const [id = ''] = await person.seed(1);
  for (let time = 0; time < 4; time += 1) {
    expect(await person.remove([id])).toMatchObject({ removed: 1 });
    await person.data('trash.restore', { ids: [id] });
  }
});
