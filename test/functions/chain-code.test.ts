import type { Account } from '../support/functions/account';
import { join, organizeChain } from '../support/functions/chain-account';
import { TestCloud } from '../support/functions/test-cloud';

jest.setTimeout(120_000);

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const SET = 'updatableMessage.setUpdatableMsg';
let test_: TestCloud;
let owner: Account;

beforeAll(async () => {
  test_ = await TestCloud.start();
  owner = test_.person();
});
afterEach(() => {
  test_.cloud.faults({});
  test_.cloud.openapi({ errors: {} });
});
afterAll(() => test_.stop());

const nextMinute = async (): Promise<void> => {
  await test_.cloud.advance(MINUTE_MS);
  await test_.runTimer('courier');
};

/** What a card was told to show, oldest first: `3/8`, `begun`. */
const shownOn = (activityId: string | undefined): string[] =>
  test_.cloud.sent({ api: SET }).flatMap(({ parameters }) => {
    const { activity_id: id, target_state: state, template_info: info } = parameters;
    if (id !== activityId) return [];
    const { parameter_list: list } = info as { parameter_list: { name: string; value: string }[] };
    return [state === 1 ? 'begun' : list.map(({ value }) => value).join('/')];
  });

const made = (api: string): number =>
  test_.cloud.sent({ api: '*' }).filter(record => record.api === api).length;

test('a chain’s code is made once, leads to the chain and is a picture that anybody can fetch', async () => {
  const { chainId } = await organizeChain(owner, {});
  const before = made('wxacode.getUnlimited');
  const { url } = await owner.data('chains.code', { chainId });
  const again = await test_.person().data('chains.code', { chainId });
  expect(made('wxacode.getUnlimited')).toBe(before + 1);
  const [record] = test_.cloud.sent({ api: 'wxacode.getUnlimited' });
  expect(record?.parameters).toMatchObject({ scene: chainId, page: 'chain/pages/detail/detail' });
  const [first, second] = await Promise.all(
    [url, again.url].map(async one => (await fetch(one)).arrayBuffer()),
  );
  expect(
    Buffer.from(first ?? new ArrayBuffer(0))
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
  expect(second).toEqual(first);
});

test('without an answer of WeChat there is no code now, and one later', async () => {
  const { chainId } = await organizeChain(owner, {});
  test_.cloud.openapi({ errors: { 'wxacode.getUnlimited': { errcode: 45009, errmsg: 'reach max api' } } });
  expect(await owner.refusal('chains.code', { chainId })).toMatchObject({ code: 'UNAVAILABLE' });
  test_.cloud.openapi({ errors: {} });
  test_.cloud.faults({ errorRate: 1, action: '^wx.openApi' });
  expect(await owner.refusal('chains.code', { chainId })).toMatchObject({ code: 'UNAVAILABLE' });
  test_.cloud.faults({});
  expect((await owner.data('chains.code', { chainId })).url).toMatch(/^http/);
});

test('a shared card shows the places taken within a minute, and says when joining is over', async () => {
  const closesAt = test_.cloud.now() + HOUR_MS;
  const { chainId } = await organizeChain(owner, { capacity: 8, closesAt });
  const { activityId, chain } = await owner.data('chains.shareCard', { chainId });
  expect(chain.activityId).toBe(activityId);
  expect((await test_.person().data('chains.shareCard', { chainId })).activityId).toBe(activityId);
  await nextMinute();
  expect(shownOn(activityId)).toEqual([]);
  const member = test_.person();
  const { entryId } = await join(member, chainId);
  await join(test_.person(), chainId);
  await nextMinute();
  await nextMinute();
  await member.data('chains.leave', { chainId, entryId });
  await nextMinute();
  expect(shownOn(activityId)).toEqual(['2/8', '1/8']);
  await test_.cloud.advance(HOUR_MS);
  await test_.runTimer('courier');
  await nextMinute();
  expect(shownOn(activityId)).toEqual(['2/8', '1/8', 'begun']);
  expect(await owner.data('chains.shareCard', { chainId })).not.toHaveProperty('activityId');
});

test('without a limit a card counts people of the 2,000 a chain can have, who waits or has left not', async () => {
  const { chainId } = await organizeChain(owner, {});
  const { activityId } = await owner.data('chains.shareCard', { chainId });
  await join(test_.person(), chainId);
  await nextMinute();
  expect(shownOn(activityId)).toEqual(['1/2000']);
});

test('a card that was not answered is tried again; a day later it gets a new activity', async () => {
  const { chainId } = await organizeChain(owner, { capacity: 3 });
  const { activityId } = await owner.data('chains.shareCard', { chainId });
  await join(test_.person(), chainId);
  test_.cloud.faults({ errorRate: 1, action: '^wx.openApi' });
  await nextMinute();
  test_.cloud.faults({});
  await nextMinute();
  expect(shownOn(activityId)).toEqual(['1/3']);
  await test_.cloud.advance(23 * HOUR_MS);
  const later = await owner.data('chains.shareCard', { chainId });
  expect(later.activityId).not.toBe(activityId);
  await join(test_.person(), chainId);
  await nextMinute();
  expect(shownOn(later.activityId)).toEqual(['2/3']);
  expect(shownOn(activityId)).toEqual(['1/3']);
});

test('when WeChat gives no activity the card is shared without live numbers', async () => {
  const { chainId } = await organizeChain(owner, {});
  test_.cloud.openapi({
    errors: { 'updatableMessage.createActivityId': { errcode: -1, errmsg: 'system error' } },
  });
  const reply = await owner.data('chains.shareCard', { chainId });
  expect(reply).not.toHaveProperty('activityId');
  expect(reply.chain.chainId).toBe(chainId);
});
