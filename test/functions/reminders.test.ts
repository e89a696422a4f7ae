import type { Account } from '../support/functions/account';
import { join, newRequest, organizeChain } from '../support/functions/chain-account';
import { allow, messagesTo } from '../support/functions/notice-people';
import { memberOf, seedMembers } from '../support/functions/seed-members';
import { TestCloud } from '../support/functions/test-cloud';

jest.setTimeout(120_000);

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
let test_: TestCloud;
let owner: Account;

beforeAll(async () => {
  test_ = await TestCloud.start();
  owner = test_.person();
});
afterEach(() => test_.cloud.faults({}));
afterAll(() => test_.stop());

const courier = () => test_.runTimer('courier');
const remind = (chainId: string, more: { requestId?: string; text?: string } = {}) =>
  owner.data('chains.remind', { chainId, requestId: newRequest(), audience: 'in', ...more });

/** A chain with members who allow messages, in order, and one who allows none. */
async function withMembers(count: number): Promise<{ chainId: string; members: Account[] }> {
  const { chainId } = await organizeChain(owner, { place: '一号馆' });
  const members = Array.from({ length: count }, () => test_.person());
  for (const [index, member] of members.entries()) {
    await join(member, chainId, { name: `成员${index + 1}` });
    await allow(test_, member, ['reminder']);
  }
  await join(test_.person(), chainId, { name: '没同意的' });
  return { chainId, members };
}

/** Messages that members of `seedMembers` got: how many people got how many. */
function deliveries(count: number): Map<number, number> {
  const got = new Map<number, number>();
  for (let index = 0; index < count; index += 1) {
    const messages = test_.cloud.sent({ openid: memberOf(index) }).length;
    got.set(messages, (got.get(messages) ?? 0) + 1);
  }
  return got;
}

test('a reminder reaches those who allow it, names the others and goes out once a request', async () => {
  const { chainId, members } = await withMembers(2);
  const preview = await owner.data('chains.previewReminder', { chainId, audience: 'in' });
  expect(preview).toMatchObject({ people: 3, reachable: 2, left: 5, names: ['成员1', '成员2', '没同意的'] });
  const requestId = newRequest();
  const result = await remind(chainId, { requestId, text: '请带两双鞋' });
  expect(result).toMatchObject({ sent: 2, queued: 0, unreachable: 1, names: ['没同意的'] });
  expect(result.text).toBe('【周六羽毛球】\n请已报名的 1 位留意：没同意的\n请带两双鞋\n地点：一号馆');
  expect(await remind(chainId, { requestId, text: '请带两双鞋' })).toEqual(result);
  expect(members.map(member => messagesTo(test_, member))).toEqual(
    members.map(() => [['周六羽毛球', expect.any(String), '请带两双鞋']]),
  );
  const history = await owner.data('chains.history', { chainId });
  expect(history.items[0]).toMatchObject({ what: 'reminded', detail: '已报名的 2 人', by: '王教练' });
});

test('reminders of a chain are 15 minutes apart and 5 in 24 hours; what comes too soon waits', async () => {
  const { chainId, members } = await withMembers(1);
  const [member = owner] = members;
  const start = test_.cloud.now();
  for (let wave = 0; wave < 5; wave += 1) {
    expect(await remind(chainId)).toMatchObject({ sent: 1, queued: 0 });
    await allow(test_, member, ['reminder']);
    await test_.cloud.advance(15 * MINUTE_MS);
  }
  const tooMany = await remind(chainId);
  expect(tooMany).toMatchObject({ sent: 0, queued: 1 });
  expect(tooMany.nextAt).toBeGreaterThanOrEqual(start + 24 * HOUR_MS);
  expect(tooMany.nextAt).toBeLessThan(test_.cloud.now() + 24 * HOUR_MS);
  expect(await owner.data('chains.previewReminder', { chainId, audience: 'in' })).toMatchObject({ left: 0 });
  await courier();
  expect(messagesTo(test_, member)).toHaveLength(5);
  await test_.cloud.advance((tooMany.nextAt ?? 0) - test_.cloud.now());
  await courier();
  expect(messagesTo(test_, member)).toHaveLength(6);
});

