import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { inspect } from 'node:util';
import { EJSON } from 'bson';
import { main as api } from '../../../cloudfunctions/api/index';
import { main as chains } from '../../../cloudfunctions/chains/index';
import { main as courier } from '../../../cloudfunctions/courier/index';
import { main as janitor } from '../../../cloudfunctions/janitor/index';
import type { ClientReply } from '../../../local/cloud';
import {
  type Database,
  DatabaseError,
  type DatabaseRequest,
  openDatabase,
} from '../../../local/cloud/database';
import { callContext, callEnvironment } from '../../../local/cloud/functions/caller';
import type { Person } from '../../../local/cloud/local-cloud';
import { Account } from './account';
import type { Stored } from './cloud-database';
import { TEST_KEYS } from './keys';

const DATABASE_JSON = path.resolve(__dirname, '../../../cloudfunctions/database.json');
/** Where the SDK makes its HTTP requests. */
const requester = jest.requireActual<{ request(sent: { params: DatabaseRequest }): Promise<object> }>(
  '@cloudbase/node-sdk/dist/utils/tcbapirequester',
);
const FUNCTIONS = { api, chains, courier, janitor };
export type FunctionName = keyof typeof FUNCTIONS;

/** Chances of each database request while a step runs, 0–1. */
export interface Trouble {
  /** It fails and does nothing. */
  error: number;
  /** It takes effect, its reply is lost. */
  lost: number;
  /** It takes effect, the instance that sent it is dead. */
  killed: number;
}

export const NO_TROUBLE: Trouble = { error: 0, lost: 0, killed: 0 };

type Body = Record<string, unknown>;

interface Call {
  id: number;
  die(): void;
}

interface Pending {
  call: Call;
  request: DatabaseRequest;
  answer(body: Body): void;
}

const DEAD: ClientReply = { requestId: '', errCode: -504002, errMsg: 'the instance was killed' };
const OUTAGE = { code: 'DATABASE_REQUEST_FAILED', message: 'failed on purpose' };
/** The storage has no files, and room for any: ids for paths, and deletions that succeed. */
function answerForStorage({
  action,
  path: cloudPath,
}: {
  action?: unknown;
  path?: unknown;
}): Body | undefined {
  if (action === 'storage.getUploadMetadata') return { data: { fileId: `cloud://env.files/${cloudPath}` } };
  return action === 'storage.batchDeleteFile' ? { data: { delete_list: [] } } : undefined;
}
/** Turns of the event loop without a request after which calls cannot be waiting for the database. */
const PATIENCE = 200;

/**
 * The functions and the database of a cloud in one process, through the unmodified SDK save its HTTP: every database
 * request stops here, and a random number decides whose goes next and what becomes of it. So the order of everything
 * follows from one seed, a killed instance costs nothing, and thousands of sequences run in seconds.
 */
export class InterleavedCloud {
  /** Epoch ms; one more with every request. */
  now = 0;
  private readonly calls = new AsyncLocalStorage<Call>();
  private pending: Pending[] = [];
  private started = 0;
  private random: () => number = () => 0;
  private trouble = NO_TROUBLE;
  private words: unknown[] = [];
  private giveBack: () => void = () => undefined;

  private constructor(
    private readonly database: Database,
    private readonly dir: string,
  ) {}

  static async start(): Promise<InterleavedCloud> {
    Object.assign(process.env, TEST_KEYS);
    const dir = mkdtempSync(path.join(os.tmpdir(), 'liyili-interleaved-'));
    const schema = JSON.parse(readFileSync(DATABASE_JSON, 'utf8'));
    const clock = { now: () => 0 };
    const database = await openDatabase({ dir, schema, now: () => clock.now(), durable: false });
    const cloud = new InterleavedCloud(database, dir);
    clock.now = () => cloud.now;
    cloud.takeOver();
    return cloud;
  }

  /** An empty cloud at an instant; `random` gives numbers from 0 to 1. */
  async begin(now: number, random: () => number): Promise<void> {
    this.now = now;
    this.random = random;
    await this.database.reset();
  }

  /** Runs clients at once until all have settled, with every request of theirs in trouble now and then. */
  async run<T>(trouble: Trouble, ...clients: (() => Promise<T>)[]): Promise<T[]> {
    this.trouble = trouble;
    let running = true;
    const results = Promise.all(clients.map(client => client())).finally(() => {
      running = false;
    });
    // Whoever awaits the results hears of a failure; the loop below must not.
    results.catch(() => undefined);
    for (let idle = 0; idle < PATIENCE; idle += 1) {
      await turn();
      if (!running) break;
      if (this.pending.length === 0) continue;
      idle = 0;
      await this.serveOne();
    }
    if (running) throw new Error('calls wait for something that is not the database');
    return results;
  }

