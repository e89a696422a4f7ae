import type { InputOf } from '../../typings/contract/api';
import type { Account } from '../support/functions/account';
import {
  choiceField,
  type GivenDraft,
  join,
  joinAll,
  newRequest,
  organizeChain,
  seen,
} from '../support/functions/chain-account';
import { TestCloud } from '../support/functions/test-cloud';

jest.setTimeout(240_000);

const HOUR_MS = 3_600_000;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.stop());

const people = (count: number): Account[] => Array.from({ length: count }, () => cloud.person());

/** A chain with people in it, who joined in this order. */
async function chainWith(count: number, given: GivenDraft = {}) {
  const owner = cloud.person();
  const { chainId } = await organizeChain(owner, given);
  const members = people(count);
  const ids = (await joinAll(members, chainId)).map(({ entryId }) => entryId);
  const at = (index: number) => ({ chainId, entryId: ids[index] ?? '' });
  const member = (index: number) => members[index] ?? owner;
  return { owner, chainId, at, member };
}

const mineOf = async (person: Account, chainId: string) => (await seen(person, chainId)).mine[0];

const joinInput = (chainId: string, given: Partial<InputOf<'chains.join'>> = {}) => ({
  ...{ chainId, requestId: newRequest(), name: '张三', answers: {} },
  ...given,
});

test('a join costs four database requests, a leave that promotes somebody four', async () => {
  const { chainId } = await organizeChain(cloud.person(), { capacity: 1 });
  const [first, second] = [cloud.person(), cloud.person()];
  // Their phones showed the form: the documents their limits are in are there.
  for (const person of [first, second]) await person.data('chains.contacts', {});
  expect(await cloud.callsOf(() => join(first, chainId))).toBe(4);
  expect(await cloud.callsOf(() => join(second, chainId))).toBe(4);
  const entryId = (await mineOf(first, chainId))?.entryId ?? '';
  expect(await cloud.callsOf(() => first.data('chains.leave', { chainId, entryId }))).toBe(4);
  expect(await mineOf(second, chainId)).toMatchObject({ status: 'in', number: 2 });
});

test('places go in order, the rest waits in order, and everybody is told which', async () => {
  const { chainId } = await organizeChain(cloud.person(), { capacity: 2 });
  const entries = await joinAll(people(4), chainId);
  expect(entries.map(({ number, status, waitPosition }) => [number, status, waitPosition])).toEqual([
    [1, 'in', undefined],
    [2, 'in', undefined],
    [3, 'waiting', 1],
    [4, 'waiting', 2],
  ]);
});

test('the same request gives the first result again, also after it was left', async () => {
  const { chainId } = await organizeChain(cloud.person());
  const person = cloud.person();
  const input = joinInput(chainId);
  const { entry } = await person.data('chains.join', input);
  expect((await person.data('chains.join', input)).entry).toMatchObject({
    entryId: entry.entryId,
    number: 1,
  });
  const leave = { chainId, entryId: entry.entryId };
  expect((await person.data('chains.leave', leave)).entry.status).toBe('left');
  expect((await person.data('chains.leave', leave)).entry.status).toBe('left');
  expect((await person.data('chains.join', input)).entry.status).toBe('left');
  expect((await join(person, chainId)).number).toBe(2);
});

test('what is refused says why, and costs nothing of the limit', async () => {
  const { chainId } = await organizeChain(cloud.person(), { capacity: 3, waitlist: false, forOthers: true });
  const person = cloud.person();
  await join(person, chainId);
  await join(person, chainId, { name: '妈妈', forOther: true });
  const refused = async (given: Partial<InputOf<'chains.join'>>) =>
    (await person.refusal('chains.join', joinInput(chainId, given))).code;
  expect(await refused({})).toBe('ALREADY_JOINED');
  expect(await refused({ name: ' 妈妈 ', forOther: true })).toBe('ALREADY_JOINED');
  expect(await refused({ name: '爸爸', forOther: true, places: 2 })).toBe('TOO_LARGE');
  expect(await refused({ name: '爸爸', forOther: true, answers: { nothing: 'x' } })).toBe('BAD_INPUT');
  await join(person, chainId, { name: '爸爸', forOther: true });
  expect(await refused({ name: '爷爷', forOther: true })).toBe('FULL');
  expect(await person.remaining('chain.write')).toBe(27);
});

