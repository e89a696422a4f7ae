import type { FrameLocator, Locator, Page } from 'playwright-core';
import { RunningApp } from '../support/running-app';

let app: RunningApp;
let page: Page;
let phone: FrameLocator;
const errors: string[] = [];

/** 陈老师's account starts empty; the workbench is what `npm start` shows. */
beforeAll(async () => {
  app = await RunningApp.start();
  page = await app.openWorkbench(errors);
  phone = page.frameLocator('iframe').first();
  await page.getByText('陈老师').click();
}, 120_000);

afterAll(() => app?.stop());

const button = (name: string) => phone.getByRole('button', { name, exact: true });

async function importThreeHundred(): Promise<void> {
  await phone.getByText('导入一份名单').click();
  await phone.getByText('从聊天文件选择').click();
  await phone.getByText('同意', { exact: true }).click();
  await phone.getByText('follows-300.csv').click();
  await phone.getByText('认出 300 行').waitFor();
  await button('导入 300 个').click();
  await phone.getByText('新增 300 个').waitFor();
  await button('看看名单').click();
  await phone.getByText('300 个号').waitFor();
}

/** Selects everything that matches the list's conditions, looks at the frozen preview and confirms. */
async function removeAllMatching(): Promise<void> {
  await phone.getByText('38 个号').waitFor();
  await phone.locator('#select').click();
  await phone.getByText('全选符合条件的 38 个').click();
  await button('不再关注 38 个').click();
  const sheet = phone.getByRole('dialog', { name: '不再关注这 38 个号？' });
  await sheet.getByText('用掉 38，还剩 162（每天 200）').waitFor();
  await sheet.getByRole('button', { name: '不再关注', exact: true }).click();
  await phone.getByText('38 / 38').waitFor();
  await phone.getByText('做完了').waitFor();
}

/** Documents of a collection, read past the functions, as the janitor leaves them. */
const stored = async (state: string) => (await app.database.find('items', { state })).length;

/** A finger that goes left over a row, as far as the button behind it is wide. */
async function swipeLeft(row: Locator): Promise<void> {
  const { mouse } = page;
  const { x = 0, y = 0, width = 0, height = 0 } = (await row.boundingBox()) ?? {};
  await mouse.move(x + width / 2, y + height / 2);
  await mouse.down();
  await mouse.move(x + width / 2 - 96, y + height / 2, { steps: 6 });
  await mouse.up();
}

it('imports 300 follows and removes one by a swipe, after one question, with a way back', async () => {
  await importThreeHundred();
  // What a row says to a screen reader is what it shows. One that is not silent: a second removal would cost twice.
  const row = phone.getByRole('button', { name: /没有打开记录$/ }).first();
  await swipeLeft(row);
  // The sign for more on every row is called the same, but has no words.
  const behind = phone.getByRole('button', { name: /^不再关注 / }).filter({ hasText: '不再关注' });
  await behind.click();
  await phone.locator('#confirm-sheet').getByRole('button', { name: '不再关注', exact: true }).click();
  await phone.getByText('72 小时内可找回').waitFor();
  expect(await stored('trashed')).toBe(1);
  await button('撤销').click();
  await phone.getByText('已找回 1 个').waitFor();
  expect(await stored('trashed')).toBe(0);
  await phone.getByText('300 个号').waitFor();
}, 120_000);

it('removes the 38 silent ones and takes it back with one tap', async () => {
  await phone.getByText('90 天没打开 38').click();
  await removeAllMatching();
  expect(await stored('trashed')).toBe(38);
  await button('全部撤销').click();
  await phone.getByText('已全部撤销').waitFor();
  expect(await stored('trashed')).toBe(0);
  await button('回到名单').click();
  await phone.getByText('38 个号').waitFor();
}, 120_000);

it('keeps what was removed restorable for 71 h 59 min and not a moment past 72 h', async () => {
  await removeAllMatching();
  const liveBefore = await stored('live');
  await page.getByRole('button', { name: '+71 小时 59 分' }).click();
  await button('回到名单').click();
  await button('返回').click();
  await phone.locator('#card-trash').click();
  await phone.getByText('这一批 38 个').waitFor();
  await phone.getByText('找回', { exact: true }).first().click();
  await phone.getByText('已找回 1 个，标签和星标都还在').waitFor();
  expect(await stored('trashed')).toBe(37);

  await page.getByRole('button', { name: '前进' }).click();
  await phone.getByText('这里是空的').waitFor();
  const trash = await app.account('chen').data('trash.list', {});
  expect(trash.items).toEqual([]);
  await app.runTimer('janitor');
  expect(await stored('trashed')).toBe(0);
  expect(await stored('live')).toBe(liveBefore + 1);
  expect(errors).toEqual([]);
}, 120_000);
