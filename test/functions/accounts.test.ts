import { join, organizeChain, seen } from '../support/functions/chain-account';
import { TestCloud } from '../support/functions/test-cloud';

const HOUR_MS = 3_600_000;

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.stop());

test('a deletion comes 72 hours after it was asked for, and asking again changes nothing', async () => {
  const person = cloud.person();
  const { deletion } = await person.data('me.requestDeletion', { confirmed: true });
  expect(deletion).toEqual({
    requestedAt: expect.any(Number),
    eraseAt: (deletion?.requestedAt ?? 0) + 72 * HOUR_MS,
  });
  await cloud.cloud.advance('1h');
  expect((await person.data('me.requestDeletion', { confirmed: true })).deletion).toEqual(deletion);
  expect((await person.data('me.show', {})).deletion).toEqual(deletion);
  expect((await person.data('home.show', {})).me.deletion).toEqual(deletion);
  await person.add({ name: '照常可以添加' });
});

test('a deletion is withdrawn once for all', async () => {
  const person = cloud.person();
  expect(await person.data('me.withdrawDeletion', {})).not.toHaveProperty('deletion');
  await person.data('me.requestDeletion', { confirmed: true });
  await cloud.cloud.advance('71h');
  expect(await person.data('me.withdrawDeletion', {})).not.toHaveProperty('deletion');
  expect(await person.data('me.withdrawDeletion', {})).not.toHaveProperty('deletion');
  await cloud.cloud.advance('2h');
  expect(await person.data('home.show', {})).toBeDefined();
});

test('from the end of the 72 hours on the account is gone, before any janitor comes', async () => {
  const person = cloud.person();
  await person.data('me.change', { theme: 'dark' });
  await person.data('me.requestDeletion', { confirmed: true });
  await cloud.cloud.advance('72h');
  for (const refusal of [
    await person.refusal('me.show', {}),
    await person.refusal('home.show', {}),
    await person.refusal('me.change', { theme: 'light' }),
    await person.refusal('me.withdrawDeletion', {}),
    await person.refusal('me.requestDeletion', { confirmed: true }),
  ])
    expect(refusal).toMatchObject({ code: 'GONE', message: expect.stringContaining('删除') });
});

test('before it is asked for it is told what goes, what is handed on and what stays', async () => {
  const [person, heir, other] = [cloud.person(), cloud.person(), cloud.person()];
  const [first = ''] = await person.seed(3);
  await person.seed(2, 'like');
  await person.remove([first]);
  const alone = await organizeChain(person, { title: '没有接班人' });
  await join(other, alone.chainId);
  const handed = await organizeChain(person, { title: '有接班人' });
  const { entryId } = await join(heir, handed.chainId, { name: '李四' });
  await person.data('chains.appoint', {
    ...{ chainId: handed.chainId, entryId, role: 'organizer' as const, successor: true },
  });
  const trashed = await organizeChain(person, { title: '已删除' });
  await person.data('chains.trash', { chainId: trashed.chainId });
  const elsewhere = await organizeChain(other);
  await join(person, elsewhere.chainId);
  await join(person, elsewhere.chainId, { name: '奶奶', forOther: true });
  await join(person, alone.chainId);
  expect(await person.data('me.previewDeletion', {})).toEqual({
    items: { follow: 2, like: 2, favorite: 0, trash: 1 },
    ownChains: [
      { chainId: handed.chainId, title: '有接班人', entries: 1, fate: 'handed', successorName: '李四' },
      { chainId: alone.chainId, title: '没有接班人', entries: 2, fate: 'erased' },
    ],
    entriesElsewhere: 2,
  });
  expect(await cloud.callsOf(() => person.data('me.previewDeletion', {}))).toBe(3);
  expect((await seen(other, elsewhere.chainId)).joined).toBe(2);
});
