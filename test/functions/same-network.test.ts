import { dropOldNetworks } from '../../cloudfunctions/core/networks/store';
import type { Account } from '../support/functions/account';
import { reachFromHere } from '../support/functions/in-this-process';
import { TestCloud } from '../support/functions/test-cloud';

jest.setTimeout(240_000);

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
  reachFromHere(cloud.cloud);
});
afterEach(() => cloud.cloud.faults({}));
afterAll(() => cloud.stop());

let addresses = 0;
/** An address nobody called from. */
const address = (): string => {
  addresses += 1;
  return `10.0.0.${addresses}`;
};

/** Commits a batch of follows from an address; how many it removed. */
async function commitFrom(clientIp: string, person: Account, ids: string[]): Promise<unknown> {
  const { batchId } = await person.data('batches.preview', { kind: 'follow', selection: { ids } });
  const caller = { openid: person.openid, clientIp };
  const answer = await cloud.cloud.invoke('api', { action: 'batches.commit', input: { batchId } }, caller);
  return 'result' in answer ? answer.result : answer;
}

/** Somebody new who removes two follows from an address. */
async function newcomer(clientIp: string): Promise<string> {
  const person = cloud.person();
  const items = [await person.add({ name: '甲' }), await person.add({ name: '乙' })];
  const ids = items.map(item => item.id);
  expect(await commitFrom(clientIp, person, ids)).toMatchObject({ ok: true, data: { removed: 2 } });
  return (await person.data('me.show', {})).uid;
}

const alerts = () => cloud.database.find('reviews', { reason: 'same-network' });

test('three accounts that batch-cancel from one address are nothing, the fourth is an alert, a fifth joins it', async () => {
  const from = address();
  const uids = [await newcomer(from), await newcomer(from), await newcomer(from)];
  expect(await alerts()).toEqual([]);
  // The same account again is no other account, nor is one that removes a single item.
  const again = cloud.person();
  const ids = await again.seed(4);
  await commitFrom(from, again, ids.slice(0, 1));
  await commitFrom(from, again, ids.slice(1, 2));
  expect(await alerts()).toEqual([]);
  uids.push(await newcomer(from));
  expect(await alerts()).toMatchObject([{ uids, state: 'open' }]);
  uids.push(await newcomer(from));
  expect(await alerts()).toMatchObject([{ uids }]);
  expect(await again.data('limits.show', {})).toMatchObject({ underReview: false });
  const { items } = await cloud.administrator().data('review.list', { state: 'open' });
  expect(items).toMatchObject([{ reason: 'same-network', uids }]);
  expect(items[0]?.evidence.accounts?.map(({ uid }) => uid)).toEqual(uids);
});

test('what is stored is a keyed hash, and old networks are dropped', async () => {
  const from = address();
  await newcomer(from);
  const before = await cloud.database.find('networks');
  expect(before.length).toBeGreaterThan(0);
  expect(await cloud.database.dump()).not.toContain(from);
  await cloud.cloud.advance('11m');
  // Whoever came more than ten minutes ago does not count any more.
  const known = (await alerts()).length;
  expect(await dropOldNetworks(cloud.cloud.now())).toBe(before.length);
  expect(await dropOldNetworks(cloud.cloud.now())).toBe(0);
  await Promise.all([newcomer(from), newcomer(from), newcomer(from)]);
  expect(await alerts()).toHaveLength(known);
});

test('addresses of one IPv6 network are one, others are others', async () => {
  const known = (await alerts()).length;
  for (const from of ['2001:db8:1:2::1', '2001:db8:1:3::1', '2001:db8:1:4::1', '2001:db8:1:5::1'])
    await newcomer(from);
  expect(await alerts()).toHaveLength(known);
  for (const end of [2, 3, 4]) await newcomer(`2001:db8:1:2::${end}`);
  expect(await alerts()).toHaveLength(known + 1);
});

test('a commit does not fail because the network could not be noted', async () => {
  const from = address();
  const person = cloud.person();
  const ids = await person.seed(3);
  // The preview inserts a batch; the one insertion of the commit is that of the network.
  await person.remove(ids.slice(2));
  cloud.cloud.faults({ errorRate: 1, action: '^database.insertDocument', skip: 1 });
  expect(await commitFrom(from, person, ids.slice(0, 2))).toMatchObject({ ok: true, data: { removed: 2 } });
});

test('noting costs a commit one request, two on the first use of an address', async () => {
  const from = address();
  for (const expected of [2, 1]) {
    const person = cloud.person();
    const ids = await person.seed(3);
    await person.remove(ids.slice(0, 1));
    const selection = { ids: ids.slice(1) };
    const { batchId } = await person.data('batches.preview', { kind: 'follow', selection });
    const event = { action: 'batches.commit', input: { batchId } };
    const calls = await cloud.callsOf(() =>
      cloud.cloud.invoke('api', event, { openid: person.openid, clientIp: from }),
    );
    // State, limit, items, position.
    expect(calls).toBe(4 + expected);
  }
});