test('thirty writes in any minute, the thirty-first is told from when on', async () => {
  const { chainId } = await organizeChain(cloud.person());
  const person = cloud.person();
  const { entryId } = await join(person, chainId);
  const edit = (name: string) => person.call('chains.editEntry', { chainId, entryId, name });
  const before = cloud.cloud.now();
  for (let used = 2; used <= 30; used += 1)
    expect(await edit(`名字${used}`)).toMatchObject({ ok: true, quota: { limit: 30, remaining: 30 - used } });
  const refused = await edit('名字31');
  expect(refused).toMatchObject({ ok: false, error: { code: 'RATE_LIMITED', policy: 'chain.write' } });
  const retryAt = refused.ok ? 0 : (refused.error.retryAt ?? 0);
  expect(retryAt).toBeLessThanOrEqual(before + 60_000);
  await cloud.cloud.advance(60_000);
  expect(await edit('名字31')).toMatchObject({ ok: true });
});

test('joining and leaving begin and end with their times; organizers may leave later', async () => {
  const now = cloud.cloud.now();
  const { owner, chainId, at, member } = await chainWith(1, { closesAt: now + HOUR_MS });
  const mine = await join(owner, chainId);
  await cloud.cloud.advance(now + HOUR_MS - cloud.cloud.now());
  expect((await member(0).refusal('chains.leave', at(0))).code).toBe('CLOSED');
  expect((await cloud.person().refusal('chains.join', joinInput(chainId))).code).toBe('CLOSED');
  expect((await owner.data('chains.leave', { chainId, entryId: mine.entryId })).entry.status).toBe('left');
  const opensAt = cloud.cloud.now() + HOUR_MS;
  const later = await organizeChain(owner, { opensAt });
  const early = await cloud.person().refusal('chains.join', joinInput(later.chainId));
  expect(early).toMatchObject({ code: 'NOT_OPEN_YET', retryAt: opensAt });
});

test('who is removed is told the reason, and the place goes to who waits next', async () => {
  const { owner, chainId, at, member } = await chainWith(3, { capacity: 1 });
  await owner.data('chains.remove', { ...at(0), reason: '重复报名' });
  expect(await mineOf(member(0), chainId)).toMatchObject({
    status: 'removed',
    reason: '重复报名',
    number: 1,
  });
  expect(await mineOf(member(1), chainId)).toMatchObject({ status: 'in', number: 2 });
  expect(await mineOf(member(2), chainId)).toMatchObject({ status: 'waiting', waitPosition: 1 });
  expect((await member(1).refusal('chains.remove', { ...at(2), reason: '随便' })).code).toBe('FORBIDDEN');
});

test('an offered place is kept until it is confirmed, or goes to the next one when its time is over', async () => {
  const { chainId, at, member } = await chainWith(4, { capacity: 1, holdHours: 2 });
  await member(0).data('chains.leave', at(0));
  expect(await mineOf(member(1), chainId)).toMatchObject({ status: 'offered' });
  await cloud.cloud.advance(2 * HOUR_MS);
  expect((await member(1).refusal('chains.confirm', at(1))).code).toBe('GONE');
  expect((await member(2).data('chains.confirm', at(2))).entry).toMatchObject({ status: 'in', number: 3 });
  expect((await member(2).data('chains.confirm', at(2))).entry.status).toBe('in');
  expect(await mineOf(member(1), chainId)).toMatchObject({ status: 'expired' });
  expect((await member(3).refusal('chains.confirm', at(3))).code).toBe('CONFLICT');
});