  /** Runs one client that nothing disturbs. */
  async calmly<T>(client: () => Promise<T>): Promise<T> {
    const [result] = await this.run(NO_TROUBLE, client);
    return result as T;
  }

  /** Somebody's phone. */
  person(openid: string): Account {
    return new Account({ url: '', invoke: (...call) => this.invoke(...call) }, openid);
  }

  /** One call into a function, as a phone or a timer makes it. */
  invoke(name: string, event: unknown, caller?: string | Person): Promise<ClientReply> {
    this.started += 1;
    const id = this.started;
    const openid = typeof caller === 'string' ? caller : caller?.openid;
    const source =
      openid === undefined ? { source: 'timer' as const } : { source: 'wx_client' as const, openid };
    const environment = callEnvironment(source, String(id));
    const context = callContext({ name, memoryMb: 256, timeoutMs: 60_000 }, String(id), environment);
    return new Promise(resolve => {
      const call = { id, die: () => resolve(DEAD) };
      const answered = this.calls.run(call, () => FUNCTIONS[name as FunctionName](event, context));
      const failed = (error: unknown) => resolve({ requestId: '', errCode: -504002, errMsg: String(error) });
      answered.then(result => resolve({ requestId: '', result: JSON.parse(JSON.stringify(result)) }), failed);
    });
  }

  /** What a function logged last as an error. */
  lastWords(): string {
    return inspect(this.words);
  }

  /** Documents that match, past the functions and without trouble. */
  async find(collectionName: string, query: object): Promise<Stored[]> {
    const request = {
      action: 'database.getDocument',
      collectionName,
      query: EJSON.stringify(query),
      limit: 1000,
    };
    const { data } = await this.database.handle(request);
    return (data as { list: string[] }).list.map(text => EJSON.parse(text) as Stored);
  }

  /** Puts documents in, past the functions. */
  async insert(collectionName: string, documents: object[]): Promise<void> {
    const data = documents.map(document => EJSON.stringify(document));
    await this.database.handle({ action: 'database.insertDocument', collectionName, data });
  }

  async stop(): Promise<void> {
    this.giveBack();
    await this.database.close();
    rmSync(this.dir, { recursive: true, force: true });
  }

  /** Plain replacements: what a spy remembers of a million calls would fill the memory. */
  private takeOver(): void {
    const { now } = Date;
    const { request } = requester;
    const { error, warn } = console;
    Date.now = () => this.now;
    requester.request = ({ params }) => this.hold(params);
    // The gateway logs every outage, here made on purpose; the last words tell of a bug.
    console.error = (...words) => {
      this.words = words;
    };
    console.warn = () => undefined;
    this.giveBack = () => {
      Date.now = now;
      requester.request = request;
      Object.assign(console, { error, warn });
    };
  }

  private hold(request: DatabaseRequest): Promise<object> {
    const call = this.calls.getStore();
    if (!call) throw new Error('a request outside every call');
    return new Promise((resolve, reject) => {
      // A reply with a code is an error, as the SDK's own requester makes of it.
      const answer = (body: Body): void =>
        'code' in body ? reject(Object.assign(new Error(), body)) : resolve(body);
      this.pending.push({ call, request, answer });
    });
  }

  private async serveOne(): Promise<void> {
    const [next] = this.pending.splice(Math.floor(this.random() * this.pending.length), 1);
    if (!next) return;
    this.now += 1;
    const { error, lost, killed } = this.trouble;
    const chance = this.random();
    if (chance < error) return next.answer(OUTAGE);
    const body = answerForStorage(next.request) ?? (await this.answerOf(next.request));
    if (chance < error + lost) return next.answer(OUTAGE);
    if (chance >= error + lost + killed) return next.answer(body);
    this.pending = this.pending.filter(({ call }) => call !== next.call);
    next.call.die();
  }

  private async answerOf(request: DatabaseRequest): Promise<Body> {
    try {
      return await this.database.handle(request);
    } catch (error) {
      if (error instanceof DatabaseError) return { code: error.code, message: error.message };
      throw error;
    }
  }
}
