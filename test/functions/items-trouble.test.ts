import { TestCloud } from '../support/functions/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterEach(() => cloud.cloud.faults({}));
afterAll(() => cloud.stop());

const WRITES = '^database.(modify|insert)';
const troubles = [
  ['instances are killed after their writes', { killInstanceRate: 0.2, action: WRITES, seed: 4 }],
  ['replies are lost after the writes', { lostReplyRate: 0.4, action: WRITES, seed: 5 }],
  ['requests fail', { errorRate: 0.4, action: '^database', seed: 6 }],
] as const;

test.each(troubles)('a merge ends the same while %s', async (_name, faults) => {
  for (const round of [1, 2]) {
    const person = cloud.person();
    const ids: string[] = [];
    for (const handle of ['a', 'b', 'c'])
      ids.push((await person.add({ name: '甲', handle, tags: [handle], note: handle })).id);
    cloud.cloud.faults({ ...faults, seed: faults.seed + round });
    const { item, left } = await person.untilAnswered('items.merge', { ids });
    cloud.cloud.faults({});
    expect([...item.tags].sort()).toEqual(['a', 'b', 'c']);
    expect(item.note?.split('\n').sort()).toEqual(['a', 'b', 'c']);
    expect([left, (await person.list()).map(({ id }) => id)]).toEqual([0, [item.id]]);
    expect((await person.trash()).map(({ id }) => id).sort()).toEqual(
      ids.filter(id => id !== item.id).sort(),
    );
    const again = await person.data('items.merge', { ids });
    expect(again).toMatchObject({ item, merged: 2, later: 0, left: 0 });
  }
});

test.each(troubles)('a change of many ends the same while %s', async (_name, faults) => {
  const person = cloud.person();
  const ids = await person.seed(20);
  await person.data('items.editMany', { kind: 'follow', selection: { ids }, changes: { addTags: ['旧'] } });
  cloud.cloud.faults(faults);
  const changes = { addTags: ['新'], removeTags: ['旧'], folder: '夹', starred: true };
  const selection = { ids: ids.slice(0, 15) };
  const input = { kind: 'follow' as const, selection, changes };
  expect(await person.untilAnswered('items.editMany', input)).toEqual({ changed: 15, left: 0 });
  cloud.cloud.faults({});
  const items = await person.list();
  expect(items.filter(({ tags }) => tags.join() === '新')).toHaveLength(15);
  expect(items.filter(({ tags }) => tags.join() === '旧')).toHaveLength(5);
  expect(items.filter(({ folder, starred }) => folder === '夹' && starred)).toHaveLength(15);
});
