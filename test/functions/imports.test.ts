import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ItemView } from '../../typings/contract/items';
import type { Account } from '../support/functions/account';
import { TestCloud } from '../support/functions/test-cloud';

jest.setTimeout(240_000);

const SAMPLES = path.resolve(__dirname, '../support/samples');
const sample = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(path.join(SAMPLES, name)));

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.stop());

async function stageFile(person: Account, name: string) {
  const fileId = await person.uploadFile(sample(name));
  return person.data('imports.stage', { kind: 'follow', source: { fileId } });
}

const byName = async (person: Account): Promise<Map<string, ItemView>> =>
  new Map((await person.list()).map(item => [item.name, item]));

test.each([
  ['names.txt', 'names', { new: 11, duplicate: 1, trashed: 0, bad: 0 }],
  ['links.txt', 'links', { new: 5, duplicate: 1, trashed: 0, bad: 0 }],
  ['follows-300.csv', 'csv', { new: 300, duplicate: 0, trashed: 0, bad: 0 }],
  ['follows-excel.csv', 'csv', { new: 5, duplicate: 1, trashed: 0, bad: 1 }],
  ['follows-no-header.csv', 'csv', { new: 5, duplicate: 0, trashed: 0, bad: 0 }],
  ['follows-gbk.csv', 'csv', { new: 4, duplicate: 0, trashed: 0, bad: 0 }],
  ['mastodon-following.csv', 'mastodon-csv', { new: 4, duplicate: 0, trashed: 0, bad: 1 }],
  ['subscriptions.opml', 'opml', { new: 4, duplicate: 0, trashed: 0, bad: 0 }],
  ['subscriptions-1.opml', 'opml', { new: 2, duplicate: 0, trashed: 0, bad: 0 }],
  ['liyili-export.json', 'liyili-json', { new: 5, duplicate: 0, trashed: 0, bad: 1 }],
])(
  '%s is read as %s, with a verdict for each row, and a second time it adds nothing',
  async (name, format, counts) => {
    const person = cloud.person();
    const staged = await stageFile(person, name);
    expect(staged.import).toMatchObject({ format, counts, state: 'staged' });
    for (const row of staged.rows.items) {
      expect(row.reason === undefined).toBe(row.verdict === 'new');
      expect(row.name).not.toBe('');
    }
    const { importId } = staged.import;
    const done = await person.data('imports.commit', { importId });
    expect(done.import).toMatchObject({
      state: 'done',
      outcomes: { added: counts.new, merged: counts.duplicate, skipped: counts.bad, failed: 0 },
    });
    const kinds = await Promise.all((['follow', 'like', 'favorite'] as const).map(kind => person.list(kind)));
    expect(kinds.flat()).toHaveLength(counts.new);
    expect(await person.data('imports.commit', { importId })).toEqual(done);

    const again = await stageFile(person, name);
    expect(again.import.counts).toMatchObject({ new: 0, duplicate: counts.new + counts.duplicate });
    await person.data('imports.commit', { importId: again.import.importId });
    const after = await Promise.all((['follow', 'like', 'favorite'] as const).map(kind => person.list(kind)));
    expect(after).toEqual(kinds);
  },
);

test('names lose their bullets and numbers and nothing else', async () => {
  const person = cloud.person();
  const { import: staged } = await stageFile(person, 'names.txt');
  await person.data('imports.commit', { importId: staged.importId });
  const names = [...(await byName(person)).keys()];
  for (const name of ['人民日报', '36氪', '物道', '十点读书', '央视新闻']) expect(names).toContain(name);
});

test('a spreadsheet’s columns arrive in their fields, rows of the same account are merged', async () => {
  const person = cloud.person();
  const { import: staged } = await stageFile(person, 'follows-excel.csv');
  await person.data('imports.commit', { importId: staged.importId });
  const items = await byName(person);
  expect(items.get('人民日报')).toMatchObject({
    tags: ['新闻', '必读'],
    addedAt: Date.parse('2018-01-01T00:00:00+08:00'),
  });
  expect(items.get('丁香医生, 健康科普')).toMatchObject({
    tags: ['健康', '生活'],
    addedAt: Date.parse('2020-11-21T08:30:00+08:00'),
  });
  expect(items.get('名字里有"引号"的号')?.addedAt).toBe(Date.parse('2021-07-01T00:00:00+08:00'));
});

