import type { ChainView } from '../../typings/contract/chains';
import type { Account } from '../support/functions/account';
import { join, organizeChain, seen } from '../support/functions/chain-account';
import { TestCloud } from '../support/functions/test-cloud';

const HOUR_MS = 3_600_000;

/** Of all that is logged, what was erased. */
const ERASED = { what: { $in: ['erased', 'purged'] } };

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.stop());

interface Scene {
  owner: Account;
  member: Account;
  chain: ChainView;
}

/** A chain with a member who waits behind another. */
async function newScene(given: object = {}): Promise<Scene> {
  const [owner, member] = [cloud.person(), cloud.person()];
  const { chainId } = await organizeChain(owner, { capacity: 1, ...given });
  await join(cloud.person(), chainId, { name: '第一位' });
  await join(member, chainId, { name: '第二位' });
  return { owner, member, chain: await seen(owner, chainId) };
}

const trashed = async (owner: Account) => (await owner.data('chains.list', { scope: 'trashed' })).items;

/** Everything that is kept of a chain. */
async function remains(chainId: string): Promise<number> {
  const all = await Promise.all([
    cloud.database.find('chains', { $or: [{ _id: chainId }, { series: chainId }] }),
    cloud.database.find('entries', { chain: chainId }),
    cloud.database.find('chain_events', { chain: chainId }),
    cloud.database.find('rosters', { _id: chainId }),
    cloud.database.find('make_ups', { series: chainId }),
  ]);
  return all.flat().length;
}

test('a trashed chain is in no list but the trash’s, its people hear that it is gone, and a restore is complete', async () => {
  const { owner, member, chain } = await newScene();
  const { chainId } = chain;
  const before = await cloud.database.find('chains', { _id: chainId });
  const { purgeAt } = await owner.data('chains.trash', { chainId });
  expect(Math.abs(purgeAt - cloud.cloud.now() - 72 * HOUR_MS)).toBeLessThan(60_000);
  expect((await owner.data('chains.trash', { chainId })).purgeAt).toBe(purgeAt);
  expect((await owner.data('chains.list', { scope: 'organized' })).items).toEqual([]);
  expect((await member.data('chains.list', { scope: 'joined' })).items).toEqual([]);
  expect(await trashed(member)).toEqual([]);
  expect(await trashed(owner)).toMatchObject([{ chainId, phase: 'trashed', purgeAt, joined: 1, waiting: 1 }]);
  expect(await seen(owner, chainId)).toMatchObject({ phase: 'trashed', canRestore: true, purgeAt });
  expect(await member.refusal('chains.show', { chainId })).toMatchObject({ code: 'GONE' });
  expect(await cloud.person().refusal('chains.show', { chainId })).toMatchObject({ code: 'NOT_FOUND' });
  const fields = { chainId, requestId: 'request-late', name: '新来的', answers: {} };
  expect(await cloud.person().refusal('chains.join', fields)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await member.refusal('chains.join', { ...fields, forOther: true })).toMatchObject({ code: 'GONE' });
  const changes = { chainId, rev: chain.rev, changes: { title: '改' } };
  expect(await owner.refusal('chains.edit', changes)).toMatchObject({ code: 'GONE' });
  const { chain: back } = await owner.data('chains.restore', { chainId });
  expect(back).toMatchObject({ phase: 'full', joined: 1, waiting: 1, rev: chain.rev });
  const [after] = await cloud.database.find('chains', { _id: chainId });
  expect({ ...after, log: [] }).toEqual({ ...before[0], log: [] });
  expect((await seen(member, chainId)).mine).toMatchObject([{ status: 'waiting', number: 2 }]);
});

test('erased now: gone at once for everybody, and nothing remains but a line without content', async () => {
  const { owner, member, chain } = await newScene();
  const { chainId } = chain;
  expect(await owner.refusal('chains.erase', { chainId, confirmed: true })).toMatchObject({
    code: 'CONFLICT',
  });
  await owner.data('chains.trash', { chainId });
  expect(await owner.data('chains.erase', { chainId, confirmed: true })).toEqual({ erased: true });
  for (const account of [owner, member])
    expect(await account.refusal('chains.show', { chainId })).toMatchObject({ code: 'GONE' });
  expect(await owner.refusal('chains.restore', { chainId })).toMatchObject({ code: 'GONE' });
  expect(await trashed(owner)).toEqual([]);
  await cloud.runTimer('janitor');
  expect(await remains(chainId)).toBe(0);
  const { uid } = await owner.data('me.show', {});
  const logs = await cloud.database.find('logs', { owner: uid, ...ERASED });
  expect(logs).toMatchObject([{ what: 'erased', kind: 'chain', count: 1 }]);
  expect(Object.keys(logs[0] ?? {}).sort()).toEqual(['_id', 'at', 'count', 'kind', 'owner', 'what']);
});

