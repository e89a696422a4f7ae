import type { AccountExport } from '../../typings/contract/accounts';
import type { Account } from '../support/functions/account';
import { join, organizeChain, phoneField, textField } from '../support/functions/chain-account';
import { TestCloud } from '../support/functions/test-cloud';

jest.setTimeout(120_000);

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterEach(() => cloud.cloud.faults({}));
afterAll(() => cloud.stop());

const MAX_BYTES = 5 * 1024 * 1024;

const parsed = async (url = ''): Promise<AccountExport> =>
  JSON.parse(await (await fetch(url)).text()) as AccountExport;

/** Everything of a person, part after part. */
async function takeout(person: Account): Promise<AccountExport[]> {
  const { files } = await person.data('me.export', {});
  return Promise.all(files.map(file => parsed(file.url)));
}

async function only(person: Account): Promise<AccountExport> {
  const [part, ...more] = await takeout(person);
  if (!part || more.length > 0) throw new Error('there is one part');
  return part;
}

test('somebody without anything gets a file that says so', async () => {
  const file = await only(cloud.person());
  expect(file).toMatchObject({ app: 'liyili', version: 1, part: 1, items: [], trash: [] });
  expect(file.person).toMatchObject({ settings: { theme: 'system' }, contacts: { me: {}, others: [] } });
});

test('items, trash, settings, profile, contacts, limits, batches and log are all in it', async () => {
  const person = cloud.person();
  const kept = await person.add({ name: '留下', tags: ['家'], folder: '本地', note: '私人' });
  const gone = await person.add({ name: '删掉' });
  await person.remove([gone.id]);
  await person.data('me.change', { theme: 'dark' });
  await person.data('me.saveProfile', { nickname: '老张' });
  const me = { name: '张三', phone: '13800138000' };
  await person.data('chains.saveContacts', { me, others: [{ name: '奶奶', phone: '13900139000' }] });
  const file = await only(person);
  expect(file.items).toMatchObject([{ name: kept.name, tags: ['家'], folder: '本地', note: '私人' }]);
  expect(file.trash).toMatchObject([{ name: '删掉' }]);
  expect(file.person).toMatchObject({
    ...{ nickname: '老张', settings: { theme: 'dark' } },
    contacts: { me, others: [{ name: '奶奶', phone: '13900139000' }] },
  });
  expect(file.person?.limits.find(({ policy }) => policy === 'unfollow')).toMatchObject({ remaining: 199 });
  expect(file.batches).toMatchObject([{ kind: 'follow', total: 1, removed: 1, undone: false }]);
  expect(file.log?.map(({ what }) => what)).toEqual([
    ...['contacts-changed', 'profile-changed', 'settings-changed', 'removed', 'added', 'added'],
  ]);
});

const fields = [phoneField(), textField({ id: 'illness', label: '忌口', personal: true })];
const answers = { phone: '13800138000', illness: '花生' };

test('entries have their personal answers in clear, own chains what their organizer sees', async () => {
  const owner = cloud.person();
  const { chainId } = await organizeChain(owner, { title: '春游', fields });
  await owner.data('chains.setRoster', { chainId, text: '李雷\n韩梅梅' });
  const person = cloud.person();
  await join(person, chainId, { name: '李雷', answers });
  const { entries } = await only(person);
  expect(entries).toMatchObject([
    { title: '春游', name: '李雷', mine: 'own', status: 'in', number: 1, chainId },
  ]);
  expect(entries?.[0]?.answers).toContainEqual({ label: '忌口', text: '花生' });
  const own = await only(owner);
  expect(own.chains).toMatchObject([{ chainId, settings: { title: '春游' }, roster: ['李雷', '韩梅梅'] }]);
  expect(own.chainEntries).toMatchObject([{ chainId, name: '李雷', answers }]);
  expect(own.entries).toBeUndefined();
});

test('of others it holds nothing that the person cannot see, and no id of anybody', async () => {
  const owner = cloud.person();
  const images = [`cloud://env.bucket/chains/${(await owner.data('me.show', {})).uid}/1.png`];
  const { chainId } = await organizeChain(owner, { fields, names: 'organizers', images });
  const [person, other] = [cloud.person(), cloud.person()];
  await join(other, chainId, { name: '别人', answers });
  await join(person, chainId, { name: '李雷', answers: { ...answers, phone: '13700137000' } });
  const uids = await Promise.all(
    [person, other, owner].map(async one => (await one.data('me.show', {})).uid),
  );
  const mine = JSON.stringify(await takeout(person));
  expect(mine).not.toMatch(/别人|13800138000/);
  const owners = JSON.stringify(await takeout(owner));
  for (const text of [mine, owners]) for (const uid of uids) expect(text).not.toContain(uid);
  expect(mine + owners).not.toContain('openid');
});

