import type { Account } from '../support/functions/account';
import {
  join,
  joinAll,
  newRequest,
  organizeChain,
  seen,
} from '../support/functions/chain-account';
import { TestCloud } from '../support/functions/test-cloud';

jest.setTimeout(240_000);

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.stop());

const people = (count: number): Account[] => Array.from({ length: count }, () => cloud.person());

/** A phone that showed the form before: the document its limits are in is there. */
async function withForm(person: Account): Promise<Account> {
  await person.data('chains.contacts', {});
  return person;
}

test('a join costs four database requests, a leave that promotes somebody four', async () => {
  const owner = cloud.person();
  const { chainId } = await organizeChain(owner, { capacity: 1 });
  const [first, second] = [await withForm(cloud.person()), await withForm(cloud.person())];
  const input = { chainId, name: '张三', answers: {} };
  expect(await cloud.callsOf(() => first.data('chains.join', { ...input, requestId: newRequest() }))).toBe(4);
  expect(await cloud.callsOf(() => join(second, chainId))).toBe(4);
  const [mine] = (await seen(first, chainId)).mine;
  const calls = await cloud.callsOf(() =>
    first.data('chains.leave', { chainId, entryId: mine?.entryId ?? '' }),
  );
  expect(calls).toBeLessThanOrEqual(5);
  const [promoted] = (await seen(second, chainId)).mine;
  expect(promoted).toMatchObject({ status: 'in', number: 2 });
});

test('places go in order, the rest waits in order, and everybody is told which', async () => {
  const owner = cloud.person();
  const { chainId } = await organizeChain(owner, { capacity: 2 });
  const entries = await joinAll(people(4), chainId);
  expect(entries.map(({ number, status, waitPosition }) => [number, status, waitPosition])).toEqual([
    [1, 'in', undefined],
    [2, 'in', undefined],
    [3, 'waiting', 1],
    [4, 'waiting', 2],
  ]);
});