test('own JSON, Mastodon and OPML keep what they know', async () => {
  const person = cloud.person();
  for (const name of ['liyili-export.json', 'mastodon-following.csv', 'subscriptions.opml']) {
    const { import: staged } = await stageFile(person, name);
    await person.data('imports.commit', { importId: staged.importId });
  }
  const items = await byName(person);
  expect(items.get('人民日报')).toMatchObject({
    ...{ label: '官方', starred: true, protected: true, note: '每天早上看', postsPerWeek: 14 },
    ...{ tags: ['新闻', '必读'], addedAt: 1_514_764_800_000, lastReadAt: 1_734_652_800_000 },
  });
  expect(items.get('@wikipedia@wikis.world')?.url).toBe('https://wikis.world/@wikipedia');
  expect(items.get('Q&A <周刊>')).toMatchObject({
    folder: '科技/开源',
    url: 'https://example.org/feed?a=1&b=2',
  });
});

test('rows in the trash are restored when asked to, with what they bring', async () => {
  const person = cloud.person();
  const item = await person.add({ name: '甲', tags: ['旧'] });
  await person.remove([item.id]);
  const staged = await person.data('imports.stage', { kind: 'follow', source: { text: '甲\n乙' } });
  expect(staged.import.counts).toMatchObject({ new: 1, trashed: 1 });
  expect(staged.rows.items[0]).toMatchObject({ verdict: 'trashed', reason: '在最近删除里，可以恢复' });
  const skipped = await person.import('follow', '甲\n丙');
  expect(skipped.outcomes).toMatchObject({ added: 1, skipped: 1, restored: 0 });
  const { importId } = staged.import;
  const { import: done } = await person.data('imports.commit', { importId, restoreTrashed: true });
  expect(done.outcomes).toMatchObject({ added: 1, restored: 1 });
  expect((await byName(person)).get('甲')).toMatchObject({ id: item.id, tags: ['旧'] });
});

test('a restored row adds what it brings, as one that was never away does', async () => {
  const person = cloud.person();
  const item = await person.add({ name: '甲', tags: ['旧'] });
  await person.remove([item.id]);
  const done = await person.import('follow', '名称,标签,文件夹,添加时间\n甲,新,书架,2020-01-01', true);
  expect(done.outcomes).toMatchObject({ restored: 1 });
  const addedAt = Date.parse('2020-01-01T00:00:00+08:00');
  expect(await person.list()).toMatchObject([{ id: item.id, tags: ['旧', '新'], folder: '书架', addedAt }]);
});

test('a row merged into an item fills the folder and snapshot it lacks and never replaces them', async () => {
  const person = cloud.person();
  const url = 'https://example.com/a';
  await person.add({ kind: 'favorite', name: '甲', url, tags: ['旧'] });
  const row = (folder: string, author: string) =>
    `名称,链接,标签,文件夹,原标题,原作者\n别名,${url},新,${folder},原来的标题,${author}`;
  expect((await person.import('favorite', row('书架', '作者'))).outcomes).toMatchObject({ merged: 1 });
  const filled = { name: '甲', tags: ['旧', '新'], folder: '书架', snapshot: { author: '作者' } };
  expect(await person.list('favorite')).toMatchObject([filled]);
  expect((await person.import('favorite', row('别处', '别人'))).outcomes).toMatchObject({ merged: 1 });
  expect(await person.list('favorite')).toMatchObject([{ ...filled, rev: 2 }]);
  const found = await person.data('items.list', { kind: 'favorite', filter: { query: '原来的标题' } });
  expect(found.items).toHaveLength(1);
});