test('a second reminder within 15 minutes waits for its turn', async () => {
  const { chainId, members } = await withMembers(1);
  const [member = owner] = members;
  await remind(chainId);
  await allow(test_, member, ['reminder']);
  expect(await remind(chainId)).toMatchObject({ sent: 0, queued: 1, nextAt: expect.any(Number) });
  await test_.cloud.advance(14 * MINUTE_MS);
  await courier();
  expect(messagesTo(test_, member)).toHaveLength(1);
  await test_.cloud.advance(MINUTE_MS);
  await Promise.all([courier(), courier()]);
  expect(messagesTo(test_, member)).toHaveLength(2);
});

/** Messages that `seedMembers` got so far, by the instant of the wave they came in. */
function wavesOf(count: number): Map<number, number> {
  const members = new Set(Array.from({ length: count }, (_, index) => memberOf(index)));
  const waves = new Map<number, number>();
  for (const { openid = '', at } of test_.cloud.sent()) {
    if (!members.has(openid)) continue;
    // The clock runs on between the messages of one wave.
    const wave = [...waves.keys()].find(begun => at - begun < 10 * MINUTE_MS) ?? at;
    waves.set(wave, (waves.get(wave) ?? 0) + 1);
  }
  return waves;
}

test('500 people get one message each, in waves of 200 that are 15 minutes apart, also when a courier dies', async () => {
  const { chainId } = await organizeChain(owner, {});
  await seedMembers(test_, chainId, 500);
  const first = await remind(chainId);
  expect(first.sent + first.queued).toBe(500);
  expect(first.sent).toBeGreaterThan(100);
  const reminder = async () => (await test_.database.find('reminders', { chain: chainId }))[0];
  await test_.cloud.advance(15 * MINUTE_MS);
  test_.cloud.faults({ killInstanceRate: 1, action: '^wx.openApi', times: 1, skip: 80 });
  await courier().catch(() => undefined);
  test_.cloud.faults({});
  await courier();
  for (let last = await reminder(); last?.['state'] === 'waiting'; last = await reminder()) {
    await test_.cloud.advance(Math.max(0, Number(last['nextAt']) - test_.cloud.now()));
    await Promise.all([courier(), courier()]);
  }
  const got = deliveries(500);
  expect(Math.max(...got.keys())).toBe(1);
  // The courier that died had at most 8 messages on the way.
  expect(got.get(0) ?? 0).toBeLessThanOrEqual(8);
  const waves = [...wavesOf(500).values()];
  expect(waves.length).toBeGreaterThanOrEqual(3);
  expect(Math.max(...waves)).toBeLessThanOrEqual(200);
  const [limits] = await test_.database.find('limits', { _id: `chain:${chainId}` });
  const taken = [...((limits?.['reminders'] ?? []) as number[])].reverse();
  expect(taken.length).toBeGreaterThanOrEqual(waves.length);
  for (const [index, at] of taken.slice(1).entries())
    expect(at - (taken[index] ?? 0)).toBeGreaterThanOrEqual(15 * MINUTE_MS);
});

test('who left before the next wave is not reminded any more', async () => {
  const { chainId, members } = await withMembers(2);
  await remind(chainId);
  for (const member of members) await allow(test_, member, ['reminder']);
  await remind(chainId);
  const [leaving = owner, staying = owner] = members;
  const { chain } = await leaving.data('chains.show', { chainId });
  await leaving.data('chains.leave', { chainId, entryId: chain.mine[0]?.entryId ?? '' });
  await test_.cloud.advance(15 * MINUTE_MS);
  await courier();
  expect(messagesTo(test_, leaving)).toHaveLength(1);
  expect(messagesTo(test_, staying)).toHaveLength(2);
});

test('unpaid and waiting people are found; a free chain has nobody who owes', async () => {
  const { chainId } = await organizeChain(owner, { priceFen: 3000, capacity: 2, waitlist: true });
  const [paid, unpaid, waiting] = [test_.person(), test_.person(), test_.person()];
  const { entryId } = await join(paid, chainId, { name: '付了的' });
  await join(unpaid, chainId, { name: '没付的' });
  await join(waiting, chainId, { name: '等着的' });
  await owner.data('chains.markPaid', { chainId, entryIds: [entryId], payment: 'paid' });
  const namesOf = async (audience: 'unpaid' | 'waiting') =>
    (await owner.data('chains.previewReminder', { chainId, audience })).names;
  expect(await namesOf('unpaid')).toEqual(['没付的']);
  expect(await namesOf('waiting')).toEqual(['等着的']);
  const free = await organizeChain(owner, {});
  await join(test_.person(), free.chainId);
  const preview = await owner.data('chains.previewReminder', { chainId: free.chainId, audience: 'unpaid' });
  expect(preview).toMatchObject({ people: 0, names: [] });
});

