import type { ChainCard } from '../../typings/contract/chains';
import type { Account } from '../support/functions/account';
import { draftOf, join, newRequest, organizeChain, seen } from '../support/functions/chain-account';
import { TestCloud } from '../support/functions/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.stop());

const list = async (account: Account, scope: 'organized' | 'joined' | 'trashed', search?: string) =>
  (await account.data('chains.list', { scope, ...(search !== undefined && { search }) })).items;
const titles = (cards: ChainCard[]): string[] => cards.map(({ title }) => title);

test('twenty chains a day, the twenty-first is refused, and pages of the list hold them all once', async () => {
  const owner = cloud.person();
  for (let index = 1; index <= 20; index += 1) await organizeChain(owner, { title: `第${index}个` });
  await owner.data('chains.trash', { chainId: (await list(owner, 'organized'))[0]?.chainId ?? '' });
  const again = { requestId: newRequest(), draft: draftOf() };
  const refused = { code: 'RATE_LIMITED', policy: 'chain.create', limit: 20, remaining: 0 };
  expect(await owner.refusal('chains.create', again)).toMatchObject(refused);
  // What was refused for its content has cost nothing.
  const other = cloud.person();
  const bad = draftOf({ title: '违规测试' });
  const error = await other.refusal('chains.create', { requestId: newRequest(), draft: bad });
  expect(error.code).toBe('CONTENT_REFUSED');
  const reply = await other.call('chains.create', { requestId: newRequest(), draft: draftOf() });
  expect(reply).toMatchObject({ ok: true, quota: { policy: 'chain.create', limit: 20, remaining: 19 } });
  await cloud.cloud.advance('24h');
  const more = [
    await organizeChain(owner, { title: '第21个' }),
    await organizeChain(owner, { title: '第22个' }),
  ];
  expect(more).toHaveLength(2);
  const first = await owner.data('chains.list', { scope: 'organized' });
  const second = await owner.data('chains.list', { scope: 'organized', cursor: first.cursor ?? '' });
  expect([first.items.length, second.items.length, second.cursor]).toEqual([20, 1, undefined]);
  expect(new Set(titles([...first.items, ...second.items])).size).toBe(21);
  expect(titles(first.items)[0]).toBe('第22个');
  expect(titles(await list(owner, 'trashed'))).toEqual(['第20个']);
});

test('我报名的 says my number, my place in the queue and what I owe; a chain I left is not in it', async () => {
  const [owner, member, other] = [cloud.person(), cloud.person(), cloud.person()];
  const paid = await organizeChain(owner, { title: '收费的', priceFen: 500, capacity: 1, place: '体育馆' });
  const free = await organizeChain(owner, { title: '免费的' });
  await join(other, paid.chainId, { name: '先来的' });
  await join(member, paid.chainId, { name: '我' });
  await join(member, paid.chainId, { name: '老伴', forOther: true });
  const { entryId } = await join(member, free.chainId, { name: '我' });
  expect(await list(member, 'joined')).toMatchObject([
    { title: '免费的', joined: 1, mine: [{ name: '我', number: 1, own: true, status: 'in' }] },
    {
      ...{ title: '收费的', phase: 'full', joined: 1, waiting: 2, myRole: 'participant' },
      places: { taken: 1, left: 0, capacity: 1 },
      mine: [
        { name: '我', number: 2, own: true, status: 'waiting', waitPosition: 1, payment: 'unpaid' },
        { name: '老伴', number: 3, status: 'waiting', waitPosition: 2, payment: 'unpaid' },
      ],
    },
  ]);
  expect((await list(member, 'joined'))[0]?.mine[0]).not.toHaveProperty('payment');
  expect(titles(await list(member, 'joined', '体育'))).toEqual(['收费的']);
  expect(titles(await list(member, 'joined', '.*'))).toEqual([]);
  expect(titles(await list(owner, 'organized', '免费'))).toEqual(['免费的']);
  expect(await list(other, 'organized')).toEqual([]);
  await member.data('chains.leave', { chainId: free.chainId, entryId });
  expect(titles(await list(member, 'joined'))).toEqual(['收费的']);
});

test('requests: two to make a chain, two to show it, one or two for a list, three for an organizer’s act; one more for its line in the log', async () => {
  const [owner, member] = [cloud.person(), cloud.person()];
  const { chainId } = await organizeChain(owner);
  await join(member, chainId);
  const create = { requestId: newRequest(), draft: draftOf() };
  expect(await cloud.callsOf(() => owner.data('chains.create', create))).toBe(3);
  expect(await cloud.callsOf(() => seen(member, chainId))).toBe(2);
  expect(await cloud.callsOf(() => list(owner, 'organized'))).toBe(1);
  expect(await cloud.callsOf(() => list(member, 'joined'))).toBe(2);
  expect(await cloud.callsOf(() => list(owner, 'trashed'))).toBe(1);
  const changes = { title: '新的标题', capacity: 9 };
  expect(await cloud.callsOf(() => owner.data('chains.edit', { chainId, rev: 1, changes }))).toBe(4);
  expect(await cloud.callsOf(() => owner.data('chains.announce', { chainId, text: '带水' }))).toBe(4);
  expect(await cloud.callsOf(() => owner.data('chains.steer', { chainId, to: 'closed' }))).toBe(4);
  expect(await cloud.callsOf(() => owner.data('chains.history', { chainId }))).toBe(3);
  expect(await cloud.callsOf(() => owner.data('chains.trash', { chainId }))).toBe(3);
});

test('every act is in the history once, newest first, over pages and however long it grows', async () => {
  const owner = cloud.person();
  const { chainId } = await organizeChain(owner);
  const { entryId } = await join(cloud.person(), chainId, { name: '张三' });
  for (let index = 1; index <= 60; index += 1)
    await owner.data('chains.announce', { chainId, text: `第${index}条` });
  await owner.data('chains.remove', { chainId, entryId, reason: '报错了' });
  const first = await owner.data('chains.history', { chainId });
  const second = await owner.data('chains.history', { chainId, cursor: first.cursor ?? '' });
  expect([first.items.length, second.cursor]).toEqual([50, undefined]);
  const all = [...first.items, ...second.items];
  expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).sort((one, other) => other - one));
  const announced = all.filter(({ what }) => what === 'announced').map(({ detail }) => detail);
  expect(announced).toEqual(Array.from({ length: 60 }, (_, index) => `第${60 - index}条`));
  const removed = all.filter(({ what }) => what === 'removed');
  expect(removed.length).toBeGreaterThan(0);
  expect(all.at(-1)).toMatchObject({ what: 'created', by: '王教练' });
  expect(await cloud.person().refusal('chains.history', { chainId })).toMatchObject({ code: 'FORBIDDEN' });
});
