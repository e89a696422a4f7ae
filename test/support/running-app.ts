import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { launchBrowser } from '../../local/browser';
import { type LocalCloud, startLocalCloud } from '../../local/cloud';
import { callApi } from '../../local/demo';
import { developmentKeys } from '../../local/development-keys';
import { PEOPLE } from '../../local/people';
import { startPreview } from '../../local/preview';

const root = path.resolve(__dirname, '../..');

export interface PhoneOptions {
  person?: string;
  width?: number;
  /** WeChat's fontSizeScaleFactor of the phone's system setting. */
  font?: number;
  theme?: 'light' | 'dark';
}

/** The whole app on one machine, as `npm start` runs it, with an empty cloud of its own. */
export class RunningApp {
  private constructor(
    readonly cloud: LocalCloud,
    readonly preview: { url: string; stop(): Promise<void> },
    readonly browser: Browser,
    private readonly dir: string,
  ) {}

  static async start(): Promise<RunningApp> {
    const dir = mkdtempSync(path.join(os.tmpdir(), 'liyili-app-'));
    const cloud = await startLocalCloud({
      dir,
      functionsDir: path.join(root, 'dist/cloudfunctions'),
      port: 0,
      env: developmentKeys(dir),
    });
    const preview = await startPreview({
      root: path.join(root, 'miniprogram'),
      npmRoot: path.join(root, 'node_modules'),
      cloudUrl: cloud.url,
      port: 0,
      samplesDir: path.join(root, 'test/support/samples'),
      people: PEOPLE,
      watch: false,
    });
    return new RunningApp(cloud, preview, await launchBrowser(), dir);
  }

  private async newPage(width: number, height: number, errors: string[]): Promise<Page> {
    const page = await this.browser.newPage({ viewport: { width, height }, deviceScaleFactor: 2 });
    page.setDefaultTimeout(30_000);
    page.on('pageerror', error => errors.push(error.message));
    page.on('console', message => {
      if (message.type() === 'error') errors.push(message.text());
    });
    return page;
  }

  /** Opens what `npm start` shows: control strip and phone. What any page reports as an error lands in `errors`. */
  async openWorkbench(errors: string[]): Promise<Page> {
    const page = await this.newPage(1280, 960, errors);
    await page.goto(this.preview.url);
    return page;
  }

  /** Opens one phone, without the control strip, `width` px wide. */
  async openPhone(options: PhoneOptions = {}): Promise<{ page: Page; errors: string[] }> {
    const { person = 'chen', width = 375, font = 1, theme = 'light' } = options;
    const errors: string[] = [];
    const page = await this.newPage(width, 812, errors);
    await page.goto(`${this.preview.url}/phone?person=${person}&width=${width}&font=${font}&theme=${theme}`);
    return { page, errors };
  }

  /** How many stored documents match a query, read from the database past the functions. */
  async count(collectionName: string, query: object): Promise<number> {
    const response = await fetch(`${this.cloud.url}/admin`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        action: 'database.calculateDocument',
        collectionName,
        query: JSON.stringify(query),
      }),
    });
    const { data } = (await response.json()) as { data: { total: number } };
    return data.total;
  }

  openid(person: string): string {
    const found = PEOPLE.find(({ id }) => id === person);
    if (!found) throw new Error(`no person ${person}`);
    return found.openid;
  }

  /** Calls the api function as a person's phone would and answers with its reply. */
  call<T>(person: string, action: string, input: unknown): Promise<T> {
    return callApi(this.cloud.invoke, this.openid(person), action, input);
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.preview.stop();
    await this.cloud.stop();
    rmSync(this.dir, { recursive: true, force: true });
  }
}

export type { Frame, Page };
