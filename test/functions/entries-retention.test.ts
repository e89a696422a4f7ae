import type { Account } from '../support/functions/account';
import { join, newRequest, organizeChain, phoneField, textField } from '../support/functions/chain-account';
import { TestCloud } from '../support/functions/test-cloud';

const PHONE = '13812345678';
const DAY_MS = 86_400_000;
const fields = [phoneField({ required: true }), textField()];
const given = { answers: { phone: PHONE, remark: '靠窗' } };

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.stop());

const runJanitor = async (): Promise<Record<string, number>> =>
  ((await cloud.runTimer('janitor')) as { data: Record<string, number> }).data;

const answersOf = async (owner: Account, chainId: string) =>
  (await owner.data('chains.entries', { chainId })).items.map(({ answers }) => answers);

const erasedEvents = async (chainId: string): Promise<string[]> => {
  const [chain] = await cloud.database.find('chains', { _id: chainId });
  const log = chain?.['log'] as { what: string; detail?: string }[];
  return log.filter(({ what }) => what === 'erased').map(({ detail = '' }) => detail);
};

test('personal answers go so many days after the event, of those who left too, and nothing else', async () => {
  const owner = cloud.person();
  const eventAt = cloud.cloud.now() + 5 * DAY_MS;
  const { chainId } = await organizeChain(owner, { fields, eventAt, eraseAfterDays: 2 });
  const later = await organizeChain(owner, { fields, eventAt: eventAt + DAY_MS, eraseAfterDays: 2 });
  for (const chain of [chainId, later.chainId]) await join(cloud.person(), chain, given);
  const leaver = cloud.person();
  const { entryId } = await join(leaver, chainId, given);
  await leaver.data('chains.leave', { chainId, entryId });
  await cloud.cloud.advance(7 * DAY_MS - 60_000);
  await runJanitor();
  expect(await answersOf(owner, chainId)).toEqual([given.answers]);
  await cloud.cloud.advance('61s');
  await runJanitor();
  expect(await answersOf(owner, chainId)).toEqual([{ remark: '靠窗' }]);
  expect(await answersOf(owner, later.chainId)).toEqual([given.answers]);
  expect(await cloud.database.find('entries', { chain: chainId, sealed: { $exists: true } })).toEqual([]);
  expect(await erasedEvents(chainId)).toEqual(['2 份报名']);
  await runJanitor();
  expect(await erasedEvents(chainId)).toHaveLength(1);
});

test('an edit after the erasure does not ask again for what was erased', async () => {
  const [owner, person] = [cloud.person(), cloud.person()];
  const { chainId } = await organizeChain(owner, { fields, eraseAfterDays: 1 });
  const { entryId } = await join(person, chainId, given);
  const edit = { chainId, entryId, answers: { remark: '靠门' } };
  expect(await person.refusal('chains.editEntry', edit)).toMatchObject({ path: 'answers.phone' });
  await cloud.cloud.advance('25h');
  await runJanitor();
  expect((await person.data('chains.editEntry', edit)).entry.answers).toEqual({ remark: '靠门' });
  const { items } = await owner.data('chains.history', { chainId });
  expect(items[0]).toMatchObject({ what: 'entry-edited', by: '张三', subject: '张三' });
});

test('an answer that lies open in a personal field is erased as well', async () => {
  const owner = cloud.person();
  const { chainId } = await organizeChain(owner, { fields, eraseAfterDays: 1 });
  const { entryId } = await join(cloud.person(), chainId, given);
  // The field was made personal while the answer was on its way.
  await cloud.database.set('entries', { _id: entryId }, { answers: { phone: PHONE, remark: '靠窗' } });
  await cloud.cloud.advance('25h');
  await runJanitor();
  const [entry] = await cloud.database.find('entries', { _id: entryId });
  expect([entry?.['answers'], entry?.['sealed']]).toEqual([{ remark: '靠窗' }, undefined]);
});

test('who joins after an erasure is erased with the next one, which is told of only when there was something', async () => {
  const owner = cloud.person();
  const { chainId } = await organizeChain(owner, { fields, eraseAfterDays: 1 });
  await cloud.cloud.advance('25h');
  await runJanitor();
  expect(await erasedEvents(chainId)).toEqual([]);
  await join(cloud.person(), chainId, given);
  await cloud.cloud.advance('23h');
  await runJanitor();
  expect(await answersOf(owner, chainId)).toEqual([given.answers]);
  await cloud.cloud.advance('1h');
  await runJanitor();
  expect(await answersOf(owner, chainId)).toEqual([{ remark: '靠窗' }]);
  expect(await erasedEvents(chainId)).toEqual(['1 份报名']);
});

test('what a janitor that died had erased is counted by the one that finishes', async () => {
  const owner = cloud.person();
  const { chainId } = await organizeChain(owner, { fields, eraseAfterDays: 1 });
  for (let index = 0; index < 3; index += 1) await join(cloud.person(), chainId, given);
  await cloud.cloud.advance('25h');
  // Everything was erased, and the chain does not know it.
  const [chain] = await cloud.database.find('chains', { _id: chainId });
  await runJanitor();
  await cloud.database.set('chains', { _id: chainId }, { log: [], eraseAt: chain?.['eraseAt'] });
  await runJanitor();
  expect(await erasedEvents(chainId)).toEqual(['3 份报名']);
});

test('details of a call that was killed before its seat go after 15 minutes; those with a seat stay', async () => {
  const owner = cloud.person();
  const { chainId } = await organizeChain(owner, { fields });
  const seated = await join(cloud.person(), chainId, given);
  const left = cloud.person();
  const { entryId } = await join(left, chainId, given);
  await left.data('chains.leave', { chainId, entryId });
  const [stored = { _id: '' }] = await cloud.database.find('entries', { _id: seated.entryId });
  const draft = { ...stored, _id: `e${'x'.repeat(32)}` };
  const orphan = { ...stored, _id: `e${'y'.repeat(32)}`, chain: 'z'.repeat(16) };
  await cloud.database.insert('entries', [draft, orphan]);
  await cloud.cloud.advance('14m');
  expect(await runJanitor()).toMatchObject({ drafts: 0 });
  await cloud.cloud.advance('61s');
  expect(await runJanitor()).toMatchObject({ drafts: 2 });
  const kept = await cloud.database.find('entries', { chain: { $in: [chainId, orphan.chain] } });
  expect(kept.map(({ _id }) => _id).sort()).toEqual([seated.entryId, entryId].sort());
  for (const one of kept) expect(one).not.toHaveProperty('unseatedAt');
  expect(await answersOf(owner, chainId)).toEqual([given.answers]);
});

test('a refused join leaves no details, and the same request gets details and a place when there is one', async () => {
  const owner = cloud.person();
  const { chainId } = await organizeChain(owner, { fields, capacity: 1, waitlist: false });
  const person = cloud.person();
  const input = { chainId, requestId: newRequest(), name: '李雷', ...given };
  const taken = await join(cloud.person(), chainId, given);
  expect(await person.refusal('chains.join', input)).toMatchObject({ code: 'FULL' });
  expect(await cloud.database.find('entries', { chain: chainId })).toHaveLength(1);
  await owner.data('chains.remove', { chainId, entryId: taken.entryId, reason: '重复报名' });
  const { entry } = await person.data('chains.join', input);
  await cloud.cloud.advance('16m');
  await runJanitor();
  expect((await person.data('chains.join', input)).entry.entryId).toBe(entry.entryId);
  expect(await answersOf(owner, chainId)).toEqual([given.answers]);
});
