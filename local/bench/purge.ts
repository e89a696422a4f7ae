import os from 'node:os';
import { newItem } from '../../cloudfunctions/core/items/document';
import type { Account } from '../../test/support/functions/account';
import { TestCloud } from '../../test/support/functions/test-cloud';
import { buildFunctions } from '../build';
import { connectSdk } from './sdk-load';

/** Over before the purge begins; they belong to many. */
const OVER = 80_000;
const OWNERS = 400;
/** Are over while it runs, and their owners want them back: 1,000 restores a day are allowed. */
const RESTORERS = 20;
const EACH = 1000;
/** The last of them is over this long after the purge began, ms. */
const SPREAD_MS = 20_000;
const RESTORED_AT_ONCE = 20;
const NAIVE = 2000;
const HOURS_72 = 72 * 3_600_000;

function trashed(owner: string, index: number, purgeAt: number): { _id: string } {
  const item = newItem(owner, { kind: 'follow', name: `公众号 ${index}` }, purgeAt - HOURS_72 - 1000);
  return Object.assign(item, { state: 'trashed', trashedAt: purgeAt - HOURS_72, purgeAt, batchId: 'bench' });
}

/** Items that were trashed in slices of up to 200, as a person's batches do it. */
function fillOver({ cloud, database }: TestCloud, count: number, owners: number): Promise<void> {
  const over = cloud.now() - 60_000;
  const items = Array.from({ length: count }, (_, index) => {
    const owner = index % owners;
    return trashed(`owner-${owner}`, index, over - owner);
  });
  return database.insert('items', items);
}

/** One read, one line and one conditional removal an item, one after the other; items a second. */
async function purgeNaively({ cloud }: TestCloud, count: number): Promise<number> {
  const database = connectSdk(cloud.url).database();
  const [items, logs] = [database.collection('items'), database.collection('logs')];
  const isOver = { state: 'trashed', purgeAt: database.command.lte(cloud.now()) };
  const startedAt = performance.now();
  for (let done = 0; done < count; done += 1) {
    const { data } = await items.where(isOver).orderBy('purgeAt', 'asc').limit(1).get();
    const [{ _id, owner, kind }] = data as [{ _id: string; owner: string; kind: string }];
    await logs.add({ _id: `naive-${_id}`, owner, kind, what: 'purged', count: 1, at: cloud.now() });
    await items.where({ ...isOver, _id }).remove();
  }
  return count / ((performance.now() - startedAt) / 1000);
}

interface Restorer {
  person: Account;
  uid: string;
  ids: string[];
  restored: number;
}

async function fillRestorer(test: TestCloud): Promise<Restorer> {
  const person = test.person();
  const { uid } = await person.data('me.show', {});
  const now = test.cloud.now();
  const items = Array.from({ length: EACH }, (_, index) =>
    trashed(uid, index, now + Math.round((SPREAD_MS * (index + 1)) / EACH)),
  );
  await test.database.insert('items', items);
  return { person, uid, ids: items.map(item => item._id), restored: 0 };
}

/** Asks for everything back, in an order that has nothing to do with what is over when. */
async function restoreAll(restorer: Restorer): Promise<void> {
  const { person, ids } = restorer;
  const shuffled = ids.map((_, index) => ids[(index * 617) % ids.length] ?? '');
  for (let start = 0; start < shuffled.length; start += RESTORED_AT_ONCE) {
    const chunk = shuffled.slice(start, start + RESTORED_AT_ONCE);
    restorer.restored += (await person.data('trash.restore', { ids: chunk })).restored;
  }
}

/** Janitor after janitor until nothing expired is left; items a second. */
async function purge(test: TestCloud): Promise<{ erased: number; perSecond: number }> {
  const until = test.cloud.now() + SPREAD_MS;
  let erased = 0;
  let busyMs = 0;
  for (let isOver = false; !isOver; ) {
    const isLate = test.cloud.now() > until;
    const runAt = performance.now();
    const run = (await test.runTimer('janitor')) as { data: { erased: number } };
    erased += run.data.erased;
    isOver = isLate && run.data.erased === 0;
    // Runs that found nothing tell nothing of the rate.
    if (run.data.erased > 0) busyMs += performance.now() - runAt;
    await new Promise(resolve => setTimeout(resolve, Math.min(1000, performance.now() - runAt)));
  }
  return { erased, perSecond: erased / (busyMs / 1000) };
}

/** What must be true afterwards; every line of it is counted in the database. */
async function check(test: TestCloud, restorers: Restorer[], erased: number): Promise<void> {
  const restored = restorers.reduce((sum, restorer) => sum + restorer.restored, 0);
  const left = await test.database.find('items');
  const live = left.filter(item => item['state'] === 'live');
  const lines = await test.database.find('logs', { what: 'purged', owner: { $exists: true } });
  const logged = lines
    .filter(line => !line._id.startsWith('naive'))
    .reduce((sum, line) => sum + Number(line['count']), 0);
  const total = OVER + RESTORERS * EACH;
  console.log(`${total} items: ${restored} restored, ${erased} erased, ${lines.length} lines of the log`);
  const checks: [string, number, number][] = [
    ['restored items that are there', live.length, restored],
    ['items in the trash', left.length - live.length, 0],
    ['restored and erased together', restored + erased, total],
    ['items in the log', logged, erased],
  ];
  for (const [name, value, wanted] of checks)
    console.log(`${value === wanted ? 'ok  ' : 'MISS'}  ${name}: ${value}, wanted ${wanted}`);
  if (checks.some(([, value, wanted]) => value !== wanted)) process.exitCode = 1;
}

/** Purges 100,000 items while some of them are restored; the rate beside one item after the other. About two minutes. */
export async function benchPurge(): Promise<void> {
  await buildFunctions();
  const test = await TestCloud.start();
  try {
    await fillOver(test, NAIVE, OWNERS);
    const naive = await purgeNaively(test, NAIVE);
    await fillOver(test, OVER, OWNERS);
    const restorers = await Promise.all(Array.from({ length: RESTORERS }, () => fillRestorer(test)));
    const [{ erased, perSecond }] = await Promise.all([purge(test), ...restorers.map(restoreAll)]);
    await check(test, restorers, erased);
    const [rate, one] = [Math.round(perSecond), Math.round(naive)];
    console.log(`${os.cpus().length} cores, load ${os.loadavg()[0]?.toFixed(1)}`);
    console.log(`purged ${rate} items a second, one by one ${one}: ${(perSecond / naive).toFixed(1)} times`);
  } finally {
    await test.stop();
  }
}
