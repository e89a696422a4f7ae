import type { Account } from '../support/functions/account';
import { join, organizeChain } from '../support/functions/chain-account';
import { allow, messagesTo, newsOf } from '../support/functions/notice-people';
import { TestCloud } from '../support/functions/test-cloud';

jest.setTimeout(120_000);

const HOUR_MS = 3_600_000;
let test_: TestCloud;
let owner: Account;

beforeAll(async () => {
  test_ = await TestCloud.start();
  owner = test_.person();
});
afterEach(() => test_.cloud.faults({}));
afterAll(() => test_.stop());

const courier = () => test_.runTimer('courier');
const stored = async (chainId: string) => (await test_.database.find('chains', { _id: chainId }))[0];

/** A chain that closes in an hour and wants two people, with these. */
async function closing(people: Account[], given = {}): Promise<string> {
  const closesAt = test_.cloud.now() + HOUR_MS;
  const { chainId } = await organizeChain(owner, {
    closesAt,
    minimum: 2,
    capacity: 2,
    waitlist: true,
    ...given,
  });
  for (const person of people) {
    await join(person, chainId);
    await allow(test_, person, ['verdict']);
  }
  return chainId;
}

const people = (count: number): Account[] => Array.from({ length: count }, () => test_.person());

test('at its deadline, not before, a chain with enough people is confirmed, once, to those who are in', async () => {
  const [one = owner, two = owner, waiting = owner] = people(3);
  const chainId = await closing([one, two, waiting]);
  await allow(test_, owner, ['verdict']);
  await courier();
  expect(await stored(chainId)).not.toHaveProperty('verdict');
  await test_.cloud.advance(HOUR_MS);
  await Promise.all([courier(), courier()]);
  await courier();
  expect(await stored(chainId)).toMatchObject({ verdict: 'go', state: 'open', outbox: [] });
  expect([one, two, waiting, owner].map(person => newsOf(test_, person))).toEqual([
    ['如期举行'],
    ['如期举行'],
    [],
    ['如期举行'],
  ]);
});

test('with too few people it is called off, and everybody is told why, who waits to be approved too', async () => {
  const [one = owner, asking = owner] = people(2);
  const chainId = await closing([one], { approval: false });
  const other = await closing([asking], { approval: true });
  await test_.cloud.advance(HOUR_MS);
  await courier();
  for (const person of [one, asking]) expect(newsOf(test_, person)).toEqual(['活动取消']);
  expect(messagesTo(test_, one)[0]?.[3]).toBe('报名 1 人，不到最少 2 人');
  expect(await stored(chainId)).toMatchObject({ verdict: 'cancel', state: 'cancelled' });
  expect(await stored(other)).toMatchObject({ verdict: 'cancel', state: 'cancelled' });
  const { chain } = await one.data('chains.show', { chainId });
  expect(chain).toMatchObject({ phase: 'cancelled', cancelReason: '报名 1 人，不到最少 2 人' });
  const { items } = await owner.data('chains.history', { chainId });
  expect(items[0]).toMatchObject({ what: 'decided', detail: '报名 1 人，不到最少 2 人' });
});

test('a chain without a minimum, one in the trash and one that was called off are not decided', async () => {
  const plain = await organizeChain(owner, { closesAt: test_.cloud.now() + HOUR_MS });
  const trashed = await closing([]);
  const cancelled = await closing([]);
  await owner.data('chains.trash', { chainId: trashed });
  await owner.data('chains.steer', { chainId: cancelled, to: 'cancelled' });
  await test_.cloud.advance(HOUR_MS);
  await courier();
  for (const chainId of [plain.chainId, trashed, cancelled])
    expect(await stored(chainId)).not.toHaveProperty('verdict');
});

test('an organizer who opens it again for longer has it decided anew', async () => {
  const chainId = await closing(people(1));
  await test_.cloud.advance(HOUR_MS);
  await courier();
  const { chain } = await owner.data('chains.show', { chainId });
  const closesAt = test_.cloud.now() + HOUR_MS;
  await owner.data('chains.edit', { chainId, rev: chain.rev, changes: { closesAt } });
  await owner.data('chains.steer', { chainId, to: 'open' });
  await join(test_.person(), chainId);
  await courier();
  expect(await stored(chainId)).not.toHaveProperty('verdict');
  await test_.cloud.advance(HOUR_MS);
  await courier();
  expect(await stored(chainId)).toMatchObject({ verdict: 'go', state: 'open' });
});

test('a decision whose reply is lost stands and is told once', async () => {
  const [one = owner, two = owner] = people(2);
  const chainId = await closing([one, two]);
  await test_.cloud.advance(HOUR_MS);
  test_.cloud.faults({ lostReplyRate: 1, action: '^database.modifyAndReturnDoc', times: 1 });
  await courier().catch(() => undefined);
  test_.cloud.faults({});
  await courier();
  expect(await stored(chainId)).toMatchObject({ verdict: 'go', outbox: [] });
  for (const person of [one, two]) expect(newsOf(test_, person)).toEqual(['如期举行']);
});