test('what does not fit into one file comes in parts, each of which can be imported', async () => {
  const person = cloud.person();
  const { uid } = await person.data('me.show', {});
  await person.seed(2);
  const [model] = await cloud.database.find('items', { owner: uid });
  const copies = Array.from({ length: 1800 }, (_, index) => ({
    ...model,
    ...{ _id: `copy-${String(index).padStart(11, '0')}`, name: `号${index}`, note: '长'.repeat(1000) },
  }));
  await cloud.database.insert('items', copies);
  const { files } = await person.data('me.export', {});
  expect(files.length).toBe(2);
  for (const { bytes } of files) expect(bytes).toBeLessThanOrEqual(MAX_BYTES);
  const parts = await Promise.all(files.map(file => parsed(file.url)));
  expect(parts.map(({ part }) => part)).toEqual([1, 2]);
  expect(parts.flatMap(({ items }) => items)).toHaveLength(1802);
  expect(parts.map(({ person: once }) => once !== undefined)).toEqual([true, false]);
});

test('the files are gone after 24 hours, and a killed call leaves none that is not', async () => {
  const person = cloud.person();
  await person.seed(3);
  cloud.cloud.faults({ killInstanceRate: 0.2, action: '^storage', seed: 3 });
  for (let tries = 0; tries < 2; tries += 1)
    await cloud.cloud.invoke('api', { action: 'me.export', input: {} }, person.openid);
  cloud.cloud.faults({});
  const { files, expiresAt } = await person.data('me.export', {});
  expect(await person.refusal('me.export', {})).toMatchObject({ code: 'RATE_LIMITED', limit: 3 });
  await cloud.cloud.advance(expiresAt - cloud.cloud.now());
  await cloud.runTimer('janitor');
  const { uid } = await person.data('me.show', {});
  expect(await cloud.database.find('exports', { owner: uid })).toEqual([]);
  expect((await fetch(files[0]?.url ?? '')).status).not.toBe(200);
  await cloud.advanceTo(10);
});

test('another account takes the whole file: items, trash, and what is missing of settings, nickname and contacts', async () => {
  const person = cloud.person();
  await person.add({ name: '留下', tags: ['家'], folder: '本地' });
  await person.remove([(await person.add({ name: '删掉' })).id]);
  await person.data('me.change', { theme: 'dark', fontMode: 'large' });
  await person.data('me.saveProfile', { nickname: '老张' });
  const me = { name: '张三', phone: '13800138000' };
  const grandma = { name: '奶奶', relation: '家人', phone: '13900139000' };
  await person.data('chains.saveContacts', { me, others: [grandma, { name: '小明' }] });
  const { files } = await person.data('me.export', {});
  const content = await (await fetch(files[0]?.url ?? '')).text();

  const other = cloud.person();
  await other.data('me.change', { theme: 'light' });
  await other.data('chains.saveContacts', {
    me: { name: '李四' },
    others: [{ name: '小明', phone: '13700137000' }],
  });
  const source = { fileId: await other.uploadFile(content) };
  const staged = await other.data('imports.stage', { kind: 'follow', source });
  expect(staged.import.person).toEqual({ settings: true, nickname: true, contacts: 3 });
  expect((await other.data('me.show', {})).profile).toEqual({});
  const [stored] = await cloud.database.find('imports', { _id: staged.import.importId });
  expect(JSON.stringify(stored)).not.toMatch(/13800138000|13900139000/);

  const { importId } = staged.import;
  for (let time = 0; time < 2; time += 1) await other.data('imports.commit', { importId });
  expect(await other.list()).toMatchObject([{ name: '留下', tags: ['家'], folder: '本地' }]);
  expect(await other.trash()).toMatchObject([{ name: '删掉' }]);
  expect(await other.data('me.show', {})).toMatchObject({
    ...{ profile: { nickname: '老张' }, settings: { theme: 'light', fontMode: 'large' } },
  });
  const contacts = await other.data('chains.contacts', {});
  expect(contacts.me).toEqual({ name: '李四', phone: '13800138000' });
  expect(contacts.others).toMatchObject([{ name: '小明', phone: '13700137000' }, grandma]);
});

test('a file without items brings the rest; one that is only for looking at, or wrong in its person, changes nothing', async () => {
  const frame = { app: 'liyili', version: 1, part: 1, exportedAt: 1, items: [], trash: [] };
  const person = cloud.person();
  const stage = async (file: object) =>
    person.call('imports.stage', { kind: 'follow', source: { text: JSON.stringify(file) } });
  expect(await stage({ ...frame, chains: [{}] })).toMatchObject({ error: { code: 'BAD_INPUT' } });
  expect(
    await stage({ ...frame, person: { nickname: 'x'.repeat(21), settings: { theme: 7 }, contacts: [] } }),
  ).toMatchObject({ error: { code: 'BAD_INPUT' } });
  const staged = await stage({
    ...frame,
    person: { nickname: '违规测试', settings: { fontMode: 'large', theme: 'dark', silentDays: 30 } },
  });
  if (!staged.ok) throw new Error('it was to be staged');
  const { importId } = staged.data.import;
  expect(await person.data('imports.commit', { importId })).toMatchObject({
    import: { state: 'done', total: 0 },
  });
  const me = await person.data('me.show', {});
  expect(me).toMatchObject({ settings: { fontMode: 'large', silentDays: 30 }, profile: {} });
});
