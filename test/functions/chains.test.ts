import type { Account } from '../support/functions/account';
import { draftOf, newRequest, organizeChain, seen } from '../support/functions/chain-account';
import { TestCloud } from '../support/functions/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.stop());

const newOwner = (): Account => cloud.person();

test('two settings are enough to make a chain that anybody who has its id sees, with one button', async () => {
  const owner = newOwner();
  const { chainId } = await organizeChain(owner);
  const chain = await seen(cloud.person(), chainId);
  expect(chain).toMatchObject({
    ...{
      title: '周六羽毛球',
      organizerName: '王教练',
      template: 'activity',
      perPerson: 1,
      eraseAfterDays: 30,
    },
    ...{ phase: 'open', joining: 'place', myRole: 'visitor', mine: [], joined: 0, rev: 1 },
    ...{ places: { taken: 0 }, waitlist: true, forOthers: true, approval: false, names: 'everyone' },
  });
  expect(chain).not.toHaveProperty('staff');
  expect(await seen(owner, chainId)).toMatchObject({
    myRole: 'owner',
    staff: [{ name: '王教练', role: 'owner' }],
  });
});

test('the same request makes one chain, however often it is sent', async () => {
  const owner = newOwner();
  const requestId = newRequest();
  const call = () => owner.data('chains.create', { requestId, draft: draftOf() });
  const all = await Promise.all([call(), call(), call()]);
  expect(new Set(all.map(({ chain }) => chain.chainId)).size).toBe(1);
  expect(
    (await owner.data('chains.create', { requestId, draft: draftOf({ capacity: 3 }) })).chain.places,
  ).toEqual({
    taken: 0,
  });
  expect(
    await cloud.database.find('chains', { staffUids: (await owner.data('me.show', {})).uid }),
  ).toHaveLength(1);
});
