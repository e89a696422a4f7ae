import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseChain } from '../../cloudfunctions/core/chains/document';
import { uidOf } from '../../cloudfunctions/core/platform/crypto';
import { placesTaken } from '../../cloudfunctions/core/seats/figures';
import { Account } from '../../test/support/functions/account';
import { choiceField, type GivenDraft, organizeChain } from '../../test/support/functions/chain-account';
import { CloudDatabase } from '../../test/support/functions/cloud-database';
import { TEST_KEYS } from '../../test/support/functions/keys';
import type { Reply } from '../../typings/contract/api';
import type { EntryReply } from '../../typings/contract/entries';
import type { ChainDraft } from '../../typings/contract/fields';
import { buildFunctions, bundleFunction } from '../build';
import { type LocalCloud, startLocalCloud } from '../cloud';

/** Every request takes 0 to 10 ms longer; one reply in a hundred is lost; every second an instance dies. */
const TROUBLE = { latencyMs: 0, latencyJitterMs: 10, lostReplyRate: 0.01, killEveryMs: 1000 };
/** Wanted: so many times the throughput of the join in a transaction. */
const FACTOR = 5;
const CALLS_MAX = 4;
const PEOPLE_A_PLACE = 10;

interface Case {
  name: string;
  draft: GivenDraft;
  /** What each caller sends. */
  inputOf(index: number): { answers: Record<string, string>; forOther?: boolean };
  /** Each caller joins so often. */
  each: number;
}

const OPTIONS = ['a', 'b', 'c', 'd'] as const;
const optionOf = (index: number) => OPTIONS[index % OPTIONS.length] ?? 'a';

const PLAIN: Case = { name: 'own entry', draft: {}, inputOf: () => ({ answers: {} }), each: 1 };

/** A quarter of the places for each option. */
function casesFor(places: number): Case[] {
  const options = Object.fromEntries(OPTIONS.map(option => [option, places / OPTIONS.length]));
  return [
    PLAIN,
    {
      ...PLAIN,
      name: 'a capacity for each option',
      draft: { fields: [choiceField(options)] },
      inputOf: index => ({ answers: { group: optionOf(index) } }),
    },
    {
      ...PLAIN,
      name: 'four for others each',
      draft: { forOthers: true },
      inputOf: () => ({ answers: {}, forOther: true }),
      each: 4,
    },
  ];
}

interface Outcome {
  ms: number;
  /** Of the answer that counted. */
  status: EntryReply['entry']['status'] | 'failed';
  number: number;
}

const isFinal = (reply: Reply<EntryReply>): boolean => reply.ok || reply.error.code !== 'UNAVAILABLE';

/** Calls until it is answered, as a phone does. */
async function joinAs(cloud: LocalCloud, name: string, openid: string, input: object): Promise<Outcome> {
  const startedAt = performance.now();
  for (;;) {
    const answer = await cloud.invoke(name, { action: 'chains.join', input }, openid);
    const reply = 'result' in answer ? (answer.result as Reply<EntryReply>) : undefined;
    if (!reply || !isFinal(reply)) continue;
    const ms = performance.now() - startedAt;
    if (reply.ok) return { ms, status: reply.data.entry.status, number: reply.data.entry.number };
    return { ms, status: 'failed', number: 0 };
  }
}

interface Bench {
  cloud: LocalCloud;
  database: CloudDatabase;
  /** Entries; there are places for a tenth of them. */
  entries: number;
}

interface Figures {
  rate: number;
  p50: number;
  p95: number;
  calls: number;
  oversold: number;
  failures: number;
  lies: number;
}

/** People who opened the form before: there is a document to count their writes in. */
async function people(database: CloudDatabase, count: number, prefix: string): Promise<string[]> {
  const openids = Array.from({ length: count }, (_, index) => `${prefix}-${index}`);
  await database.insert(
    'limits',
    openids.map(openid => ({ _id: uidOf(openid), grade: 'ordinary' })),
  );
  return openids;
}

/** Told something else than what is true: a status or a number that the book does not have. */
function liesOf(outcomes: Outcome[], { held, order }: ReturnType<typeof parseChain>['book']): number {
  const seats = new Map(Object.values(held).map(seat => [order.indexOf(seat.entryId) + 1, seat.status]));
  const answered = outcomes.filter(({ status }) => status !== 'failed');
  const isTwice = answered.length - new Set(answered.map(({ number }) => number)).size;
  return answered.filter(({ number, status }) => seats.get(number) !== status).length + isTwice;
}