test.each(['not-a-list.html', 'no such file'])('%s is refused and changes nothing', async name => {
  const person = cloud.person();
  const known = name.endsWith('.html');
  const uploaded = await person.uploadFile(known ? sample(name) : '甲');
  const fileId = known ? uploaded : `${uploaded}.gone`;
  const before = await cloud.database.dump();
  const error = await person.refusal('imports.stage', { kind: 'follow', source: { fileId } });
  expect(error).toMatchObject(known ? { code: 'BAD_INPUT', path: 'source' } : { code: 'NOT_FOUND' });
  expect(await cloud.database.dump()).toBe(before);
});

test.each([
  ['', 'BAD_INPUT'],
  ['  \n\n ', 'BAD_INPUT'],
  ['{"app":"liyili","version":2,"items":[]}', 'BAD_INPUT'],
  ['{"app":"liyili","version":1,"items":[', 'BAD_INPUT'],
  ['<opml><body><outline text="a"', 'BAD_INPUT'],
  ['a\u0000b', 'BAD_INPUT'],
])('the text %j is refused', async (text, code) => {
  expect(await cloud.person().refusal('imports.stage', { kind: 'follow', source: { text } })).toMatchObject({
    code,
  });
});

test('a file is read once and then deleted; a file in another person’s folder is none', async () => {
  const person = cloud.person();
  const fileId = await person.uploadFile('甲');
  await person.data('imports.stage', { kind: 'follow', source: { fileId } });
  const source = { fileId };
  expect(await person.refusal('imports.stage', { kind: 'follow', source })).toMatchObject({
    code: 'NOT_FOUND',
  });
  const other = cloud.person();
  const foreign = { fileId: await other.uploadFile('乙') };
  expect(await person.refusal('imports.stage', { kind: 'follow', source: foreign })).toMatchObject({
    code: 'NOT_FOUND',
  });
  expect((await other.data('imports.stage', { kind: 'follow', source: foreign })).import.total).toBe(1);
});

test('the rows of an import can be read page by page and by verdict', async () => {
  const person = cloud.person();
  const lines = Array.from({ length: 620 }, (_, index) => (index % 3 === 0 ? '同一个' : `号${index}`));
  const staged = await person.data('imports.stage', { kind: 'follow', source: { text: lines.join('\n') } });
  expect(staged.rows.items).toHaveLength(100);
  const { importId, counts } = staged.import;
  const rows: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await person.data('imports.rows', {
      importId,
      verdict: 'duplicate',
      ...(cursor !== undefined && { cursor }),
    });
    rows.push(...page.items.map(item => item.row));
    cursor = page.cursor;
  } while (cursor !== undefined);
  expect(rows).toHaveLength(counts.duplicate);
  expect(rows).toEqual(lines.flatMap((line, index) => (line === '同一个' && index > 0 ? [index + 1] : [])));
});

test('a file is still there after an outage, for another attempt', async () => {
  const person = cloud.person();
  const source = { fileId: await person.uploadFile('甲\n乙') };
  cloud.cloud.faults({ errorRate: 1, action: '^database.insert' });
  const refused = await person.refusal('imports.stage', { kind: 'follow', source });
  cloud.cloud.faults({});
  expect(refused).toMatchObject({ code: 'UNAVAILABLE' });
  expect((await person.data('imports.stage', { kind: 'follow', source })).import.total).toBe(2);
});

test('a link without a title waits for what its page says of itself; others and those never asked do not', async () => {
  const person = cloud.person();
  const link = 'https://www.zhihu.com/question/1';
  await person.import('favorite', `${link}\nhttps://example.com/b\n标题 https://www.zhihu.com/question/2`);
  const { uid } = await person.data('me.show', {});
  const items = await cloud.database.find('items', { owner: uid });
  expect(items.filter(item => item['describeAt'] !== undefined)).toMatchObject([{ url: link }]);
});

test('an import waits an hour for its commit', async () => {
  const person = cloud.person();
  const staged = await person.data('imports.stage', { kind: 'follow', source: { text: '甲' } });
  const { importId, expiresAt } = staged.import;
  await cloud.cloud.advance(expiresAt - cloud.cloud.now());
  expect(await person.refusal('imports.commit', { importId })).toMatchObject({ code: 'GONE' });
  await cloud.runTimer('janitor');
  expect(await cloud.database.find('import_rows', { importId })).toEqual([]);
});
