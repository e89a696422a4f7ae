import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { RunningApp } from '../../test/support/running-app';
import { measureRebuilds } from './rebuild';

interface Bar {
  name: string;
  value: number;
  unit: string;
  limit: number;
}

const RUNS = 5;
/** Who has how many follows. */
const LARGE = { person: 'chen', follows: 10_000 };
const SMALL = { person: 'wang', follows: 100 };
const VIEWPORT = { width: 375, height: 812 };
/** How far the long list is scrolled, px; pages of rows are fetched and left behind on the way. */
const SCROLL_PX = 30_000;
const WHEEL_PX = 1_000;
const KIB = 1024;

export const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** In the page: the first frame in which an expression holds, ms after `since`. */
const frameWhen = (expression: string, since: string) =>
  `new Promise(resolve => (function look() {
    if (${expression}) resolve(performance.now() - ${since}); else requestAnimationFrame(look);
  })())`;

const HOME_DRAWN = "document.querySelector('#card-follow')?.getBoundingClientRect().height > 0";
const ROWS_DRAWN = "document.querySelector('#rows')?.textContent.includes('公众号')";

/** A phone on its home page, and how long after the start of the navigation that could be used, ms. */
async function openHome(app: RunningApp, person: string): Promise<{ page: Page; usableMs: number }> {
  const page = await app.browser.newPage({ viewport: VIEWPORT });
  await page.addInitScript(`globalThis.__usable = ${frameWhen(HOME_DRAWN, '0')}`);
  await page.goto(`${app.url}/phone?person=${person}&width=${VIEWPORT.width}&font=1`);
  return { page, usableMs: await page.evaluate<number>('globalThis.__usable') };
}

async function measureHome(app: RunningApp): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const { page, usableMs } = await openHome(app, LARGE.person);
    times.push(usableMs);
    await page.close();
  }
  return median(times);
}

/** From the finger's leaving of the card to the frame that has rows, ms. */
async function openList(page: Page): Promise<number> {
  await page.evaluate(`globalThis.__opened = new Promise(resolve => addEventListener('pointerup', () => {
    const since = performance.now();
    ${frameWhen(ROWS_DRAWN, 'since')}.then(resolve);
  }, { once: true, capture: true })); undefined`);
  await page.locator('#card-follow').click();
  return page.evaluate<number>('globalThis.__opened');
}

async function leaveList(page: Page): Promise<void> {
  await page.evaluate('wx.navigateBack()');
  await page.locator('#rows').waitFor({ state: 'detached' });
  await page.locator('#card-follow').waitFor();
}

/** Turn and turn about, so that whatever else the machine does hits both sizes. */
async function measureLists(large: Page, small: Page): Promise<{ largeMs: number; smallMs: number }> {
  const times: { large: number[]; small: number[] } = { large: [], small: [] };
  for (let run = 0; run < RUNS; run += 1) {
    times.large.push(await openList(large));
    times.small.push(await openList(small));
    await leaveList(large);
    await leaveList(small);
  }
  return { largeMs: median(times.large), smallMs: median(times.small) };
}

async function measureScrolling(page: Page): Promise<{ mostNodes: number; largestBytes: number }> {
  await openList(page);
  await page.mouse.move(VIEWPORT.width / 2, VIEWPORT.height / 2);
  let mostNodes = 0;
  let top = 0;
  while (top < SCROLL_PX) {
    await page.mouse.wheel(0, WHEEL_PX);
    await page.evaluate(
      'new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))',
    );
    mostNodes = Math.max(mostNodes, await page.evaluate<number>('__preview.nodeCount()'));
    top = await page.evaluate<number>("document.querySelector('#rows [data-scroller]').scrollTop");
  }
  const largestBytes = await page.evaluate<number>(
    'Math.max(...__preview.setDataCalls.map(call => call.bytes))',
  );
  return { mostNodes, largestBytes };
}

async function seed(app: RunningApp): Promise<void> {
  for (const { person, follows } of [LARGE, SMALL]) {
    const names = Array.from({ length: follows }, (_, n) => `公众号 ${String(n + 1).padStart(5, '0')}`);
    await app.account(person).importFile(names.join('\n'));
  }
}

async function measurePages(): Promise<Bar[]> {
  const app = await RunningApp.start();
  try {
    await seed(app);
    const homeMs = await measureHome(app);
    const { page: large } = await openHome(app, LARGE.person);
    const { page: small } = await openHome(app, SMALL.person);
    const { largeMs, smallMs } = await measureLists(large, small);
    const { mostNodes, largestBytes } = await measureScrolling(large);
    const unit = `times (${Math.round(largeMs)} and ${Math.round(smallMs)} ms)`;
    return [
      { name: 'home usable after the start of navigation', value: homeMs, unit: 'ms', limit: 2_000 },
      { name: `list of ${LARGE.follows} opens`, value: largeMs, unit: 'ms', limit: 1_000 },
      { name: `… against ${SMALL.follows}`, value: largeMs / smallMs, unit, limit: 2 },
      { name: 'most nodes while scrolling', value: mostNodes, unit: 'nodes', limit: 400 },
      { name: 'largest setData', value: largestBytes / KIB, unit: 'KB', limit: 64 },
    ];
  } finally {
    await app.stop();
  }
}

/** Prints the bars of the preview and whether each is met; takes about a minute. */
export async function benchPreview(): Promise<void> {
  const rebuilds = await measureRebuilds(path.resolve(__dirname, '../..'), RUNS);
  const bars: Bar[] = [
    ...rebuilds.map(({ file, ms }) => ({
      name: `reload after a change of ${path.extname(file)}`,
      value: median(ms),
      unit: 'ms',
      limit: 1_000,
    })),
    ...(await measurePages()),
  ];
  console.log(`${os.cpus().length} cores, load ${os.loadavg()[0]?.toFixed(1)}; a busy machine shows more`);
  for (const { name, value, unit, limit } of bars) {
    console.log(
      `${value <= limit ? 'ok  ' : 'MISS'}  ${name}: ${Number(value.toFixed(2))} ${unit}, wanted ≤ ${limit}`,
    );
  }
}