test('who has not answered is found by name in the organizer’s other chains, and messaged there', async () => {
  const former = await organizeChain(owner, {});
  const [known, twin, other] = [test_.person(), test_.person(), test_.person()];
  await join(known, former.chainId, { name: '钱多多' });
  await join(twin, former.chainId, { name: '同名' });
  await join(other, former.chainId, { name: '同名' });
  for (const person of [known, twin, other]) await allow(test_, person, ['reminder']);
  const { chainId } = await organizeChain(owner, {});
  await owner.data('chains.setRoster', { chainId, text: '钱多多\n同名\n李四\n王五\n赵六' });
  await join(test_.person(), chainId, { name: '王五' });
  const gone = test_.person();
  const { entryId } = await join(gone, chainId, { name: '赵六' });
  await gone.data('chains.leave', { chainId, entryId });
  const result = await owner.data('chains.remind', {
    chainId,
    requestId: newRequest(),
    audience: 'unanswered',
  });
  expect(result).toMatchObject({ sent: 1, unreachable: 2, names: ['同名', '李四'] });
  expect(result.text).toContain('还有 2 位没有接龙：同名、李四');
  expect(messagesTo(test_, known)).toHaveLength(1);
  expect([...messagesTo(test_, twin), ...messagesTo(test_, other)]).toEqual([]);
});

test('a round without a roster expects those who took part in another round', async () => {
  const day = (after: number): string =>
    new Date(test_.cloud.now() + (8 + 24 * after) * HOUR_MS).toISOString().slice(0, 10);
  const recurrence = { weekdays: [0, 1, 2, 3, 4, 5, 6], from: day(0), until: day(1), skip: [], makeUps: 0 };
  const series = await organizeChain(owner, { recurrence });
  const seriesId = series.round?.seriesId ?? series.chainId;
  const round = async (date: string) =>
    (await owner.data('chains.show', { chainId: seriesId, round: date })).chain.chainId;
  const [today, tomorrow] = [await round(day(0)), await round(day(1))];
  const [both, once] = [test_.person(), test_.person()];
  await join(both, today, { name: '天天来' });
  await join(once, today, { name: '来过一次' });
  await join(both, tomorrow, { name: '天天来' });
  const preview = await owner.data('chains.previewReminder', { chainId: tomorrow, audience: 'unanswered' });
  expect(preview).toMatchObject({ people: 1, names: ['来过一次'] });
});

test('nobody is reminded of a chain that is over; a bad text is refused; members may not remind', async () => {
  const { chainId, members } = await withMembers(1);
  const input = { chainId, requestId: newRequest(), audience: 'in' as const };
  expect(await members[0]?.refusal('chains.remind', input)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await owner.refusal('chains.remind', { ...input, text: '违规测试' })).toMatchObject({
    code: 'CONTENT_REFUSED',
  });
  await owner.data('chains.steer', { chainId, to: 'closed' });
  const unanswered = { ...input, audience: 'unanswered' as const };
  expect(await owner.refusal('chains.remind', unanswered)).toMatchObject({ code: 'CLOSED' });
  await owner.data('chains.steer', { chainId, to: 'cancelled' });
  expect(await owner.refusal('chains.remind', input)).toMatchObject({ code: 'CLOSED' });
});

test('a reminder that is killed in the middle is in the history, once', async () => {
  const { chainId } = await withMembers(3);
  const requestId = newRequest();
  test_.cloud.faults({ killInstanceRate: 1, action: '^wx.openApi', times: 1 });
  await remind(chainId, { requestId }).catch(() => undefined);
  const reminded = async () =>
    (await owner.data('chains.history', { chainId })).items.filter(({ what }) => what === 'reminded');
  expect(await reminded()).toMatchObject([{ detail: '已报名的 3 人', by: '王教练' }]);
  await remind(chainId, { requestId });
  expect(await reminded()).toHaveLength(1);
});
