import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type Preview, startPreview } from '../../../../local/preview';
import { launchBrowser } from '../../browser';

export interface OpenPhone {
  page: Page;
  /** What the fixture's App collected in `log` since the last call. */
  takeLog(): Promise<string[]>;
  /** Console output and uncaught errors since the phone was opened. */
  messages: string[];
}

/** One preview of a fixture program and any number of phones on it. */
export class PhoneLab {
  private constructor(
    private readonly preview: Preview,
    private readonly browser: Browser,
    private readonly ownsBrowser: boolean,
  ) {}

  /** `beside` lends its browser. */
  static async start(fixture: string, beside?: PhoneLab): Promise<PhoneLab> {
    const preview = await startPreview({
      root: path.resolve(__dirname, fixture),
      npmRoot: path.resolve(__dirname, '../../../../node_modules'),
      port: 0,
      watch: false,
      log: () => undefined,
    } as Parameters<typeof startPreview>[0]);
    return new PhoneLab(preview, beside?.browser ?? (await launchBrowser()), beside === undefined);
  }

  async open(query = '', viewport = { width: 375, height: 812 }): Promise<OpenPhone> {
    const page = await this.browser.newPage({ viewport });
    page.setDefaultTimeout(30_000);
    const messages: string[] = [];
    page.on('console', message => messages.push(message.text()));
    page.on('pageerror', error => messages.push(String(error)));
    await page.goto(`${this.preview.url}/phone?${query}`);
    // The first page is usable when it has had its onReady.
    await page.waitForFunction(() => Reflect.get(globalThis, '__preview')?.pages().at(-1)?.ready === true);
    const takeLog = () => page.evaluate(() => Reflect.get(globalThis, 'getApp')().log.splice(0) as string[]);
    return { page, takeLog, messages };
  }

  async stop(): Promise<void> {
    if (this.ownsBrowser) await this.browser.close();
    await this.preview.stop();
  }
}
