import type { Account } from '../support/functions/account';
import { TestCloud } from '../support/functions/test-cloud';

jest.setTimeout(300_000);

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterEach(() => cloud.cloud.faults({}));
afterAll(() => cloud.stop());

const WRITES = '^database.(modify|insert)';

/** May remove 1,000 favorites a day: a batch of two slices. */
async function verifiedPerson(count: number): Promise<{ person: Account; ids: string[] }> {
  const person = cloud.person();
  const { uid } = await person.data('me.show', {});
  await cloud.database.insert('limits', [{ _id: uid, grade: 'verified', days: {} }]);
  return { person, ids: await person.seed(count, 'favorite') };
}

const troubles = [
  ['instances are killed after their writes', { killInstanceRate: 0.4, action: WRITES, seed: 1 }],
  ['replies are lost after the writes', { lostReplyRate: 0.4, action: WRITES, seed: 2 }],
  ['requests fail', { errorRate: 0.4, action: '^database', seed: 3 }],
] as const;

test.each(troubles)(
  'a batch is finished without losing or doubling anything while %s',
  async (_name, faults) => {
    const { person, ids } = await verifiedPerson(600);
    const selection = { ids };
    const { batchId } = await person.data('batches.preview', { kind: 'favorite', selection });
    cloud.cloud.faults(faults);
    await person.untilAnswered('batches.commit', { batchId });
    const positions: number[] = [];
    for (let state = 'running'; state === 'running'; ) {
      const batch = await person.untilAnswered('batches.advance', { batchId });
      positions.push(batch.handled);
      state = batch.state;
    }
    cloud.cloud.faults({});
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
    const { batch } = await person.data('batches.show', { batchId });
    expect(batch).toMatchObject({ state: 'done', total: 600, handled: 600, removed: 600, left: 0 });
    expect(await person.remaining('unfavorite')).toBe(400);
    expect(await person.ids('favorite')).toEqual([]);
    const trash = await person.trash();
    expect(trash.map(item => item.id).sort()).toEqual([...ids].sort());
    expect(new Set(trash.map(item => item.batchId))).toEqual(new Set([batchId]));

    cloud.cloud.faults(faults);
    for (let restored = -1; restored !== 0; ) {
      restored = (await person.untilAnswered('batches.undo', { batchId })).restored;
    }
    cloud.cloud.faults({});
    expect(await person.ids('favorite')).toEqual(ids);
    expect(await person.remaining('unfavorite')).toBe(1000);
  },
);

test.each(troubles)(
  'an import is finished without losing or doubling anything while %s',
  async (_name, faults) => {
    const person = cloud.person();
    const old = await person.add({ name: '号3', tags: ['旧'] });
    const text = ['名称,标签', ...Array.from({ length: 600 }, (_, index) => `号${index + 1},新`)].join('\n');
    const staged = await person.data('imports.stage', { kind: 'follow', source: { text } });
    expect(staged.import.counts).toMatchObject({ new: 599, duplicate: 1 });
    const { importId } = staged.import;
    cloud.cloud.faults(faults);
    let view = await person.untilAnswered('imports.commit', { importId });
    while (view.import.state !== 'done') view = await person.untilAnswered('imports.commit', { importId });
    cloud.cloud.faults({});
    const { outcomes } = (await person.data('imports.commit', { importId })).import;
    expect(outcomes).toEqual({ added: 599, merged: 1, restored: 0, skipped: 0, failed: 0 });
    const names = (await person.list()).map(item => item.name);
    expect(names).toHaveLength(600);
    expect(new Set(names).size).toBe(600);
    const found = await person.data('items.list', { kind: 'follow', filter: { tag: '旧' } });
    expect(found.items).toMatchObject([{ id: old.id, tags: ['旧', '新'], rev: 2 }]);
    expect(await person.remaining('import.rows')).toBe(20_000 - 600);
  },
);

test('an outage is answered as one and changes nothing', async () => {
  const person = cloud.person();
  const ids = await person.seed(2);
  const before = await cloud.database.dump();
  cloud.cloud.faults({ errorRate: 1, action: '^database' });
  for (const [action, input] of [
    ['items.list', { kind: 'follow' }],
    ['batches.preview', { kind: 'follow', selection: { ids } }],
    ['trash.restore', { ids }],
    ['items.add', { draft: { kind: 'follow', name: '新' } }],
  ] as const) {
    const reply = await person.send({ action, input });
    expect(reply).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE' } });
    expect(reply.ok || reply.error.requestId).toMatch(/^[\w-]{16}$/);
  }
  cloud.cloud.faults({});
  expect(await cloud.database.dump()).toBe(before);
});

test('a purge that is killed again and again erases everything once and logs it once', async () => {
  const { person, ids } = await verifiedPerson(450);
  await person.remove(ids, 'favorite');
  const { uid } = await person.data('me.show', {});
  await cloud.database.set('items', { owner: uid }, { purgeAt: cloud.cloud.now() });
  cloud.cloud.faults({ killInstanceRate: 0.5, action: '^database.(insert|remove|modify)', seed: 4 });
  // Hardly any run comes to its end: each goes on where the last one died.
  while ((await cloud.database.find('items', { owner: uid })).length > 0)
    await cloud.cloud.runTimer('janitor');
  cloud.cloud.faults({});
  await cloud.runTimer('janitor');
  expect(await cloud.database.find('items', { owner: uid })).toEqual([]);
  const logs = await cloud.database.find('logs', { owner: uid, what: 'purged' });
  expect(logs.reduce((sum, log) => sum + Number(log['count']), 0)).toBe(450);
});
