import type { DataOf } from '../../typings/contract/api';
import type { ExportFormat } from '../../typings/contract/exports';
import type { LiyiliExport } from '../../typings/contract/imports';
import type { ItemKind, ItemView } from '../../typings/contract/items';
import type { Account } from '../support/functions/account';
import { TestCloud } from '../support/functions/test-cloud';

jest.setTimeout(240_000);

const HOUR_MS = 3_600_000;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterEach(() => cloud.cloud.faults({}));
afterAll(() => cloud.stop());

type Export = DataOf<'exports.create'>;

/** With its byte order mark, which `text()` would drop. */
const textOf = async (url = ''): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await (await fetch(url)).arrayBuffer());
const textsOf = ({ files }: Export): Promise<string[]> => Promise.all(files.map(file => textOf(file.url)));

async function exported(person: Account, format: ExportFormat, kinds?: ItemKind[]): Promise<Export> {
  return person.data('exports.create', { format, ...(kinds && { kinds }) });
}

/** Uploads what was exported and imports it, every part. */
async function importAll(person: Account, view: Export): Promise<void> {
  for (const text of await textsOf(view)) await person.importFile(text);
}

const KINDS = ['follow', 'like', 'favorite'] as const;

/** Everything a person sees of their account but what the server names it by. */
async function accountOf(person: Account): Promise<object[]> {
  const lists = await Promise.all(KINDS.map(kind => person.list(kind)));
  const plain = ({ id: _, rev: __, ...item }: ItemView): object => item;
  const texts = [...lists.flat(), ...(await person.trash())].map(item => JSON.stringify(plain(item)));
  return texts.sort().map(text => JSON.parse(text) as object);
}

/** One of everything: kinds, folders, marks, two accounts of one name, an item in the trash ticked on the platform. */
async function furnish(person: Account): Promise<void> {
  const url = 'https://example.com/a?x=1&y=2';
  const snapshot = {
    title: '原标题',
    author: '作者',
    cover: 'https://example.com/a.jpg',
    takenAt: 1_700_000_000_000,
  };
  await person.add({
    kind: 'favorite',
    name: '=HYPERLINK("x")',
    url,
    folder: '书架',
    tags: ['a,b', '标签'],
    snapshot,
  });
  await person.add({ kind: 'like', name: '<script>', note: '第一行\n第二行', addedAt: 1_600_000_000_123 });
  await person.add({ name: '人民日报', label: '官方', starred: true, postsPerWeek: 3.5, handle: '@rmrb' });
  const marked = await person.add({ name: '旧号', addedAt: 1_500_000_000_000 });
  const changes = { dead: true, marks: ['outdated' as const], protected: true };
  await person.data('items.edit', { id: marked.id, changes });
  await person.data('items.opened', { id: marked.id });
  const first = await person.add({ name: '同名' });
  await person.data('items.edit', { id: first.id, changes: { name: '改名' } });
  await person.add({ name: '改名' });
  const gone = await person.add({ name: '走了', tags: ['旧'], folder: '书架' });
  await person.remove([gone.id]);
  await person.data('trash.tick', { ids: [gone.id], done: true });
}

test('own JSON makes an empty account the same, the trash with its remaining hours included', async () => {
  const person = cloud.person();
  await furnish(person);
  const view = await exported(person, 'liyili-json');
  expect(view).toMatchObject({ total: 7, left: 0, files: [{ items: 7 }] });
  const other = cloud.person();
  await importAll(other, view);
  const account = await accountOf(other);
  expect(account).toEqual(await accountOf(person));
  await importAll(other, view);
  expect(await accountOf(other)).toEqual(account);
  for (const text of await textsOf(view)) await person.import('follow', text, true);
  expect(await accountOf(person)).toEqual(account);
});

test.each([
  ['csv', { total: 6, left: 0 }],
  ['netscape-html', { total: 1, left: 5 }],
  ['opml', { total: 6, left: 0 }],
] as const)(
  '%s has the live items, says what it cannot carry, and can be imported',
  async (format, counts) => {
    const person = cloud.person();
    await furnish(person);
    const view = await exported(person, format);
    expect(view).toMatchObject({ ...counts, format });
    const [text = ''] = await textsOf(view);
    expect(Buffer.byteLength(text)).toBe(view.files[0]?.bytes);
    expect(text).not.toContain('走了');
    const other = cloud.person();
    await importAll(other, view);
    const favorite = { kind: 'favorite', name: '=HYPERLINK("x")', folder: '书架' };
    expect(await other.list('favorite')).toMatchObject([favorite]);
    expect(await other.trash()).toEqual([]);
  },
);

test('only the kinds that were asked for are written, and nothing is said when there is nothing', async () => {
  const person = cloud.person();
  await furnish(person);
  const view = await exported(person, 'liyili-json', ['favorite', 'like']);
  const { items, trash } = JSON.parse(await textOf(view.files[0]?.url)) as LiyiliExport;
  expect(items.map(item => item.kind).sort()).toEqual(['favorite', 'like']);
  expect(trash).toEqual([]);
  const nobody = cloud.person();
  const refusal = await nobody.refusal('exports.create', { format: 'csv' });
  expect(refusal).toMatchObject({ code: 'NOT_FOUND', message: '没有可以导出的内容' });
  expect(await cloud.database.find('exports', { owner: (await nobody.data('me.show', {})).uid })).toEqual([]);
});

