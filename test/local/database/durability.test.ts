import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { type Database, openDatabase } from '../../../local/cloud/database';
import { LmdbStore } from '../../../local/cloud/database/lmdb-store';
import { ACCOUNTS, type Acknowledged, MONEY, SCHEMA } from './durability-writer';
import { newFolder } from './sdk-database';

let dir: string;
beforeEach(() => {
  dir = newFolder();
});
afterEach(() => fs.rmSync(dir, { recursive: true, force: true }));

/** Lets a process write, and kills it in the middle of it after so many acknowledgements. */
async function writeAndKill(life: string, killAfter: number): Promise<Acknowledged[]> {
  const writer = path.resolve(__dirname, 'durability-writer.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', writer, dir, life], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const acknowledged: Acknowledged[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const told = JSON.parse(line) as Acknowledged | 'ready';
    if (told !== 'ready') acknowledged.push(told);
    if (acknowledged.length >= killAfter) child.kill('SIGKILL');
  }
  await exited;
  return acknowledged;
}

async function idsOf(database: Database, collectionName: string, query: object): Promise<string[]> {
  const ids: string[] = [];
  for (;;) {
    const { data } = await database.handle({
      action: 'database.getDocument',
      collectionName,
      query: JSON.stringify(query),
      projection: '{"_id":1}',
      limit: 1_000,
      offset: ids.length,
    });
    const { list } = data as { list: string[] };
    ids.push(...list.map(text => String(JSON.parse(text)._id)));
    if (list.length < 1_000) return ids;
  }
}

const group = async (database: Database, collectionName: string, stages: [string, object][]) => {
  const reply = await database.handle({
    action: 'database.aggregateDocuments',
    collectionName,
    stages: stages.map(([stageKey, value]) => ({ stageKey, stageValue: JSON.stringify(value) })),
  });
  return (reply['data'] as { list: string[] }).list.map(text => JSON.parse(text));
};

/** Everything acknowledged is there, and of what was under way all or nothing. */
async function expectWhole(acknowledged: Acknowledged[]): Promise<void> {
  const database = await openDatabase({ dir, schema: SCHEMA, now: Date.now });
  try {
    const inserted = acknowledged.flatMap(told => (told.kind === 'insert' ? [told.id] : []));
    const things = await idsOf(database, 'things', {});
    expect(things).toEqual(expect.arrayContaining(inserted));
    const byIndex = await idsOf(database, 'things', { worker: { $gt: '' } });
    expect(database.lastRead('things')).toMatchObject({ index: 'worker' });
    expect(byIndex.sort()).toEqual(things.filter(id => id !== 'counter').sort());

    const counts = acknowledged.flatMap(told => (told.kind === 'count' ? [told.value] : [0]));
    const [counter] = await group(database, 'things', [['$match', { _id: 'counter' }]]);
    expect(Number(counter.value.$numberInt)).toBeGreaterThanOrEqual(Math.max(0, ...counts));

    const halves = await group(database, 'moves', [['$group', { _id: '$pair', n: { $sum: 1 } }]]);
    expect(halves.filter(half => half.n.$numberInt !== '2')).toEqual([]);
    const moved = acknowledged.flatMap(told => (told.kind === 'move' ? [told.id] : []));
    expect(halves.map(half => half._id)).toEqual(expect.arrayContaining(moved));

    const [sum] = await group(database, 'accounts', [['$group', { _id: null, money: { $sum: '$money' } }]]);
    expect(sum.money.$numberInt).toBe(String(ACCOUNTS * MONEY));
  } finally {
    await database.close();
  }
}

test('a killed process has lost nothing it was answered for, and left nothing half done', async () => {
  const acknowledged: Acknowledged[] = [];
  for (const [life, killAfter] of Object.entries({ first: 1, second: 60, third: 120 })) {
    acknowledged.push(...(await writeAndKill(life, killAfter)));
    await expectWhole(acknowledged);
  }
  expect(new Set(acknowledged.map(told => told.kind))).toEqual(new Set(['insert', 'count', 'move']));
});

describe('a group of writes', () => {
  let commits: number;
  let store: LmdbStore;
  beforeEach(() => {
    commits = 0;
    store = new LmdbStore(dir, () => {
      commits += 1;
    });
  });
  afterEach(() => store.close());

  const key = (n: number) => Buffer.from(`k${n}`);

  test('waits for the disk once, and an answered one can be read', async () => {
    const write = async (n: number) => {
      await store.write(view => view.put(key(n), String(n)));
      expect(store.latest.get(key(n))).toBe(String(n));
    };
    await Promise.all(Array.from({ length: 50 }, (_, n) => write(n)));
    expect(commits).toBe(1);
  });

  test('does not suffer from one that is refused', async () => {
    const refused = store.write(() => {
      throw new Error('on purpose');
    });
    const sound = store.write(view => view.put(key(1), 'sound'));
    await expect(refused).rejects.toThrow('on purpose');
    await sound;
    expect(store.latest.get(key(1))).toBe('sound');
  });

  test('is refused as a whole when it cannot be saved', async () => {
    await store.close();
    const writes = [1, 2].map(n => store.write(view => view.put(key(n), 'x')));
    const outcomes = await Promise.allSettled(writes);
    expect(outcomes.map(outcome => outcome.status)).toEqual(['rejected', 'rejected']);
    store = new LmdbStore(dir);
    expect(store.latest.get(key(1))).toBeUndefined();
  });
});
