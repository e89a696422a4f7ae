import type { Page } from 'playwright-core';
import { RunningApp } from '../support/running-app';

declare const __preview: { setDataCalls: { bytes: number; page: string }[]; nodeCount(): number };

const FOLLOWS = 10_000;
/** The bars for a list of this size; its opening time is printed by the bench. */
const MOST_NODES = 400;
const MOST_SETDATA_BYTES = 64 * 1024;
/** What a first screen may send to be drawn; its time is printed by `npm run bench -- first-screen`. */
const FIRST_SCREEN_BYTES = 16 * 1024;

let app: RunningApp;

beforeAll(async () => {
  app = await RunningApp.start();
  const names = Array.from({ length: FOLLOWS }, (_, n) => `公众号 ${String(n + 1).padStart(5, '0')}`);
  await app.account('chen').importFile(names.join('\n'));
}, 180_000);

afterAll(() => app?.stop());

const lastRow = (page: Page) => page.getByText(/^公众号 \d{5}$/).last();

/** Scrolls the list as a thumb does until the row numbered `goal` or a later one is drawn; the most nodes on the way. */
async function scrollPast(page: Page, goal: string): Promise<number> {
  let most = 0;
  await page.locator('#rows').hover();
  while (((await lastRow(page).textContent()) ?? '') < `公众号 ${goal}`) {
    await page.mouse.wheel(0, 2_000);
    most = Math.max(most, await page.evaluate(() => __preview.nodeCount()));
  }
  return most;
}

it.each([
  ['整理', undefined, '#card-follow', 1, 2],
  ['接龙', 'pages/chains/mine/mine', '#scopes', 1, 5],
  ['a chain', 'chain/pages/detail/detail', '#chain-title', 2, 5],
])(
  'shows %s first after few questions, few changes and few bytes',
  async (_, path, usable, most, changes) => {
    const { items } = await app.account('chen').data('chains.list', { scope: 'organized' });
    const card = path?.includes('detail') ? `${path}?id=${items[0]?.chainId}` : path;
    const asked: string[] = [];
    const { page, errors } = await app.openPhone({ person: 'lin', ...(card && { path: card }) });
    await page.locator(usable).first().waitFor();
    await page.waitForLoadState('networkidle');
    // Once more, to be seen from its beginning.
    page.on('request', request => asked.push(request.url()));
    await page.reload();
    await page.locator(usable).first().waitFor();
    const calls = await page.evaluate(() => __preview.setDataCalls);
    expect(asked.filter(url => url.endsWith('/-/cloud/invoke')).length).toBeLessThanOrEqual(most);
    expect(calls.filter(call => !call.page.startsWith('miniprogram_npm/')).length).toBeLessThanOrEqual(
      changes,
    );
    expect(calls.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(FIRST_SCREEN_BYTES);
    expect(errors).toEqual([]);
    await page.context().close();
  },
);

it('draws a list of 10,000 with few nodes and in small pieces, wherever it is scrolled', async () => {
  const { page, errors } = await app.openPhone();
  await page.locator('#card-follow').click();
  await page.getByText('10,000 个号').waitFor();
  await page.locator('#sort').click();
  await page.getByText('名称', { exact: true }).click();
  await page.getByText('公众号 00001').waitFor();
  expect(await scrollPast(page, '00600')).toBeLessThanOrEqual(MOST_NODES);
  const calls = await page.evaluate(() => __preview.setDataCalls);
  expect(calls.filter(call => call.bytes > MOST_SETDATA_BYTES)).toEqual([]);
  expect(errors).toEqual([]);
  await page.context().close();
}, 120_000);

it('selects all 10,000 at once and says that one batch takes 5,000', async () => {
  const { page, errors } = await app.openPhone();
  await page.locator('#card-follow').click();
  await page.locator('#select').click();
  await page.getByText('全选符合条件的 10,000 个').click();
  await page.getByRole('button', { name: '不再关注 10,000 个' }).click();
  await page.getByText('一次最多 5,000 个，请先缩小范围').waitFor();
  expect(errors).toEqual([]);
  await page.context().close();
}, 120_000);
