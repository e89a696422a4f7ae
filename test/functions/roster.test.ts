import type { Account } from '../support/functions/account';
import { join, organizeChain } from '../support/functions/chain-account';
import { allow } from '../support/functions/notice-people';
import { TestCloud } from '../support/functions/test-cloud';

let test_: TestCloud;
let owner: Account;

beforeAll(async () => {
  test_ = await TestCloud.start();
  owner = test_.person();
});
afterAll(() => test_.stop());

const numbered = (count: number, length = 1): string =>
  Array.from({ length: count }, (_, index) => `${'甲'.repeat(length - 1)}n${index}`).join('\n');

test('a pasted roster shows who has not answered, in the order of the list', async () => {
  const { chainId } = await organizeChain(owner, { capacity: 1, waitlist: true });
  await join(test_.person(), chainId, { name: '李四' });
  await join(test_.person(), chainId, { name: '王五妈妈' });
  const text = '1. 张三\n2. 李四\n3. 王五、张三';
  const roster = await owner.data('chains.setRoster', { chainId, text });
  expect(roster).toEqual({
    rows: [
      { name: '张三', status: 'unanswered' },
      { name: '李四', status: 'in', entryId: expect.any(String) },
      { name: '王五', status: 'unanswered', similar: ['王五妈妈'] },
    ],
    ...{ answered: 1, unanswered: 2, others: 1 },
  });
  const calls = await test_.callsOf(() => owner.data('chains.roster', { chainId }));
  expect(calls).toBeLessThanOrEqual(3);
  expect(await owner.data('chains.roster', { chainId })).toEqual(roster);
  await owner.data('chains.setRoster', { chainId, text: '' });
  expect(await owner.data('chains.roster', { chainId })).toMatchObject({ rows: [], others: 2 });
});

test('a roster has 2,000 names of 20 characters; one more of either is refused and changes nothing', async () => {
  const { chainId } = await organizeChain(owner, {});
  const full = await owner.data('chains.setRoster', { chainId, text: numbered(2000) });
  expect(full.unanswered).toBe(2000);
  const tooMany = { chainId, text: numbered(2001) };
  expect(await owner.refusal('chains.setRoster', tooMany)).toMatchObject({ code: 'TOO_LARGE', max: 2000 });
  const tooLong = { chainId, text: `${'长'.repeat(20)}\n${'长'.repeat(21)}` };
  const refusal = await owner.refusal('chains.setRoster', tooLong);
  expect(refusal).toMatchObject({
    code: 'BAD_INPUT',
    path: 'text',
    message: expect.stringContaining('20 个字'),
  });
  expect((await owner.data('chains.roster', { chainId })).unanswered).toBe(2000);
});

test('a round has the roster of its series until it gets its own', async () => {
  const today = new Date(test_.cloud.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const recurrence = { weekdays: [0, 1, 2, 3, 4, 5, 6], from: today, until: today, skip: [], makeUps: 0 };
  const { chainId, round } = await organizeChain(owner, { recurrence });
  const seriesId = round?.seriesId ?? chainId;
  const shown = await owner.data('chains.show', { chainId: seriesId, round: today });
  await owner.data('chains.setRoster', { chainId: seriesId, text: '张三' });
  const of = (id: string) => owner.data('chains.roster', { chainId: id });
  expect((await of(shown.chain.chainId)).rows).toEqual([{ name: '张三', status: 'unanswered' }]);
  await owner.data('chains.setRoster', { chainId: shown.chain.chainId, text: '李四' });
  expect((await of(shown.chain.chainId)).rows).toEqual([{ name: '李四', status: 'unanswered' }]);
  expect((await of(seriesId)).rows).toEqual([{ name: '张三', status: 'unanswered' }]);
});

test('only the staff see a roster', async () => {
  const { chainId } = await organizeChain(owner, {});
  const member = test_.person();
  await join(member, chainId);
  expect(await member.refusal('chains.roster', { chainId })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await member.refusal('chains.setRoster', { chainId, text: '张三' })).toMatchObject({
    code: 'FORBIDDEN',
  });
});

test('people of somebody else’s chain are not found there, whatever the organizer does in it', async () => {
  const [other, helper, known] = [test_.person(), test_.person(), test_.person()];
  const theirs = await organizeChain(other, {});
  const { entryId } = await join(helper, theirs.chainId, { name: '帮忙的' });
  await other.data('chains.appoint', { chainId: theirs.chainId, entryId, role: 'organizer' });
  await join(known, theirs.chainId, { name: '钱多多' });
  await allow(test_, known, ['reminder']);
  const { chainId } = await organizeChain(helper, {});
  await helper.data('chains.setRoster', { chainId, text: '钱多多' });
  const unanswered = { chainId, audience: 'unanswered' as const };
  const reachable = async () => (await helper.data('chains.previewReminder', unanswered)).reachable;
  expect(await reachable()).toBe(0);
  const own = await organizeChain(helper, {});
  await join(known, own.chainId, { name: '钱多多' });
  expect(await reachable()).toBe(1);
  await helper.data('chains.trash', { chainId: own.chainId });
  expect(await reachable()).toBe(0);
});
