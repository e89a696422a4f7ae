import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type LocalCloud, startLocalCloud } from '../../../local/cloud';
import { Account } from './account';
import { CloudDatabase } from './cloud-database';
import { TEST_KEYS } from './keys';

const BUILT = path.resolve(__dirname, '../../../dist/cloudfunctions');
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A time that never comes: timers run when a test says so, and never between two lines of it. */
const NEVER = '0 0 0 1 1 * 2099';

const ADMINISTRATORS = ['openid-of-the-administrator', 'openid-of-another-administrator'] as const;

/** A copy of the built functions whose timers wait for `runTimer`. */
function withoutTimers(folder: string): string {
  cpSync(BUILT, folder, { recursive: true });
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const file = path.join(folder, entry.name, 'config.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/("config":\s*)"[^"]*"/g, `$1"${NEVER}"`));
  }
  return folder;
}

/** The built functions in a local cloud of their own. One a test file; every test brings new people. */
export class TestCloud {
  readonly database: CloudDatabase;
  private people = 0;

  private constructor(
    readonly cloud: LocalCloud,
    readonly dir: string,
  ) {
    this.database = new CloudDatabase(cloud.url);
  }

  /** Starts at 10:00 China time, so that no day limit begins anew in the middle of a test. */
  static async start({ timers = false } = {}): Promise<TestCloud> {
    const dir = mkdtempSync(path.join(os.tmpdir(), 'liyili-functions-'));
    const functionsDir = timers ? BUILT : withoutTimers(path.join(dir, 'functions'));
    const env = { ...TEST_KEYS, ADMIN_OPENIDS: ADMINISTRATORS.join(', ') };
    const cloud = await startLocalCloud({ dir, functionsDir, port: 0, env, log: () => {} });
    const test = new TestCloud(cloud, dir);
    await test.advanceTo(10);
    return test;
  }

  /** Somebody whom the cloud has never seen. */
  person(): Account {
    this.people += 1;
    return new Account(this.cloud, `openid-${this.people}`);
  }

  /** One of the two persons who may see the review queue. */
  administrator(which: 0 | 1 = 0): Account {
    return new Account(this.cloud, ADMINISTRATORS[which]);
  }

  /** To the next time that China's clocks show this hour. */
  async advanceTo(hour: number): Promise<void> {
    const sinceMidnight = (this.cloud.now() + 8 * HOUR_MS) % DAY_MS;
    await this.cloud.advance((hour * HOUR_MS - sinceMidnight + DAY_MS) % DAY_MS);
  }

  /** Database requests that functions make while `work` runs. */
  async callsOf(work: () => Promise<unknown>): Promise<number> {
    this.cloud.databaseCalls();
    await work();
    return this.cloud.databaseCalls().total;
  }

  /** Runs a timer function to its end; what it answered. */
  async runTimer(name: string): Promise<unknown> {
    const reply = await this.cloud.runTimer(name);
    if (!('result' in reply)) throw new Error(`${name}: ${reply.errMsg}`);
    return reply.result;
  }

  async stop(): Promise<void> {
    await this.cloud.stop();
    rmSync(this.dir, { recursive: true, force: true });
  }
}