async function run({ cloud, database, entries }: Bench, name: string, of: Case): Promise<Figures> {
  const places = entries / PEOPLE_A_PLACE;
  const draft: Partial<ChainDraft> = { capacity: places, waitlist: true, ...of.draft };
  const { chainId } = await organizeChain(new Account(cloud, `owner of ${name}, ${of.name}`), draft);
  const openids = await people(database, entries / of.each, `${name} ${of.name}`);
  cloud.databaseCalls();
  cloud.faults(TROUBLE);
  const startedAt = performance.now();
  const outcomes = await Promise.all(
    Array.from({ length: entries }, (_, index) => {
      const input = { chainId, requestId: `request-${index}`, name: `成员${index}`, ...of.inputOf(index) };
      return joinAs(cloud, name, openids[index % openids.length] ?? '', input);
    }),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  cloud.faults({});
  const calls = cloud.databaseCalls().total / entries;
  const [document] = await database.find('chains', { _id: chainId });
  const { book } = parseChain(document);
  const times = outcomes.map(({ ms }) => ms).sort((one, other) => one - other);
  const at = (share: number): number => times[Math.floor(share * (times.length - 1))] ?? 0;
  return {
    ...{ rate: entries / seconds, p50: at(0.5), p95: at(0.95), calls },
    oversold: Math.max(0, placesTaken(book) - places),
    failures: outcomes.filter(({ status }) => status === 'failed').length,
    lies: liesOf(outcomes, book),
  };
}

/** Requests of one join that nothing disturbs. */
async function quietCalls({ cloud, database }: Bench, of: Case): Promise<number> {
  const { chainId } = await organizeChain(new Account(cloud, `quiet owner, ${of.name}`), of.draft);
  const [openid = ''] = await people(database, 1, `quiet ${of.name}`);
  cloud.databaseCalls();
  const input = { chainId, requestId: 'request-quiet', name: '成员', ...of.inputOf(0) };
  await joinAs(cloud, 'chains', openid, input);
  return cloud.databaseCalls().total;
}

const line = (name: string, { rate, p50, p95, calls, oversold, failures, lies }: Figures): string =>
  [
    name.padEnd(44),
    `${rate.toFixed(1).padStart(7)} joins/s`,
    `p50 ${String(Math.round(p50)).padStart(6)} ms`,
    `p95 ${String(Math.round(p95)).padStart(6)} ms`,
    `${calls.toFixed(2)} calls a join`,
    `oversold ${oversold}, failed ${failures}, told wrongly ${lies}`,
  ].join('  ');

/** The real functions, and beside them the two joins they are compared with. */
async function functionsIn(dir: string): Promise<string> {
  const functionsDir = path.join(dir, 'functions');
  cpSync(await buildFunctions(), functionsDir, { recursive: true });
  for (const guard of ['transaction', 'nothing']) {
    const out = path.join(functionsDir, `guarded-by-${guard}`);
    await bundleFunction(path.join(__dirname, 'joins/index.ts'), out);
    const config = { timeout: 60, memorySize: 256, envVariables: { JOIN_GUARD: guard } };
    writeFileSync(path.join(out, 'config.json'), JSON.stringify(config));
  }
  return functionsDir;
}

async function measure(bench: Bench): Promise<void> {
  const ours: Figures[] = [];
  for (const of of casesFor(bench.entries / PEOPLE_A_PLACE)) {
    const quiet = await quietCalls(bench, of);
    const figures = await run(bench, 'chains', of);
    ours.push(figures);
    console.log(line(`one conditional write, ${of.name}`, figures), ` (${quiet} undisturbed)`);
    if (quiet > CALLS_MAX) console.log(`MISS  wanted ≤ ${CALLS_MAX} requests a join`);
  }
  const transaction = await run(bench, 'guarded-by-transaction', PLAIN);
  console.log(line('runTransaction until it succeeds', transaction));
  console.log(line('read, then write', await run(bench, 'guarded-by-nothing', PLAIN)));
  const factor = (ours[0]?.rate ?? 0) / transaction.rate;
  const isRight = ours.every(({ oversold, failures, lies }) => oversold + failures + lies === 0);
  console.log(`${isRight ? 'ok  ' : 'MISS'}  nobody oversold, refused or told wrongly`);
  console.log(
    `${factor >= FACTOR ? 'ok  ' : 'MISS'}  ${factor.toFixed(1)} × runTransaction, wanted ${FACTOR}`,
  );
}

/** Prints what so many joins at once, 1,000 as a rule, into a chain with places for a tenth of them take; two minutes. */
export async function benchChains(entries: number): Promise<void> {
  Object.assign(process.env, TEST_KEYS);
  const dir = mkdtempSync(path.join(os.tmpdir(), 'liyili-bench-chains-'));
  const functionsDir = await functionsIn(dir);
  const env = { ...TEST_KEYS };
  const cloud = await startLocalCloud({ dir, functionsDir, port: 0, env, log: () => {} });
  try {
    await measure({ cloud, database: new CloudDatabase(cloud.url), entries });
  } finally {
    await cloud.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}
