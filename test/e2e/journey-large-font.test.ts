import type { Page } from 'playwright-core';
import { layoutFlaws, settled } from '../support/layout-flaws';
import { RunningApp } from '../support/running-app';

let app: RunningApp;
let page: Page;
let errors: string[];

/** 王奶奶's phone: the smallest screen, the system's font at 1.4, which the app shows as 特大. */
beforeAll(async () => {
  app = await RunningApp.start();
  ({ page, errors } = await app.openPhone({ person: 'wang', width: 320, font: 1.4 }));
  await page.getByText('您想做什么？').waitFor();
}, 120_000);

afterAll(() => app?.stop());

const look = async (screen: string) => {
  expect({ screen, flaws: await layoutFlaws(page) }).toEqual({ screen, flaws: [] });
};
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
/** What stands beside each other above a list otherwise: one below the other in a sheet. */
const tool = async (name: 'filter' | 'select') => {
  await page.locator('#tools').click();
  await look('tools');
  await page.locator(`#chip-${name}`).click();
};
/** Back, and until the page has slid away: a tap on a page that still moves belongs to nobody. */
const goBack = async () => {
  await button('返回').last().click();
  await settled(page);
};

it('shows every screen whole and with large targets on 320 px in the largest font', async () => {
  await page.locator('#font-offer').waitFor();
  await look('offer');
  await page.locator('#offer-extra-large').click();
  await page.locator('#font-offer').waitFor({ state: 'hidden' });
  await look('home');
  await page.locator('#more-ways').click();
  await look('everything');
  await page.locator('#card-like').click();
  await button(/^取消点赞 /)
    .first()
    .waitFor();
  await look('likes');
  await goBack();
  await page.locator('#card-follow').click();
  await button(/^不再关注 /)
    .first()
    .waitFor();
  await look('list');
  await page.locator('#items-list .row').first().click();
  await page.locator('#item-name').waitFor();
  await look('item');
  await goBack();
  await tool('filter');
  await page.locator('.filter-sheet').getByText('90 天没打开').waitFor();
  await look('filters');
  await page.locator('.filter-sheet').getByText('90 天没打开').click();
  await button('好了').click();
  await tool('select');
  await page.locator('#select-all').click();
  await look('selection');
  await page.locator('#select-more').click();
  await page.locator('#pick-sheet').getByText('移到分类').click();
  await page.locator('#pick-draft').waitFor();
  await look('move');
  await page.locator('#pick-back').click();
  await page.locator('#pick-draft').waitFor({ state: 'hidden' });
  await button(/^不再关注/).click();
  await page.getByText('3 天内可以找回').waitFor();
  await look('confirm');
  await page.locator('#confirm-sheet').getByRole('button').last().click();
  await page.getByText('做完了').waitFor();
  await look('progress');
  await page.getByText('去微信里取消').click();
  await page.locator('#checklist').waitFor();
  await look('checklist');
  await goBack();
  await goBack();
  await goBack();
  await page.locator('#way-trash').click();
  await page.locator('#trash').getByText('全部找回').waitFor();
  await look('trash');
  await goBack();
  await page.locator('#import').click();
  await page.getByText('从聊天文件选择').waitFor();
  await look('import');
  await goBack();
  await page.locator('#add').click();
  await page.getByText('如 人民日报').waitFor();
  await look('add');
  await goBack();
  await page.getByRole('tab', { name: '我的' }).click();
  await page.locator('#hint-limits').getByText('今天还可取消关注').waitFor();
  await look('me');
  expect(errors).toEqual([]);
}, 120_000);