/** Many items with long notes, put into the database beside the functions. */
async function fill(person: Account, count: number): Promise<string[]> {
  const item = await person.add({ kind: 'favorite', name: '样本', note: '字'.repeat(1000) });
  const [sample] = await cloud.database.find('items', { _id: item.id });
  const copies = Array.from({ length: count - 1 }, (_, index) => ({
    ...sample,
    ...{ _id: String(index).padStart(16, '0'), name: `号${index}`, handle: `h${index}` },
  }));
  await cloud.database.insert('items', copies);
  return [item.id, ...copies.map(({ _id }) => _id)];
}

test('a large account is written in parts below 5 MB, each item once, and each part is a whole file', async () => {
  const person = cloud.person();
  const ids = await fill(person, 1700);
  const view = await exported(person, 'liyili-json');
  expect(view.total).toBe(ids.length);
  expect(view.files.length).toBeGreaterThan(1);
  expect(new Set(view.files.map(file => file.name)).size).toBe(view.files.length);
  const parts = (await textsOf(view)).map(text => JSON.parse(text) as LiyiliExport);
  for (const { bytes } of view.files) expect(bytes).toBeLessThanOrEqual(5 * 1024 * 1024);
  expect(new Set(parts.flatMap(part => part.items.map(item => item.name))).size).toBe(ids.length);
});

test('an export meets every item once while others are trashed, restored and edited', async () => {
  const person = cloud.person();
  const names = Array.from({ length: 600 }, (_, index) => `号${index}`);
  await person.import('favorite', names.join('\n'));
  const ids = await person.ids('favorite');
  const [moving, edited] = [ids.slice(0, 100), ids.slice(100, 110)];
  const changing = async (): Promise<void> => {
    await person.remove(moving, 'favorite');
    for (const id of edited) await person.data('items.edit', { id, changes: { note: '改了' } });
    await person.data('trash.restore', { ids: moving });
  };
  const [views] = await Promise.all([
    Promise.all([1, 2, 3].map(() => exported(person, 'liyili-json'))),
    changing(),
  ]);
  for (const view of views) {
    const { items, trash } = JSON.parse(await textOf(view.files[0]?.url)) as LiyiliExport;
    const found = [...items, ...trash].map(item => item.name);
    expect(found.sort()).toEqual([...names].sort());
  }
});

test('nobody else is shown the way to an export, and no two have the same', async () => {
  const person = cloud.person();
  await person.seed(3);
  const [first, second] = [await exported(person, 'csv'), await exported(person, 'csv')];
  expect(first.exportId).toMatch(/^[\w-]{16}$/);
  expect(second.exportId).not.toBe(first.exportId);
  const { uid } = await person.data('me.show', {});
  expect(first.files[0]?.fileId).toMatch(new RegExp(`/exports/${uid}/${first.exportId}/1\\.csv$`));
  const { url = '' } = first.files[0] ?? {};
  expect((await fetch(url.split('?')[0] ?? '')).status).toBe(403);
  expect((await fetch(url.replace(first.exportId, second.exportId))).status).toBe(403);
  const stranger = cloud.person();
  const source = { fileId: first.files[0]?.fileId ?? '' };
  expect(await stranger.refusal('imports.stage', { kind: 'follow', source })).toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('after 24 hours the files of an export are gone, before they are not', async () => {
  const person = cloud.person();
  await person.seed(2);
  const { files, expiresAt } = await exported(person, 'csv');
  const isThere = async (): Promise<boolean> => {
    const body = JSON.stringify({ fileList: files.map(file => file.fileId) });
    const response = await fetch(`${cloud.cloud.url}/storage/urls`, { method: 'POST', body });
    const { fileList } = (await response.json()) as { fileList: { status: number }[] };
    return fileList.every(file => file.status === 0);
  };
  await cloud.cloud.advance(expiresAt - cloud.cloud.now() - 60_000);
  await cloud.runTimer('janitor');
  expect(await isThere()).toBe(true);
  await cloud.cloud.advance(60_000);
  await cloud.runTimer('janitor');
  expect(await isThere()).toBe(false);
  await cloud.advanceTo(10);
});

test('20 exports a day are made and not one more, however many are asked for at once', async () => {
  const person = cloud.person();
  await person.seed(1);
  const replies = await Promise.all(
    Array.from({ length: 24 }, () => person.call('exports.create', { format: 'csv' })),
  );
  expect(replies.filter(reply => reply.ok)).toHaveLength(20);
  const refused = replies.find(reply => !reply.ok);
  expect(refused).toMatchObject({ error: { code: 'RATE_LIMITED', limit: 20, remaining: 0 } });
  const { uid } = await person.data('me.show', {});
  expect(await cloud.database.find('exports', { owner: uid })).toHaveLength(20);
});

test('a killed export leaves nothing that does not expire, and the next one is whole', async () => {
  const person = cloud.person();
  await person.seed(5);
  cloud.cloud.faults({ killInstanceRate: 0.5, action: '^(storage|database)', seed: 5 });
  const event = { action: 'exports.create', input: { format: 'csv' } };
  const deaths: unknown[] = [];
  for (let tries = 0; tries < 6; tries += 1) {
    const answer = await cloud.cloud.invoke('api', event, person.openid);
    if ('errCode' in answer) deaths.push(answer);
  }
  cloud.cloud.faults({});
  expect(deaths.length).toBeGreaterThan(0);
  const view = await exported(person, 'csv');
  expect((await textOf(view.files[0]?.url)).split('\r\n')).toHaveLength(7);
  const { uid } = await person.data('me.show', {});
  const known = await cloud.database.find('exports', { owner: uid });
  expect(known.every(document => Number(document['expiresAt']) <= cloud.cloud.now() + 24 * HOUR_MS)).toBe(
    true,
  );
});
