import type { ChainView } from '../../typings/contract/chains';
import type { ChainChanges } from '../../typings/contract/fields';
import type { Account } from '../support/functions/account';
import {
  choiceField,
  join,
  joinAll,
  organizeChain,
  phoneField,
  seen,
  textField,
} from '../support/functions/chain-account';
import { TestCloud } from '../support/functions/test-cloud';

const HOUR_MS = 3_600_000;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.stop());

const people = (count: number): Account[] => Array.from({ length: count }, () => cloud.person());

const edit = async (owner: Account, { chainId, rev }: ChainView, changes: ChainChanges) =>
  (await owner.data('chains.edit', { chainId, rev, changes })).chain;

test('an edit is made on what was seen, and once when its reply was lost', async () => {
  const owner = cloud.person();
  const chain = await organizeChain(owner, { place: '体育馆', capacity: 5 });
  const changes = { title: '周日羽毛球', place: '', eventAt: cloud.cloud.now() + HOUR_MS, capacity: null };
  const edited = await edit(owner, chain, changes);
  expect(edited).toMatchObject({ title: '周日羽毛球', place: '', rev: 2, places: { taken: 0 } });
  expect(edited).not.toHaveProperty('capacity');
  // The same call again finds everything done.
  expect(await edit(owner, chain, changes)).toMatchObject({ rev: 2 });
  const input = { chainId: chain.chainId, rev: 1, changes: { title: '别的' } };
  expect(await owner.refusal('chains.edit', input)).toMatchObject({ code: 'CONFLICT' });
  const { items } = await owner.data('chains.history', { chainId: chain.chainId });
  expect(items).toMatchObject([
    { what: 'edited', by: '王教练', detail: '标题、活动时间、地点、名额' },
    { what: 'created', by: '王教练' },
  ]);
});

test('a smaller capacity names who would lose the place, and moves exactly those who were accepted', async () => {
  const owner = cloud.person();
  const { chainId } = await organizeChain(owner, { capacity: 3 });
  const members = people(3);
  const entries = await joinAll(members, chainId);
  const chain = await seen(owner, chainId);
  const lower = { chainId, rev: chain.rev, changes: { capacity: 1 } };
  const displaced = [1, 2].map(index => ({ entryId: entries[index]?.entryId, name: `成员${index + 1}` }));
  expect(await owner.refusal('chains.edit', lower)).toMatchObject({ code: 'CONFLICT', displaced });
  const others = [entries[1]?.entryId ?? ''];
  expect((await owner.refusal('chains.edit', { ...lower, toWaitlist: others })).displaced).toEqual(displaced);
  const toWaitlist = displaced.map(({ entryId = '' }) => entryId);
  const { chain: smaller } = await owner.data('chains.edit', { ...lower, toWaitlist });
  expect(smaller).toMatchObject({
    joined: 1,
    waiting: 2,
    phase: 'full',
    places: { taken: 1, left: 0, capacity: 1 },
  });
  expect((await seen(members[1] as Account, chainId)).mine).toMatchObject([
    { status: 'waiting', waitPosition: 1, number: 2 },
  ]);
  // More places: those who wait get them in their order.
  const wider = await edit(owner, smaller, { capacity: 2 });
  expect(wider).toMatchObject({ joined: 2, waiting: 1 });
  expect((await seen(members[2] as Account, chainId)).mine).toMatchObject([
    { status: 'waiting', waitPosition: 1 },
  ]);
});

test('what somebody answered or chose cannot be taken away; anything else can', async () => {
  const owner = cloud.person();
  const fields = [textField(), phoneField(), choiceField({ a: undefined, b: undefined })];
  const chain = await organizeChain(owner, { fields });
  const { chainId } = chain;
  await join(cloud.person(), chainId, { answers: { phone: '13812345678', group: 'a' } });
  const [remark, phone, group] = fields as [(typeof fields)[0], (typeof fields)[0], (typeof fields)[0]];
  const refusalOf = async (changed: typeof fields) =>
    (await owner.refusal('chains.edit', { chainId, rev: 1, changes: { fields: changed } })).message;
  expect(await refusalOf([remark, group])).toBe('“手机”已经有人填了，不能删除，也不能改变类型');
  expect(await refusalOf([remark, { ...phone, type: 'text' }, group])).toContain('手机');
  expect(await refusalOf([remark, phone])).toBe('“选项a”已经有人选了，不能删除');
  const one = choiceField({ a: 1, c: 2 });
  // Nobody wrote a remark, nobody chose b.
  const edited = await edit(owner, chain, { fields: [{ ...phone, label: '电话' }, one] });
  expect(edited.optionPlaces).toEqual({
    'group.a': { taken: 1, left: 0, capacity: 1 },
    'group.c': { taken: 0, left: 2, capacity: 2 },
  });
  expect(edited.optionCounts).toEqual({ 'group.a': 1, 'group.c': 0 });
});

test('a text that WeChat refuses changes nothing, one it cannot be asked about neither', async () => {
  const owner = cloud.person();
  const chain = await organizeChain(owner);
  const input = { chainId: chain.chainId, rev: 1, changes: { description: '这里有违规测试' } };
  const before = await cloud.database.dump();
  expect(await owner.refusal('chains.edit', input)).toMatchObject({ code: 'CONTENT_REFUSED' });
  expect(await cloud.database.dump()).toBe(before);
});

test('settings that do not go together are refused by name', async () => {
  const owner = cloud.person();
  const { chainId } = await organizeChain(owner);
  const now = cloud.cloud.now();
  const refused = async (changes: ChainChanges) =>
    (await owner.refusal('chains.edit', { chainId, rev: 1, changes })).path;
  expect(await refused({ opensAt: now, closesAt: now })).toBe('changes.closesAt');
  expect(await refused({ minimum: 3 })).toBe('changes.closesAt');
  expect(await refused({ minimum: 3, capacity: 2, closesAt: now })).toBe('changes.minimum');
  expect(await refused({ images: ['cloud://env.bucket/chains/somebody-else-000000/a.png'] })).toBe(
    'changes.images',
  );
  expect(await refused({ title: '长'.repeat(61) })).toBe('changes.title');
});
