import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../local/browser';
import type { ClientReply } from '../../local/cloud';
import { PEOPLE } from '../../local/people';

import { Account, type PhoneCloud } from './functions/account';
import { CloudDatabase } from './functions/cloud-database';

const root = path.resolve(__dirname, '../..');

export interface PhoneOptions {
  person?: string;
  width?: number;
  /** WeChat's fontSizeScaleFactor of the phone's system setting. */
  font?: number;
  theme?: 'light' | 'dark';
  /** Page to begin with, as a shared card does: `chain/pages/detail/detail?id=1`. */
  path?: string;
}

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
  /** The stored documents, read past the functions. */
  readonly database: CloudDatabase;
  /** What the preview said about setData, whichever page it was. */
  private readonly complaints: string[] = [];

  private constructor(
    private readonly program: ChildProcess,
    printed: string,
    readonly browser: Browser,
    private readonly dataDir: string,
  ) {
    this.url = addressOf(printed, 'preview');
    this.cloudUrl = addressOf(printed, 'cloud');
    this.database = new CloudDatabase(this.cloudUrl);
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
      if (message.type() !== 'error') return;
      errors.push(message.text());
      if (message.text().startsWith('setData:')) this.complaints.push(message.text());
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
    const { person = 'chen', width = 375, font = 1, theme = 'light', path } = options;
    const query = new URLSearchParams({
      person,
      width: `${width}`,
      font: `${font}`,
      theme,
      ...(path && { path }),
    });
    const errors: string[] = [];
    const page = await this.newPage(width, 812, errors);
    await page.goto(`${this.url}/phone?${query}`);
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

  /** Runs a function's timer now. */
  async runTimer(name: string): Promise<void> {
    await this.post('/control/timers', { name });
  }

  /** What a person's phone would ask of the cloud, past the screens. */
  account(person: string): Account {
    const found = PEOPLE.find(({ id }) => id === person);
    if (!found) throw new Error(`no person ${person}`);
    const invoke: PhoneCloud['invoke'] = (name, data, openid) =>
      this.post('/invoke', { name, data, openid }) as Promise<ClientReply>;
    return new Account({ url: this.cloudUrl, invoke }, found.openid);
  }

  /** Fails when any page sent too much or too often (decision 0136). */
  async stop(): Promise<void> {
    await this.browser.close();
    const ended = once(this.program, 'exit');
    this.program.kill('SIGTERM');
    await ended;
    rmSync(this.dataDir, { recursive: true, force: true });
    if (this.complaints.length > 0) throw new Error(this.complaints.join('\n'));
  }
}
