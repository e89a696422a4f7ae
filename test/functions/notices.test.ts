import { uidOf } from '../../cloudfunctions/core/platform/crypto';
import type { Account } from '../support/functions/account';
import { join, newRequest, organizeChain } from '../support/functions/chain-account';
import { TEST_KEYS } from '../support/functions/keys';
import { allow, leftOf, messagesTo, newsOf } from '../support/functions/notice-people';
import { TestCloud } from '../support/functions/test-cloud';

jest.setTimeout(120_000);

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const TAKE = '^database.modifyAndReturnDoc';
let test_: TestCloud;
let owner: Account;

beforeAll(async () => {
  Object.assign(process.env, TEST_KEYS);
  test_ = await TestCloud.start();
  owner = test_.person();
});
afterEach(() => {
  test_.cloud.faults({});
  test_.cloud.openapi({ errors: {} });
});
afterAll(() => test_.stop());

const courier = () => test_.runTimer('courier');

/** A chain of one place that is taken, and somebody who waits for it and allows messages. */
async function withWaiting(
  given = {},
): Promise<{ chainId: string; first: Account; second: Account; entryId: string }> {
  const { chainId } = await organizeChain(owner, { capacity: 1, waitlist: true, ...given });
  const [first, second] = [test_.person(), test_.person()];
  const { entryId } = await join(first, chainId, { name: '先来的' });
  await join(second, chainId, { name: '后来的' });
  await allow(test_, second);
  return { chainId, first, second, entryId };
}

test('the templates to ask for are those of the settings', async () => {
  const { templates } = await owner.data('chains.noticeTemplates', {});
  expect(templates).toEqual([
    { kind: 'reminder', templateId: 'template-reminder' },
    { kind: 'promoted', templateId: 'template-promoted' },
    { kind: 'verdict', templateId: 'template-verdict' },
  ]);
});

test('an acceptance counts once a request, and no openid is stored readably', async () => {
  const person = test_.person();
  const requestId = newRequest();
  const accept = () => person.data('chains.subscribe', { requestId, kinds: ['reminder', 'verdict'] });
  expect((await accept()).left).toEqual({ reminder: 1, promoted: 0, verdict: 1 });
  expect((await accept()).left).toEqual({ reminder: 1, promoted: 0, verdict: 1 });
  const more = await person.data('chains.subscribe', { requestId: newRequest(), kinds: ['reminder'] });
  expect(more.left).toEqual({ reminder: 2, promoted: 0, verdict: 1 });
  expect(JSON.stringify(await test_.database.find('subscriptions'))).not.toContain(person.openid);
});

test('who is promoted is told once, with the chain’s page, however many couriers run', async () => {
  const { chainId, first, second, entryId } = await withWaiting();
  await first.data('chains.leave', { chainId, entryId });
  await Promise.all([courier(), courier()]);
  await courier();
  expect(messagesTo(test_, second)).toEqual([
    [
      '周六羽毛球',
      '候补成功',
      expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/),
      '有人退出，您已补上名额',
    ],
  ]);
  const [message] = test_.cloud.sent({ openid: second.openid });
  expect(message).toMatchObject({
    page: `chain/pages/detail/detail?id=${chainId}`,
    templateId: 'template-promoted',
  });
  expect((await leftOf(second)).promoted).toBe(0);
  const [chain] = await test_.database.find('chains', { _id: chainId });
  expect(chain?.['outbox']).toEqual([]);
  expect(newsOf(test_, first)).toEqual([]);
});

test('an offer is told of, and so is that it ran out', async () => {
  const { chainId, first, second, entryId } = await withWaiting({ holdHours: 2 });
  const third = test_.person();
  await join(third, chainId, { name: '第三位' });
  await allow(test_, third);
  await first.data('chains.leave', { chainId, entryId });
  await courier();
  expect(newsOf(test_, second)).toEqual(['等您确认']);
  await allow(test_, second);
  await test_.cloud.advance(2 * HOUR_MS);
  await courier();
  expect(newsOf(test_, second)).toEqual(['等您确认', '名额已让出']);
  expect(newsOf(test_, third)).toEqual(['等您确认']);
});

