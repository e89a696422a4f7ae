import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type LocalCloud, startLocalCloud } from '../../../../local/cloud';
import { type Preview, startPreview } from '../../../../local/preview';
import { launchBrowser } from '../../browser';

/** Two cores may be busy with other tests: what fails here fails by its condition, not by the clock. */
jest.setTimeout(60_000);

export type Outcome = Record<string, unknown> & { errMsg: string };

/** The fixture mini program, its function and the workbench around it, on free ports. */
export class WxBench {
  private constructor(
    readonly cloud: LocalCloud,
    readonly preview: Preview,
    readonly browser: Browser,
    private readonly dir: string,
  ) {}

  static async start(): Promise<WxBench> {
    const dir = mkdtempSync(path.join(os.tmpdir(), 'liyili-wx-'));
    const functionsDir = path.resolve(__dirname, 'functions');
    const cloud = await startLocalCloud({ dir, functionsDir, port: 0, log: () => undefined });
    const preview = await startPreview({
      root: path.resolve(__dirname, 'app'),
      npmRoot: path.resolve(__dirname, '../../../../node_modules'),
      cloudUrl: cloud.url,
      port: 0,
      samplesDir: path.resolve(__dirname, 'samples'),
      messageTitles: { 'due-soon': '活动提醒' },
      watch: false,
      log: () => undefined,
    });
    return new WxBench(cloud, preview, await launchBrowser(), dir);
  }

  /** A phone of its own, in a browser that remembers nothing. */
  async openPhone(query = ''): Promise<Page> {
    const context = await this.newContext();
    const page = await context.newPage();
    await page.goto(`${this.preview.url}/phone?${query}`);
    await page.locator('#first').waitFor();
    return page;
  }

  newContext(width = 375): Promise<BrowserContext> {
    return this.browser.newContext({ viewport: { width, height: 812 } });
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.preview.stop();
    await this.cloud.stop();
    rmSync(this.dir, { recursive: true, force: true });
  }
}

/** Calls `wx.<api>` in the phone and gives the result or the failure; `errMsg` tells which. */
export function call(page: Page, api: string, options: object = {}): Promise<Outcome> {
  return page.evaluate(
    ([name, given]) => {
      const { wx } = globalThis as unknown as { wx: Record<string, unknown> };
      const member = name.split('.').reduce<unknown>((at, part) => Reflect.get(at as object, part), wx);
      return (member as (o: object) => Promise<Outcome>)(given).catch((failure: Outcome) => ({ ...failure }));
    },
    [api, options] as const,
  );
}

/** Starts the call from a real tap; `outcome` settles later, with the result or the failure. */
export async function callInTap(
  page: Page,
  api: string,
  options: object = {},
): Promise<() => Promise<Outcome>> {
  await page.evaluate(
    ([name, given]) => {
      const scope = globalThis as unknown as {
        wx: Record<string, (o: object) => Promise<unknown>>;
        actNow: () => void;
        acted: Promise<unknown>;
      };
      scope.actNow = () => {
        scope.acted = scope.wx[name]?.(given).catch((failure: unknown) => failure) ?? Promise.resolve();
      };
    },
    [api, options] as const,
  );
  await page.locator('#act').click();
  return () => page.evaluate(() => (globalThis as unknown as { acted: Promise<Outcome> }).acted);
}

/** Runs an expression over `wx` in the phone; text, because mini program code is what it stands for. */
export function inPhone<T>(page: Page, expression: string): Promise<T> {
  return page.evaluate(expression) as Promise<T>;
}
