import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { type Preview, startPreview } from '../../../../local/preview';
import { launchBrowser } from '../../browser';

/** What the pages of the fixture note down of every event, in `globalThis.seen`. */
export interface Seen {
  type: string;
  at: string;
  target: string;
  dataset: Record<string, unknown>;
  mark: Record<string, unknown>;
  detail: Record<string, unknown>;
  touches: number;
  changed: number;
}

/** One phone showing one page of the fixture in this folder. */
export class BuiltinsApp {
  /** Errors thrown in the phone; a test may expect none. */
  readonly errors: string[] = [];

  private constructor(
    private readonly preview: Preview,
    private readonly browser: Browser,
    readonly page: Page,
  ) {
    page.on('pageerror', error => this.errors.push(error.message));
  }

  static async start(): Promise<BuiltinsApp> {
    const preview = await startPreview({
      root: path.resolve(__dirname, 'app'),
      npmRoot: path.resolve(__dirname, '../../../../node_modules'),
      port: 0,
      watch: false,
      log: () => undefined,
    });
    const browser = await launchBrowser();
    const context = await browser.newContext({ viewport: { width: 375, height: 720 }, hasTouch: true });
    return new BuiltinsApp(preview, browser, await context.newPage());
  }

  /** Shows `pages/<name>/<name>` alone on the stack, with nothing seen yet. */
  async open(name: string): Promise<void> {
    const inPreview = this.page.url().startsWith(this.preview.url);
    if (!inPreview) await this.page.goto(`${this.preview.url}/phone?person=lin`);
    await this.page.locator('wx-page').first().waitFor({ state: 'attached' });
    await this.page.evaluate(async url => {
      const { wx } = globalThis as unknown as { wx: { reLaunch(options: { url: string }): Promise<void> } };
      await wx.reLaunch({ url });
      Object.assign(globalThis, { seen: [] });
    }, `/pages/${name}/${name}`);
  }

  element(id: string): Locator {
    return this.page.locator(`#${id}`);
  }

  seen(): Promise<Seen[]> {
    return this.page.evaluate(() => (globalThis as unknown as { seen?: Seen[] }).seen ?? []);
  }

  /** Waits for the first event of a type and gives its detail. */
  async detailOf(type: string): Promise<Record<string, unknown>> {
    const handle = await this.page.waitForFunction(
      wanted => (globalThis as unknown as { seen: Seen[] }).seen.find(event => event.type === wanted),
      type,
    );
    return ((await handle.jsonValue()) as Seen).detail;
  }

  forget(): Promise<unknown> {
    return this.page.evaluate(() => Object.assign(globalThis, { seen: [] }));
  }

  setData(data: Record<string, unknown>): Promise<void> {
    return this.page.evaluate(change => {
      const { getCurrentPages } = globalThis as unknown as {
        getCurrentPages(): { setData(data: object): void }[];
      };
      getCurrentPages().at(-1)?.setData(change);
    }, data);
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.preview.stop();
  }
}
