import type { ImportView } from '../../typings/contract/imports';
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

/** Undoes an import to its end, again and again while calls are lost. */
async function undo(person: Account, importId: string): Promise<ImportView> {
  for (;;) {
    const view = (await person.untilAnswered('imports.undo', { importId })).import;
    if (view.state === 'undone') return view;
  }
}

const namesOf = async (person: Account): Promise<string[]> =>
  (await person.list()).map(item => item.name).sort();

test('an undone import leaves the list as it was before and its items in the trash, at no cost', async () => {
  const person = cloud.person();
  await person.add({ name: '旧', tags: ['一'] });
  const gone = await person.add({ name: '在最近删除' });
  await person.remove([gone.id]);
  const view = await person.import('follow', '名称,标签\n旧,二\n在最近删除,\n新一,\n新二,\n留着,', true);
  expect(view.outcomes).toMatchObject({ added: 3, merged: 1, restored: 1 });
  const left = await person.remaining('unfollow');
  const kept = (await person.list()).find(item => item.name === '留着');
  await person.data('items.edit', { id: kept?.id ?? '', changes: { protected: true } });
  const undone = await undo(person, view.importId);
  expect(undone).toMatchObject({ state: 'undone', removed: 2 });
  expect(await namesOf(person)).toEqual(['在最近删除', '旧', '留着']);
  const trash = await person.trash();
  expect(trash.map(item => item.name).sort()).toEqual(['新一', '新二']);
  expect(new Set(trash.map(item => item.batchId))).toEqual(new Set([view.importId]));
  expect(trash[0]?.purgeAt).toBe((trash[0]?.trashedAt ?? 0) + 72 * HOUR_MS);
  expect(await person.remaining('unfollow')).toBe(left);
});

test('an undo is not repeated by a second call, so what was taken back from the trash stays', async () => {
  const person = cloud.person();
  const view = await person.import('follow', '甲\n乙');
  await undo(person, view.importId);
  const ids = (await person.trash()).map(item => item.id);
  await person.data('trash.restore', { ids: ids.slice(0, 1) });
  expect(await undo(person, view.importId)).toMatchObject({ removed: 2 });
  expect(await person.list()).toHaveLength(1);
});

test('an import is undone after it ended and for 24 hours', async () => {
  const person = cloud.person();
  const staged = await person.data('imports.stage', { kind: 'follow', source: { text: '甲' } });
  const { importId } = staged.import;
  expect(await person.refusal('imports.undo', { importId })).toMatchObject({ code: 'CONFLICT' });
  const { import: view } = await person.data('imports.commit', { importId });
  await cloud.cloud.advance(view.expiresAt - cloud.cloud.now());
  expect(await person.refusal('imports.undo', { importId })).toMatchObject({ code: 'GONE' });
  expect(await namesOf(person)).toEqual(['甲']);
});

test('how many liked something is written down before an undo takes likes back', async () => {
  const [one, other] = [cloud.person(), cloud.person()];
  const url = 'https://example.com/liked-by-two';
  const imports = [await one.import('like', url), await other.import('like', url)];
  await undo(one, imports[0]?.importId ?? '');
  await undo(other, imports[1]?.importId ?? '');
  expect(await one.data('contents.show', { url })).toMatchObject({ likes: 0, peakLikes: 2 });
});

test('its rows are kept as long as an import can be undone', async () => {
  const person = cloud.person();
  const view = await person.import('follow', '甲\n乙');
  await cloud.cloud.advance(view.expiresAt - cloud.cloud.now() - HOUR_MS);
  await cloud.runTimer('janitor');
  expect(await undo(person, view.importId)).toMatchObject({ removed: 2 });
  expect(await person.list()).toEqual([]);
});

test.each([
  ['instances are killed after their writes', { killInstanceRate: 0.3, action: '^database.modify', seed: 1 }],
  ['requests fail', { errorRate: 0.3, action: '^database', seed: 2 }],
] as const)('an undo takes back everything once and counts it right while %s', async (_name, faults) => {
  const person = cloud.person();
  const names = Array.from({ length: 620 }, (_, index) => `号${index}`);
  const view = await person.import('follow', names.join('\n'));
  await person.add({ name: '自己加的' });
  cloud.cloud.faults(faults);
  const undone = await undo(person, view.importId);
  cloud.cloud.faults({});
  expect(undone.removed).toBe(620);
  expect(await namesOf(person)).toEqual(['自己加的']);
  expect((await person.data('home.show', {})).counts).toMatchObject({ follow: 1, trash: 620 });
});