test('who entered somebody else is told by that name', async () => {
  const { chainId } = await organizeChain(owner, { capacity: 1, waitlist: true, forOthers: true });
  const [first, helper] = [test_.person(), test_.person()];
  const { entryId } = await join(first, chainId);
  await join(helper, chainId, { name: '王奶奶', forOther: true });
  await allow(test_, helper);
  await first.data('chains.leave', { chainId, entryId });
  await courier();
  expect(messagesTo(test_, helper)[0]?.[3]).toBe('王奶奶：有人退出，您已补上名额');
});

test('a removal is told with its reason, an approval and a refusal too', async () => {
  const { chainId } = await organizeChain(owner, { approval: true });
  const [good, bad] = [test_.person(), test_.person()];
  const one = await join(good, chainId, { name: '甲' });
  const other = await join(bad, chainId, { name: '乙' });
  await allow(test_, good);
  await allow(test_, bad);
  await owner.data('chains.decide', { chainId, entryIds: [one.entryId], approve: true });
  await owner.data('chains.decide', {
    chainId,
    entryIds: [other.entryId],
    approve: false,
    reason: '人数已定',
  });
  await courier();
  expect(newsOf(test_, good)).toEqual(['审核通过']);
  expect(messagesTo(test_, bad).map(values => [values[1], values[3]])).toEqual([['没有通过', '人数已定']]);
  await allow(test_, good);
  await owner.data('chains.remove', { chainId, entryId: one.entryId, reason: '重复报名' });
  await courier();
  expect(messagesTo(test_, good).at(-1)?.slice(1, 4)).toEqual(['已被移出', expect.any(String), '重复报名']);
});

test('when WeChat says that there is no permission, none is counted any more', async () => {
  const { chainId, first, second, entryId } = await withWaiting();
  test_.cloud.openapi({ errors: { 'subscribeMessage.send': { errcode: 43101, errmsg: 'user refuse' } } });
  await second.data('chains.subscribe', { requestId: newRequest(), kinds: ['promoted'] });
  await first.data('chains.leave', { chainId, entryId });
  await courier();
  test_.cloud.openapi({ errors: {} });
  await courier();
  expect(newsOf(test_, second)).toEqual([]);
  expect((await leftOf(second)).promoted).toBe(0);
});

test('what WeChat did not take is given back and sent later; a wrong template is not tried again', async () => {
  const { chainId, first, second, entryId } = await withWaiting();
  test_.cloud.openapi({ errors: { 'subscribeMessage.send': { errcode: -1, errmsg: 'system error' } } });
  await first.data('chains.leave', { chainId, entryId });
  await courier();
  expect((await leftOf(second)).promoted).toBe(1);
  test_.cloud.openapi({ errors: {} });
  await test_.cloud.advance(MINUTE_MS);
  await courier();
  expect(newsOf(test_, second)).toEqual(['候补成功']);

  const other = await withWaiting();
  test_.cloud.openapi({
    errors: { 'subscribeMessage.send': { errcode: 40037, errmsg: 'invalid template_id' } },
  });
  await other.first.data('chains.leave', { chainId: other.chainId, entryId: other.entryId });
  await courier();
  test_.cloud.openapi({ errors: {} });
  await courier();
  expect(newsOf(test_, other.second)).toEqual([]);
  expect((await leftOf(other.second)).promoted).toBe(1);
});

test('a lost reply between taking and sending costs nobody a message and sends none twice', async () => {
  const { chainId, first, second, entryId } = await withWaiting();
  await first.data('chains.leave', { chainId, entryId });
  test_.cloud.faults({ lostReplyRate: 1, action: TAKE, times: 1 });
  await courier();
  await courier();
  expect(newsOf(test_, second)).toEqual(['候补成功']);
  expect((await leftOf(second)).promoted).toBe(0);
});