test('72 hours later it is gone for every reader, however late the timer, and then erased with its rounds and pictures', async () => {
  const { owner, chain } = await newScene();
  const { uid } = await owner.data('me.show', {});
  const series = await organizeChain(owner, { recurrence: everyDay() });
  const round = await seen(owner, series.chainId);
  await join(cloud.person(), round.chainId);
  for (const { chainId } of [chain, series]) await owner.data('chains.trash', { chainId });
  expect(await trashed(owner)).toHaveLength(2);
  await cloud.cloud.advance('72h');
  expect(await trashed(owner)).toEqual([]);
  for (const { chainId } of [chain, series]) {
    expect(await owner.refusal('chains.show', { chainId })).toMatchObject({ code: 'GONE' });
    expect(await owner.refusal('chains.restore', { chainId })).toMatchObject({ code: 'GONE' });
  }
  await cloud.runTimer('janitor');
  for (const chainId of [chain.chainId, series.chainId, round.chainId])
    expect(await remains(chainId)).toBe(0);
  expect(await cloud.database.find('logs', { owner: uid, ...ERASED })).toMatchObject(
    Array(2).fill({ what: 'purged', kind: 'chain', count: 1 }),
  );
  expect(await owner.refusal('chains.show', { chainId: chain.chainId })).toMatchObject({ code: 'NOT_FOUND' });
});

/** Every day, from today by UTC's clocks. */
function everyDay() {
  const day = (days: number) => new Date(cloud.cloud.now() + days * 24 * HOUR_MS).toISOString().slice(0, 10);
  return { weekdays: [0, 1, 2, 3, 4, 5, 6], from: day(0), until: day(5), skip: [], makeUps: 0 };
}

/** A place is offered for an hour, and the chain lies in the trash for two. */
async function offerInTrash(given: object) {
  const [owner, first, second] = [cloud.person(), cloud.person(), cloud.person()];
  const { chainId } = await organizeChain(owner, { capacity: 1, holdHours: 1, ...given });
  const shown = await seen(owner, chainId);
  const { entryId } = await join(first, shown.chainId, { name: '第一位' });
  await join(second, shown.chainId, { name: '第二位' });
  await first.data('chains.leave', { chainId: shown.chainId, entryId });
  await owner.data('chains.trash', { chainId });
  await cloud.cloud.advance('2h');
  await owner.data('chains.restore', { chainId });
  return { second, chainId: shown.chainId, mine: (await seen(second, shown.chainId)).mine[0] };
}

test.each(['chain', 'round'])(
  'an offered place is offered as long as before, however long the %s lay in the trash',
  async what => {
    const { second, chainId, mine } = await offerInTrash(what === 'round' ? { recurrence: everyDay() } : {});
    expect(mine).toMatchObject({ status: 'offered' });
    await second.data('chains.confirm', { chainId, entryId: mine?.entryId ?? '' });
    expect((await seen(second, chainId)).mine).toMatchObject([{ status: 'in' }]);
  },
);

test('an offer that was put off ends when the event begins, at the latest', async () => {
  const eventAt = cloud.cloud.now() + 2.5 * HOUR_MS;
  expect((await offerInTrash({ eventAt })).mine).toMatchObject({ status: 'offered', offeredUntil: eventAt });
});

test('chains whose files cannot be deleted keep no other from being erased', async () => {
  const { owner, chain } = await newScene();
  await owner.data('chains.trash', { chainId: chain.chainId });
  const [document] = await cloud.database.find('chains', { _id: chain.chainId });
  const before = { ...document, purgeAt: cloud.cloud.now(), state: 'erasing', staffUids: [] };
  const ids = Array.from({ length: 21 }, (_, index) => `stuck${String(index).padStart(11, '0')}`);
  const settings = { title: '', fields: [], images: ['cloud://env.files/chains/nobody/a.png'] };
  await cloud.database.insert(
    'chains',
    ids.map(_id => ({ ...before, _id, settings })),
  );
  await cloud.cloud.advance('72h');
  cloud.cloud.faults({ action: '^storage\\.batchDeleteFile', errorRate: 1 });
  // A run may have no time for all of them.
  for (let run = 0; run < 5 && (await remains(chain.chainId)) > 0; run += 1) {
    await cloud.runTimer('janitor').finally(() => cloud.cloud.advance('5m'));
  }
  cloud.cloud.faults({});
  expect(await remains(chain.chainId)).toBe(0);
  const stuck = () => cloud.database.find('chains', { _id: { $in: ids } });
  expect(await stuck()).toHaveLength(21);
  for (let run = 0; run < 5 && (await stuck()).length > 0; run += 1) {
    await cloud.runTimer('janitor').finally(() => cloud.cloud.advance('5m'));
  }
  expect(await stuck()).toEqual([]);
});