test('more places are taken like a new one, fewer go to who waits', async () => {
  const { chainId, at, member } = await chainWith(2, { capacity: 4, perPerson: 3 });
  const edit = (index: number, places: number) =>
    member(index).call('chains.editEntry', { ...at(index), places });
  expect(await edit(0, 3)).toMatchObject({ ok: true, data: { entry: { places: 3, number: 1 } } });
  expect(await edit(1, 2)).toMatchObject({ error: { code: 'FULL' } });
  expect(await edit(1, 4)).toMatchObject({ error: { code: 'TOO_LARGE' } });
  const third = await join(cloud.person(), chainId);
  expect(third.status).toBe('waiting');
  expect(await edit(0, 2)).toMatchObject({ ok: true, data: { chain: { waiting: 0, places: { left: 0 } } } });
});

test('options run out one by one; another choice gives the former one back', async () => {
  const fields = [choiceField({ a: 1, b: 5 })];
  const { chainId } = await organizeChain(cloud.person(), { capacity: 3, fields });
  const [first, second, third] = [cloud.person(), cloud.person(), cloud.person()];
  const choosing = (group: string) => ({ answers: { group } });
  const { entryId } = await join(first, chainId, choosing('a'));
  expect((await join(second, chainId, choosing('a'))).status).toBe('waiting');
  // Nobody is kept from an option that has places.
  expect((await join(third, chainId, choosing('b'))).status).toBe('in');
  const { chain } = await first.data('chains.editEntry', { chainId, entryId, ...choosing('b') });
  expect(chain).toMatchObject({ waiting: 0, optionCounts: { 'group.a': 1, 'group.b': 2 } });
});

test('who asks gets a place when the organizers say so, in the order of numbers', async () => {
  const { owner, chainId, at, member } = await chainWith(3, { capacity: 1, approval: true });
  expect(await mineOf(member(2), chainId)).toMatchObject({ status: 'asking', number: 3 });
  const entryIds = [at(2).entryId, at(1).entryId];
  const { changed, chain } = await owner.data('chains.decide', { chainId, entryIds, approve: true });
  expect([changed, chain.joined, chain.waiting, chain.asking]).toEqual([2, 1, 1, 1]);
  expect(await mineOf(member(1), chainId)).toMatchObject({ status: 'in' });
  const decline = { chainId, entryIds: [at(0).entryId], approve: false, reason: '名额有限' };
  expect((await owner.data('chains.decide', decline)).changed).toBe(1);
  expect(await mineOf(member(0), chainId)).toMatchObject({ status: 'declined', reason: '名额有限' });
});

test('an entry made by somebody else becomes the own one of who claims it, once', async () => {
  const { chainId } = await organizeChain(cloud.person(), { forOthers: true });
  const [maker, mother, other] = [cloud.person(), cloud.person(), cloud.person()];
  const { entryId } = await join(maker, chainId, { name: '妈妈', forOther: true });
  const claim = { chainId, entryId };
  expect((await maker.refusal('chains.claim', claim)).code).toBe('FORBIDDEN');
  expect((await mother.data('chains.claim', claim)).entry).toMatchObject({ mine: 'own', number: 1 });
  expect((await mother.data('chains.claim', claim)).entry.mine).toBe('own');
  expect((await other.refusal('chains.claim', claim)).code).toBe('CONFLICT');
  expect((await mother.refusal('chains.join', joinInput(chainId))).code).toBe('ALREADY_JOINED');
  expect((await maker.refusal('chains.leave', claim)).code).toBe('FORBIDDEN');
});

test('the staff keys in who phones, also after the deadline', async () => {
  const now = cloud.cloud.now();
  const { owner, chainId } = await chainWith(0, { capacity: 1, closesAt: now + HOUR_MS });
  await cloud.cloud.advance(HOUR_MS);
  const keyIn = (name: string) =>
    owner.data('chains.keyIn', { chainId, requestId: newRequest(), name, answers: {} });
  expect((await keyIn('老李')).entry).toMatchObject({ status: 'in', keyedIn: true, by: '王教练' });
  expect((await keyIn('老赵')).entry).toMatchObject({ status: 'waiting' });
});
