import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../local/browser';
import type { ClientReply } from '../../local/cloud';
import { callApi } from '../../local/demo';
import { PEOPLE } from '../../local/people';
import type { DataOf } from '../../typings/contract/api';

const root = path.resolve(__dirname, '../..');

export interface PhoneOptions {
  person?: string;
  width?: number;
  /** WeChat's fontSizeScaleFactor of the phone's system setting. */
  font?: number;
  theme?: 'light' | 'dark';
}

type Staged = DataOf<'imports.commit'>;

/** Starts what `npm start` starts, on free ports; resolves with what it printed once it runs. */
async function startProgram(dataDir: string): Promise<{ program: ChildProcess; printed: string }> {
  const program = spawn(process.execPath, ['--import', 'tsx', 'local/start.ts'], {
    cwd: root,
    env: { ...process.env, CLOUD_PORT: '0', PREVIEW_PORT: '0', DATA_DIR: dataDir, WATCH: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  return new Promise((resolve, reject) => {
    const take = (chunk: Buffer): void => {
      printed += chunk.toString();
      if (printed.includes('Ctrl+C')) resolve({ program, printed });
    };
    program.stdout?.on('data', take);
    program.stderr?.on('data', take);
    program.once('exit', code => reject(new Error(`npm start ended with ${code}: ${printed}`)));
  });
}

const addressOf = (printed: string, name: string): string => {
  const found = new RegExp(`${name} +(http://\\S+)`).exec(printed)?.[1];
  if (found === undefined) throw new Error(`no ${name} in: ${printed}`);
  return found;
};

/** The program of `npm start` with a data folder of its own, and a browser to look at it. */
export class RunningApp {
  readonly url: string;
  readonly cloudUrl: string;

  private constructor(
    private readonly program: ChildProcess,
    printed: string,
    readonly browser: Browser,
    private readonly dataDir: string,
  ) {
    this.url = addressOf(printed, 'preview');
    this.cloudUrl = addressOf(printed, 'cloud');
  }

  static async start(): Promise<RunningApp> {
    const dataDir = mkdtempSync(path.join(os.tmpdir(), 'liyili-app-'));
    const { program, printed } = await startProgram(dataDir);
    return new RunningApp(program, printed, await launchBrowser(), dataDir);
  }

  private async newPage(width: number, height: number, errors: string[]): Promise<Page> {
    const page = await this.browser.newPage({ viewport: { width, height }, deviceScaleFactor: 2 });
    page.setDefaultTimeout(30_000);
    page.on('pageerror', error => errors.push(error.stack ?? error.message));
    page.on('console', message => {
      if (message.type() === 'error') errors.push(message.text());
    });
    return page;
  }

  /** Opens what `npm start` shows: control strip and phone. What any page reports as an error lands in `errors`. */
  async openWorkbench(errors: string[]): Promise<Page> {
    const page = await this.newPage(1280, 960, errors);
    await page.goto(this.url);
    return page;
  }

  /** Opens one phone, without the control strip, `width` px wide. */
  async openPhone(options: PhoneOptions = {}): Promise<{ page: Page; errors: string[] }> {
    const { person = 'chen', width = 375, font = 1, theme = 'light' } = options;
    const errors: string[] = [];
    const page = await this.newPage(width, 812, errors);
    await page.goto(`${this.url}/phone?person=${person}&width=${width}&font=${font}&theme=${theme}`);
    return { page, errors };
  }

  private async post(route: string, body: object): Promise<unknown> {
    const response = await fetch(`${this.cloudUrl}${route}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.json();
  }

  /** How many stored documents match a query, read from the database past the functions. */
  async count(collectionName: string, query: object): Promise<number> {
    const action = 'database.calculateDocument';
    const reply = await this.post('/admin', { action, collectionName, query: JSON.stringify(query) });
    return (reply as { data: { total: number } }).data.total;
  }

  /** Runs a function's timer now. */
  async runTimer(name: string): Promise<void> {
    await this.post('/control/timers', { name });
  }

  openid(person: string): string {
    const found = PEOPLE.find(({ id }) => id === person);
    if (!found) throw new Error(`no person ${person}`);
    return found.openid;
  }

  /** Calls the api function as a person's phone would and answers with its reply's data; throws on a refusal. */
  call<T>(person: string, action: string, input: unknown): Promise<T> {
    const invoke = (name: string, data: unknown, openid: unknown) =>
      this.post('/invoke', { name, data, openid }) as Promise<ClientReply>;
    return callApi(invoke, this.openid(person), action, input);
  }

  /** Brings a file in as the import screen does: upload, preview, commit until all of it is in. */
  async importFile(person: string, name: string, content: string): Promise<void> {
    const { uid } = await this.call<{ uid: string }>(person, 'me.show', {});
    const query = new URLSearchParams({ cloudPath: `imports/${uid}/${name}`, openid: this.openid(person) });
    const uploaded = await fetch(`${this.cloudUrl}/storage/upload?${query}`, {
      method: 'POST',
      body: content,
    });
    const { fileID: fileId } = (await uploaded.json()) as { fileID: string };
    const staged = await this.call<Staged>(person, 'imports.stage', { kind: 'follow', source: { fileId } });
    const { importId } = staged.import;
    let state = 'committing';
    while (state === 'committing') {
      state = (await this.call<Staged>(person, 'imports.commit', { importId })).import.state;
    }
  }

  async stop(): Promise<void> {
    await this.browser.close();
    const ended = once(this.program, 'exit');
    this.program.kill('SIGTERM');
    await ended;
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
