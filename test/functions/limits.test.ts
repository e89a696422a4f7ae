import { takeQuota } from '../../cloudfunctions/core/limits/store';
import type { Account } from '../support/functions/account';
import { reachFromHere } from '../support/functions/in-this-process';
import { TestCloud } from '../support/functions/test-cloud';

jest.setTimeout(240_000);

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
  reachFromHere(cloud.cloud);
});
afterAll(() => cloud.stop());

const preview = async (person: Account, ids: string[], kind: 'follow' | 'like' = 'like') =>
  person.data('batches.preview', { kind, selection: { ids } });

/** Database requests that this process makes while `work` runs. */
const requestsOf = (work: () => Promise<unknown>): Promise<number> => cloud.callsOf(work);

test('a person who did nothing yet has everything left, for their grade', async () => {
  const view = await cloud.person().data('limits.show', {});
  expect(view).toMatchObject({ grade: 'ordinary', underReview: false });
  expect(view.slowUntil).toBeUndefined();
  expect(view.quotas.map(({ policy, limit, remaining }) => [policy, limit, remaining])).toEqual([
    ['unfollow', 200, 200],
    ['unlike.review', 5, 5],
    ['unlike.daily', 50, 50],
    ['unfavorite', 500, 500],
    ['restore', 1000, 1000],
    ['import.rows', 20_000, 20_000],
    ['chain.create', 20, 20],
    ['chain.write', 30, 30],
  ]);
  expect(view.table.find(({ policy }) => policy === 'unlike.same-content')).toEqual({
    ...{ policy: 'unlike.same-content', limits: { ordinary: 3, verified: 6 } },
  });
});

test('the check of an allowed action is one request, two at first use, for likes as for the rest', async () => {
  const now = cloud.cloud.now();
  const take = (uid: string, policy: 'unlike.daily' | 'unfollow', id: string, more: object) => () =>
    takeQuota({ uid, policy, now, take: [id], chargeId: id, ...more });
  // What a preview saw of the limits goes along with the first charge.
  expect(await requestsOf(take('f', 'unfollow', 'a', { isFirst: true }))).toBe(1);
  expect(await requestsOf(take('f', 'unfollow', 'b', {}))).toBe(1);
  expect(await requestsOf(take('f', 'unlike.daily', 'c', { likesNow: 30 }))).toBe(1);
  expect(await requestsOf(take('f', 'unlike.daily', 'd', {}))).toBe(1);
  expect(await requestsOf(take('g', 'unfollow', 'a', {}))).toBe(2);
});

test('a cancelled like costs one request beside its batch, two when it begins the limits or the 30 days', async () => {
  const person = cloud.person();
  const items = [];
  for (const name of ['甲', '乙', '丙', '丁']) items.push(await person.add({ kind: 'like', name }));
  // State, items, position and the anchors of contents (none without an address) are the batch's own.
  const costOf = async (id: string) => {
    const { batchId } = await preview(person, [id]);
    return (await requestsOf(() => person.data('batches.commit', { batchId }))) - 4;
  };
  const ids = items.map(item => item.id);
  expect(await costOf(ids[0] ?? '')).toBe(2);
  expect(await costOf(ids[1] ?? '')).toBe(1);
  await cloud.cloud.advance(31 * 86_400_000);
  expect(await costOf(ids[2] ?? '')).toBe(2);
  expect(await costOf(ids[3] ?? '')).toBe(1);
});

test('every reply of a limited action says what is left', async () => {
  const person = cloud.person();
  const ids = await person.seed(8);
  const { batchId } = await preview(person, ids.slice(0, 4), 'follow');
  const quota = { policy: 'unfollow', limit: 200 };
  const replies = [
    ['batches.commit', { batchId }, 196],
    ['batches.commit', { batchId }, 196],
    ['batches.advance', { batchId }, 196],
    ['batches.resume', { batchId }, 196],
    ['batches.cancel', { batchId }, 196],
    ['batches.pause', { batchId }, 196],
    ['batches.undo', { batchId }, 200],
    ['batches.undo', { batchId }, 200],
  ] as const;
  for (const [action, input, remaining] of replies) {
    const reply = await person.call(action, input);
    expect([action, reply]).toMatchObject([action, { ok: true, quota: { ...quota, remaining } }]);
  }
  for (const [restored, remaining] of [
    [1, 999],
    [0, 999],
  ] as const) {
    if (restored > 0) await person.remove(ids.slice(4, 5));
    const reply = await person.call('trash.restore', { ids: ids.slice(4, 5) });
    expect(reply).toMatchObject({ data: { restored }, quota: { policy: 'restore', limit: 1000, remaining } });
  }
});

test('an item that is named in a restore but is not in the trash is not given back', async () => {
  const person = cloud.person();
  const ids = await person.seed(2);
  await person.remove(ids);
  await person.data('trash.restore', { ids: ids.slice(0, 1) });
  expect(await person.remaining('unfollow')).toBe(199);
  const { uid } = await person.data('me.show', {});
  // Charged by a batch, but not moved yet: between the two a restore names it.
  const [other = ''] = await person.seed(1, 'follow', '另');
  await takeQuota({ uid, policy: 'unfollow', now: cloud.cloud.now(), take: [other], chargeId: 'b:0' });
  expect(await person.data('trash.restore', { ids: [other] })).toEqual({ restored: 0, gone: 1 });
  expect(await person.remaining('unfollow')).toBe(198);
});

test('a charge repeated past midnight by a run after a crash is not paid twice', async () => {
  const [uid, policy] = ['midnight', 'unlike.daily' as const];
  const before = Date.parse('2030-01-01T23:59:59.999+08:00');
  const claim = { uid, policy, take: ['a', 'b', 'c', 'd'], chargeId: 'batch:0' };
  await takeQuota({ ...claim, now: before });
  const again = await takeQuota({ ...claim, now: before + 60_000 });
  expect(again).toMatchObject({ ok: true, cost: 4, quota: { limit: 50, remaining: 50 } });
  expect(again.state.unlikes).toMatchObject({ log: { length: 4 }, cancelled: { length: 4 } });
  // What is left for the next day is charged on it.
  const rest = await takeQuota({ ...claim, take: ['e'], chargeId: 'batch:4', now: before + 60_000 });
  expect(rest).toMatchObject({ ok: true, quota: { remaining: 49 } });
});

test('what a limit remembers tells nobody which item it was', async () => {
  const person = cloud.person();
  const ids = await person.seed(3, 'like');
  await person.remove(ids, 'like');
  const { uid } = await person.data('me.show', {});
  const [document] = await cloud.database.find('limits', { _id: uid });
  for (const id of ids) expect(JSON.stringify(document)).not.toContain(id);
  await person.data('trash.erase', { ids, confirmed: true });
  const left = JSON.stringify(await cloud.database.find('limits', { _id: uid }));
  for (const id of ids) expect(left).not.toContain(id);
});
