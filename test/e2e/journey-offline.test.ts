import type { Page } from 'playwright-core';
import { RunningApp } from '../support/running-app';
import { screenFlaws } from '../support/screen-flaws';

let app: RunningApp;

beforeAll(async () => {
  app = await RunningApp.start();
}, 120_000);
afterAll(() => app?.stop());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** What the control strip says to a phone. */
const tell = (page: Page, settings: object) =>
  page.evaluate(
    data => {
      window.dispatchEvent(new MessageEvent('message', { data, origin: location.origin }));
    },
    { type: 'settings', ...settings },
  );

it('shows what it saw last without a network, keeps a change, and saves it when the network is back', async () => {
  const { page, errors } = await app.openPhone({ person: 'lin' });
  await page.locator('#card-follow').click();
  await page.locator('#rows').getByText('特价', { exact: false }).first().waitFor();
  await tell(page, { online: false });
  await page.locator('#items-list').getByText('没有网络，看到的可能不是最新的').waitFor();
  await button(page, '返回').last().click();
  await page
    .locator('#home')
    .getByText(/没有网络，这是 \d\d:\d\d 的内容/)
    .waitFor();
  await page.locator('#card-follow').click();
  await page
    .locator('#items-list')
    .getByText(/没有网络，这是 \d\d:\d\d 的内容/)
    .waitFor();
  await page.locator('#rows').getByText('特价', { exact: false }).first().click();
  await page.locator('#marks').getByText('广告', { exact: false }).first().click();
  await page.locator('#item').getByText('1 项改动等网络恢复后保存').waitFor();
  expect(await screenFlaws(page)).toEqual([]);
  const marked = async () => (await app.account('lin').list()).filter(({ marks }) => marks.length > 0);
  const before = (await marked()).length;
  await tell(page, { online: true });
  await page.locator('#item').getByText('1 项改动等网络恢复后保存').waitFor({ state: 'detached' });
  expect(await marked()).toHaveLength(before + 1);
  expect(errors).toEqual([]);
}, 120_000);

it('sends a form once more by itself when the network is back while the person waits', async () => {
  const { items } = await app.account('chen').data('chains.list', { scope: 'organized' });
  const path = `chain/pages/detail/detail?id=${items[0]?.chainId}`;
  const { page, errors } = await app.openPhone({ person: 'admin', path });
  await page.locator('#join').click();
  await page.locator('#entry-name input').fill('李爷爷');
  await tell(page, { online: false });
  await page.locator('#submit').click();
  await button(page, '允许').click();
  await page.getByText('连上网络会自动再交一次').waitFor();
  await tell(page, { online: true });
  await page.locator('#my-number').getByText('您是第').waitFor();
  const { items: joined } = await app.account('admin').data('chains.list', { scope: 'joined' });
  expect(joined).toHaveLength(1);
  expect(errors).toEqual([]);
}, 120_000);

it('asks for consent in plain words; a no leaves the other ways, a yes goes on where it was asked', async () => {
  const { page, errors } = await app.openPhone({
    person: 'wang',
    width: 320,
    font: 1.4,
    path: 'pages/imports/import/import?kind=follow',
  });
  const sheet = page.locator('#privacy-sheet');
  await page.locator('#file').click();
  await sheet.getByText('不同意也可以把名单复制了粘贴进来').waitFor();
  expect(await screenFlaws(page)).toEqual([]);
  await button(page, '拒绝').click();
  await page.getByText('没有同意隐私保护指引').waitFor();
  await page.locator('#file').click();
  await sheet.locator('#privacy-contract').click();
  await page.keyboard.press('Escape');
  await button(page, '同意').click();
  await page.getByRole('dialog', { name: '选择一个聊天文件' }).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('#file').click();
  await page.getByRole('dialog', { name: '选择一个聊天文件' }).waitFor();
  expect(await sheet.count()).toBe(0);
  expect(errors).toEqual([]);
}, 120_000);
