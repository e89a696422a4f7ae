import type { LogLine } from '../../typings/contract/accounts';
import type { Account } from '../support/functions/account';
import { join, newRequest, organizeChain } from '../support/functions/chain-account';
import { TestCloud } from '../support/functions/test-cloud';

jest.setTimeout(120_000);

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterEach(() => cloud.cloud.faults({}));
afterAll(() => cloud.stop());

const DAY = 86_400_000;

/** The whole log, page after page. */
async function logOf(person: Account): Promise<LogLine[]> {
  const all: LogLine[] = [];
  for (let cursor: { cursor?: string } | undefined = {}; cursor; ) {
    const page: { items: LogLine[]; cursor?: string } = await person.data('me.log', cursor);
    all.push(...page.items);
    cursor = page.cursor === undefined ? undefined : { cursor: page.cursor };
  }
  return all;
}

/** What happened, oldest first, as `what kind × count`. */
const told = (lines: LogLine[]): string[] =>
  lines
    .map(({ what, kind, count }) => [what, kind, count].filter(part => part !== undefined).join(' '))
    .reverse();

test('what is done with items has one line each, without content', async () => {
  const person = cloud.person();
  const { id } = await person.add({ name: '甲', note: '私人' });
  await person.data('items.edit', { id, changes: { starred: true } });
  const ids = await person.seed(4, 'like', '赞');
  const { batchId } = await person.remove(ids.slice(0, 3), 'like');
  await person.data('trash.restore', { ids: ids.slice(0, 1) });
  await person.data('batches.undo', { batchId });
  await person.remove([id]);
  await person.data('trash.erase', { ids: [id], confirmed: true });
  await person.data('exports.create', { format: 'csv' });
  const lines = await logOf(person);
  expect(told(lines)).toEqual([
    ...['added follow', 'edited follow', 'imported like 4', 'removed like 3', 'restored 1', 'undone like 2'],
    ...['removed follow 1', 'erased follow 1', 'exported 4'],
  ]);
  expect(JSON.stringify(lines)).not.toMatch(/甲|赞|私人/);
  expect(lines.every(({ at }) => at > 1_600_000_000_000)).toBe(true);
  expect(await logOf(cloud.person())).toEqual([]);
});

test('what changed nothing has no line', async () => {
  const person = cloud.person();
  const [id = ''] = await person.seed(1);
  const before = await logOf(person);
  await person.data('trash.restore', { ids: [id] });
  await person.data('me.change', {});
  await person.data('me.saveProfile', {});
  await person.data('items.opened', { id });
  await person.refusal('items.edit', { id, rev: 9, changes: { starred: true } });
  expect(await logOf(person)).toEqual(before);
});

test('a call that is sent again because its reply was lost has one line', async () => {
  const person = cloud.person();
  await person.data('me.show', {});
  const staged = await person.data('imports.stage', { kind: 'follow', source: { text: '甲\n乙' } });
  const { importId } = staged.import;
  for (let time = 0; time < 3; time += 1) await person.data('imports.commit', { importId });
  for (let time = 0; time < 3; time += 1) await person.data('imports.undo', { importId });
  const draft = { title: '春游', organizerName: '王老师' };
  const requestId = newRequest();
  for (let time = 0; time < 2; time += 1) await person.data('chains.create', { requestId, draft });
  expect(told(await logOf(person))).toEqual([
    'imported follow 2',
    'import-undone follow 2',
    'chain-created chain',
  ]);
});

test('what people do in chains is told from the entries, what organizers do to entries by a line', async () => {
  const owner = cloud.person();
  const { chainId } = await organizeChain(owner);
  const person = cloud.person();
  const { entryId } = await join(person, chainId);
  await person.data('chains.editEntry', { chainId, entryId, name: '李四' });
  await owner.data('chains.markPaid', { chainId, entryIds: [entryId], payment: 'paid' });
  await person.data('chains.leave', { chainId, entryId });
  await owner.data('chains.steer', { chainId, to: 'closed' });
  expect(told(await logOf(person))).toEqual(['joined chain', 'entry-edited chain', 'left chain']);
  expect(told(await logOf(owner))).toEqual([
    'chain-created chain',
    'entries-handled chain 1',
    'chain-steered chain',
  ]);
  expect(await cloud.database.find('logs', { what: 'joined' })).toEqual([]);
});

test('what the program erased is told as its doing', async () => {
  const person = cloud.person();
  await person.remove(await person.seed(2));
  await cloud.cloud.advance('72h');
  await cloud.runTimer('janitor');
  expect((await logOf(person))[0]).toMatchObject({
    what: 'purged',
    kind: 'follow',
    count: 2,
    byProgram: true,
  });
  await cloud.advanceTo(10);
});

test('pages meet every line once, however many fall on one instant and whatever is added meanwhile', async () => {
  const person = cloud.person();
  const { uid } = await person.data('me.show', {});
  const now = cloud.cloud.now();
  const lines = Array.from({ length: 130 }, (_, index) => ({
    _id: `line-${String((index * 37) % 130).padStart(4, '0')}`,
    ...{ owner: uid, what: 'edited', kind: 'follow', at: index < 110 ? now - 1000 : now - index },
  }));
  await cloud.database.insert('logs', lines);
  const first = await person.data('me.log', {});
  expect(first.items).toHaveLength(50);
  await person.add({ name: '乙' });
  const rest = [];
  for (let { cursor } = first; cursor !== undefined; ) {
    const page = await person.data('me.log', { cursor });
    rest.push(...page.items);
    cursor = page.cursor;
  }
  const all = [...first.items, ...rest];
  expect(all.map(line => line.at)).toEqual([...all.map(line => line.at)].sort((a, b) => b - a));
  expect(new Set(all.map(line => line.id)).size).toBe(130);
});

test('a page costs one database request', async () => {
  const person = cloud.person();
  await person.seed(1);
  await person.data('me.show', {});
  expect(await cloud.callsOf(() => person.data('me.log', {}))).toBe(1);
  const cursor = 'W10';
  expect((await person.refusal('me.log', { cursor })).code).toBe('BAD_INPUT');
});

test('a line costs its call one request, and a call whose line cannot be written has succeeded', async () => {
  const person = cloud.person();
  await person.data('me.show', {});
  expect(await cloud.callsOf(() => person.data('me.change', { theme: 'dark' }))).toBe(3);
  cloud.cloud.faults({ errorRate: 1, action: '^database\\.insertDocument$', seed: 1 });
  const { settings } = await person.data('me.change', { theme: 'light' });
  cloud.cloud.faults({});
  expect(settings.theme).toBe('light');
  expect(told(await logOf(person))).toEqual(['settings-changed']);
});

test('lines go after a year, decisions of administrators stay', async () => {
  const person = cloud.person();
  await person.add({ name: '丙' });
  const { uid } = await person.data('me.show', {});
  const at = cloud.cloud.now();
  await cloud.database.insert('logs', [{ _id: 'a-decision', owner: uid, what: 'decided', at }]);
  await cloud.cloud.advance(365 * DAY - 60_000);
  await cloud.runTimer('janitor');
  expect(told(await logOf(person))).toEqual(['added follow']);
  await cloud.cloud.advance(120_000);
  await cloud.runTimer('janitor');
  expect(await logOf(person)).toEqual([]);
  expect(await cloud.database.find('logs', { owner: uid })).toHaveLength(1);
});
