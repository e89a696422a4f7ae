import os from 'node:os';
import type { Page } from 'playwright-core';
import { RunningApp } from '../../test/support/running-app';

/** A cheap phone on a slow network, as the browser plays them. */
const CPU_SLOWDOWN = 4;
const LATENCY_MS = 150;
const LIMIT_MS = 1_500;
const RUNS = 5;

interface Case {
  name: string;
  path?: string;
  /** Drawn once the screen can be used. */
  usable: string;
  /** Opened before on the same phone, which kept the answers. */
  again?: boolean;
}

interface Times {
  /** Until the program's first line: the preview loads what WeChat has on the phone already. */
  before: number;
  /** From there to the screen that can be used, ms. */
  app: number;
  calls: number;
}

const HOME = '#card-follow';

async function casesOf(app: RunningApp): Promise<Case[]> {
  const { items } = await app.account('chen').data('chains.list', { scope: 'organized' });
  const card = `chain/pages/detail/detail?id=${items[0]?.chainId}`;
  return [
    { name: '整理, the first time', usable: HOME },
    { name: '整理, another time', usable: HOME, again: true },
    { name: 'a chain from a shared card', path: card, usable: '#chain-title' },
    { name: '接龙', path: 'pages/chains/mine/mine', usable: '.chain' },
  ];
}

/** In the page: when what makes the screen usable is drawn for the first time, ms. */
const watchFor = (
  selector: string,
): string => `globalThis.__usable = new Promise(resolve => (function look() {
  if (document.querySelector('${selector}')?.getBoundingClientRect().height > 0) resolve(performance.now());
  else requestAnimationFrame(look);
})())`;

/** The program's files come at once, as on a phone that has them; every request to the cloud is late. */
async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  await page.route('**/-/cloud/**', async route => {
    await new Promise(resolve => setTimeout(resolve, LATENCY_MS));
    await route.continue();
  });
}

async function openScreen(app: RunningApp, { path, usable, again }: Case): Promise<Times> {
  const context = await app.browser.newContext({ viewport: { width: 375, height: 812 } });
  const query = new URLSearchParams({ person: 'lin', width: '375', font: '1', ...(path && { path }) });
  const url = `${app.url}/phone?${query}`;
  try {
    const page = await context.newPage();
    if (again) {
      await page.goto(url);
      await page.locator(usable).first().waitFor();
    }
    await page.addInitScript(watchFor(usable));
    await slowDown(page);
    let calls = 0;
    page.on('request', request => {
      if (request.url().endsWith('/-/cloud/invoke')) calls += 1;
    });
    await page.goto(url, { waitUntil: 'commit' });
    const at = await page.evaluate<number>('globalThis.__usable');
    const before = await page.evaluate<number>("performance.getEntriesByName('launch')[0].startTime");
    return { before, app: at - before, calls };
  } finally {
    await context.close();
  }
}

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Prints when first screens can be used on a phone a quarter as fast as this machine, 150 ms from the cloud; a minute. */
export async function benchFirstScreen(): Promise<void> {
  const app = await RunningApp.start();
  try {
    for (const screen of await casesOf(app)) {
      const times: Times[] = [];
      for (let run = 0; run < RUNS; run += 1) times.push(await openScreen(app, screen));
      const ms = Math.round(median(times.map(time => time.app)));
      const before = Math.round(median(times.map(time => time.before)));
      const calls = Math.max(...times.map(time => time.calls));
      const rest = `${calls} calls, after ${before} ms of the preview's own`;
      console.log(
        `${ms <= LIMIT_MS ? 'ok  ' : 'MISS'}  ${screen.name}: ${ms} ms, wanted ≤ ${LIMIT_MS}; ${rest}`,
      );
    }
    console.log(`${os.cpus().length} cores, load ${os.loadavg()[0]?.toFixed(1)}; a busy machine shows more`);
  } finally {
    await app.stop();
  }
}