test('a message that WeChat did not answer is not sent again', async () => {
  const { chainId, first, second, entryId } = await withWaiting();
  await first.data('chains.leave', { chainId, entryId });
  test_.cloud.faults({ lostReplyRate: 1, action: '^wx.openApi', times: 1 });
  await courier();
  await courier();
  expect(newsOf(test_, second)).toEqual(['候补成功']);
});

test('a courier that is killed is followed by one that tells the others, and nobody twice', async () => {
  const { chainId } = await organizeChain(owner, {});
  const people = Array.from({ length: 6 }, () => test_.person());
  for (const person of people) {
    await join(person, chainId);
    await allow(test_, person, ['verdict']);
  }
  await owner.data('chains.steer', { chainId, to: 'cancelled', reason: '下雨' });
  test_.cloud.faults({ killInstanceRate: 1, action: '^wx.openApi', times: 1, skip: 2 });
  await courier().catch(() => undefined);
  test_.cloud.faults({});
  await courier();
  const counts = people.map(person => newsOf(test_, person).length);
  expect(Math.max(...counts)).toBe(1);
  // Those whose acceptance was taken when the courier died may have got nothing: a message too few is better than one twice.
  expect(counts.filter(count => count === 1).length).toBeGreaterThanOrEqual(2);
  expect(messagesTo(test_, people[0] ?? owner).every(values => values[3] === '下雨')).toBe(true);
  const [chain] = await test_.database.find('chains', { _id: chainId });
  expect(chain?.['outbox']).toEqual([]);
});

test('an openid that cannot be read is not tried again, and costs no acceptance', async () => {
  const { chainId, first, second, entryId } = await withWaiting();
  await test_.database.set('subscriptions', { _id: uidOf(second.openid) }, { openid: 'sealed otherwise' });
  await first.data('chains.leave', { chainId, entryId });
  await courier();
  const [chain] = await test_.database.find('chains', { _id: chainId });
  expect(chain?.['outbox']).toEqual([]);
  expect((await leftOf(second)).promoted).toBe(1);
});

test('news that WeChat does not take stands behind the news of other chains', async () => {
  const { chainId } = await organizeChain(owner, {});
  const [chain] = await test_.database.find('chains', { _id: chainId });
  const [unlucky, lucky] = [test_.person(), test_.person()];
  for (const person of [unlucky, lucky]) await allow(test_, person, ['verdict']);
  test_.cloud.subscribe(unlucky.openid, 'template-verdict', 50);
  await test_.database.set('subscriptions', { _id: uidOf(unlucky.openid) }, { 'left.verdict': 50 });
  const withNews = (name: string, { openid }: Account) => ({
    ...{ ...chain, _id: name },
    outbox: [{ id: 'news', kind: 'removed', keys: [], at: test_.cloud.now(), to: [uidOf(openid)] }],
  });
  // As many as a courier looks at.
  const failing = Array.from({ length: 50 }, (_, index) => withNews(`failing${index}`, unlucky));
  await test_.database.insert('chains', failing);
  test_.cloud.openapi({ errors: { 'subscribeMessage.send': { errcode: -1, errmsg: 'system error' } } });
  const tried = () => test_.database.find('chains', { 'outbox.since': { $gt: 0 } });
  for (let run = 0; run < 5 && (await tried()).length < failing.length; run += 1) await courier();
  await test_.database.insert('chains', [withNews('later', lucky)]);
  test_.cloud.openapi({ errors: {} });
  await courier();
  expect(newsOf(test_, lucky)).toEqual(['已被移出']);
  await test_.cloud.advance(2 * MINUTE_MS);
  await courier();
  expect(newsOf(test_, unlucky)).toContain('已被移出');
});
