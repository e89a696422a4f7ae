import type { Page } from 'playwright-core';
import type { Scene } from './scene';
import type { World } from './world';

/** The cloud as a phone reaches it, and how long it may be silent before a screen counts as drawn. */
const CLOUD = '**/-/cloud/invoke*';

/** Calls under way, so that nobody looks at a screen that is about to change. */
export class Traffic {
  private readonly open = new Set<unknown>();

  constructor(private readonly page: Page) {
    page.on('request', request => {
      if (request.url().includes('/-/cloud/')) this.open.add(request);
    });
    page.on('requestfinished', request => this.open.delete(request));
    page.on('requestfailed', request => this.open.delete(request));
  }

  /** Until nothing is asked of the cloud any more, and what was answered is drawn. */
  async quiet(): Promise<void> {
    do {
      await this.page.waitForFunction('true', undefined, { polling: 'raf' });
      await this.page.evaluate('new Promise(done => setTimeout(done, 60))');
    } while (this.open.size > 0);
  }
}

/** Questions of a first start are answered, and nothing is left of what was typed on the way to an earlier scene. */
const KEPT = { 'font-offered': true, 'chain-draft': '', 'unsent-entry': '' };

const keep = (page: Page, kept: Record<string, unknown>): Promise<void> =>
  page.evaluate(
    `for (const [key, value] of Object.entries(${JSON.stringify(kept)})) wx.setStorageSync(key, value)`,
  );

async function setCloud(page: Page, cloud: Scene['cloud']): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  if (cloud === 'failing') await page.route(CLOUD, route => route.abort());
  if (cloud === 'waiting') await page.route(CLOUD, () => undefined);
}

const address = ({ page, from, query }: Scene, world: World): string => {
  const pairs = new URLSearchParams(query?.(world) ?? {});
  return `/${from ?? page}${[...pairs].length > 0 ? `?${pairs}` : ''}`;
};

/** Brings a running phone to a scene. `traffic` is that phone's. */
export async function visit(page: Page, traffic: Traffic, scene: Scene, world: World): Promise<void> {
  await setCloud(page, scene.cloud);
  await keep(page, { ...KEPT, ...scene.kept });
  const url = address(scene, world);
  await page.evaluate(`new Promise(done => wx.reLaunch({ url: ${JSON.stringify(url)}, complete: done }))`);
  for (const step of scene.steps ?? []) await step(page);
  await page.locator(`.preview-frame:not([data-hidden]) ${scene.there}`).first().waitFor();
  if (scene.cloud !== 'waiting') await traffic.quiet();
}
