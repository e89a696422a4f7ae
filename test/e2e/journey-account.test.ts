import type { Page } from 'playwright-core';
import { RunningApp } from '../support/running-app';

const HOUR_MS = 3_600_000;

let app: RunningApp;
beforeAll(async () => {
  app = await RunningApp.start();
}, 120_000);
afterAll(() => app?.stop());

/** Of the cloud alone: a phone goes by its own clock and corrects it by what the cloud says. */
async function advanceCloud(advanceMs: number): Promise<void> {
  await fetch(`${app.cloudUrl}/control/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advanceMs }),
  });
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const tab = (page: Page, name: string) => page.getByRole('tab', { name }).click();

async function requestDeletion(page: Page): Promise<void> {
  await page.locator('#me-deletion').click();
  await button(page, '注销账号').click();
  const sheet = page.locator('#deletion-sheet');
  await sheet.locator('input').fill('好');
  await button(page, '确定注销').click();
  await sheet.getByText('还没有输入“注销”两个字').waitFor();
  await sheet.locator('input').fill('注销');
  await button(page, '确定注销').click();
  await page.locator('#deletion #deletion-notice').getByText('还剩 2 天 23 小时').waitFor();
}

/** The janitor looks again for what a call in flight may have written; on a busy machine a look takes several runs. */
it('deletes an account after 72 hours, unless its person changes their mind on any of their phones', async () => {
  const lin = app.account('lin');
  const first = await app.openPhone({ person: 'lin' });
  const second = await app.openPhone({ person: 'lin', width: 320, font: 1.4 });
  await tab(first.page, '我的');
  await first.page.locator('#me-deletion').click();
  await first.page.locator('#goes').getByText('名单：').waitFor();
  await button(first.page, '返回').click();
  await requestDeletion(first.page);

  await tab(second.page, '我的');
  const notice = second.page.locator('#me #deletion-notice');
  await notice.getByText('还剩 2 天 23 小时').waitFor();
  await notice.getByRole('button', { name: '不注销了' }).click();
  await notice.waitFor({ state: 'detached' });
  expect((await lin.data('me.show', {})).deletion).toBeUndefined();

  await button(first.page, '返回').last().click();
  await first.page.locator('#me-deletion').waitFor();
  await requestDeletion(first.page);
  await tab(second.page, '整理');
  await second.page.locator('#home #deletion-notice').getByText('还剩 2 天 23 小时').waitFor();
  await advanceCloud(72 * HOUR_MS);
  await tab(second.page, '我的');
  await second.page.locator('#account-gone').getByText('账号已经注销').waitFor();
  for (let pass = 0; pass < 12 && !(await lin.call('me.show', {})).ok; pass += 1) {
    await app.runTimer('janitor');
    await advanceCloud(HOUR_MS);
  }
  await button(second.page, '再看看清完了没有').click();
  await second.page.locator('#me-profile').getByText('还没有名字').waitFor();
  expect(await lin.ids('follow')).toEqual([]);
  expect([...first.errors, ...second.errors]).toEqual([]);
}, 120_000);
