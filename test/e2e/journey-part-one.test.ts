import type { Page } from 'playwright-core';
import { RunningApp } from '../support/running-app';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let app: RunningApp;
beforeAll(async () => {
  app = await RunningApp.start();
  await advanceTo(10);
}, 120_000);
afterAll(() => app?.stop());

async function advance(advanceMs: number): Promise<number> {
  const response = await fetch(`${app.cloudUrl}/control/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advanceMs }),
  });
  return ((await response.json()) as { now: number }).now;
}

/** To the next time China's clocks show this hour, and two minutes on: the courier looks once a minute. */
async function advanceTo(hour: number): Promise<void> {
  const sinceMidnight = ((await advance(0)) + 8 * HOUR_MS) % DAY_MS;
  await advance((hour * HOUR_MS - sinceMidnight + DAY_MS) % DAY_MS);
  await advance(120_000);
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Looks for something in a list and removes all that is found, as the sheet is told to say. */
async function removeFound(
  page: Page,
  query: string,
  found: number,
  words: { remove: string; unit: string },
) {
  await page.locator('#search input').fill(query);
  await page.getByText(`${found} ${words.unit}`, { exact: true }).waitFor();
  await page.locator('#select').click();
  await page.locator('#select-all').getByText(String(found)).click();
  await page
    .locator('#selection-bar')
    .getByRole('button', { name: new RegExp(`^${words.remove}`) })
    .click();
  const sheet = page.locator('#confirm-sheet');
  await sheet.getByRole('button', { name: words.remove, exact: true }).waitFor();
  return sheet;
}

const FOLLOW = { remove: '不再关注', unit: '个号' };
const LIKE = { remove: '取消点赞', unit: '条点赞' };

it('clears 412 of 1,000 follows, 200 a day, the rest by itself at 09:00, and brings all of them back', async () => {
  const names = Array.from({ length: 1000 }, (_, n) => `${n < 412 ? '广告' : '好号'}${String(n + 1)}`);
  const chen = app.account('chen');
  await chen.importFile(names.join('\n'));
  const before = await chen.ids();
  const { page, errors } = await app.openPhone({ person: 'chen' });
  await page.locator('#card-follow').click();
  const sheet = await removeFound(page, '广告', 412, FOLLOW);
  await sheet.getByText('今天 200 个，其余 212 个').waitFor();
  await sheet.getByRole('button', { name: '不再关注', exact: true }).click();
  await page.getByText('剩下的以后继续').waitFor();
  await page.locator('#progress-counts').getByText('200 / 412').waitFor();
  await page.reload();
  await page.locator('[id^=batch-]').getByText('自动继续').waitFor();
  await advanceTo(9);
  await page.reload();
  await page.locator('[id^=batch-]').click();
  await page.locator('#progress-counts').getByText('400 / 412').waitFor();
  await advanceTo(9);
  await page.reload();
  await page.locator('#card-follow').getByText('588').waitFor();
  await page.locator('#card-trash').click();
  await page.locator('#banner').getByText('这一批 412 个').waitFor();
  await button(page, '全部找回').click();
  await page.getByText('已找回 412 个').waitFor();
  expect(await chen.ids()).toEqual(before);
  expect(errors).toEqual([]);
  await page.context().close();
}, 180_000);

it('cancels more likes than the reminder line, and an administrator sees it in numbers and decides', async () => {
  await app.account('wang').import('like', '试赞一\n试赞二\n试赞三\n试赞四\n试赞五\n试赞六');
  const { page, errors } = await app.openPhone({ person: 'wang' });
  await page.locator('#card-like').click();
  const sheet = await removeFound(page, '试赞', 6, LIKE);
  await sheet.getByText('取消后会有人工检查').waitFor();
  await sheet.getByRole('button', { name: '取消点赞', exact: true }).click();
  await page.locator('#progress-counts').getByText('6 / 6').waitFor();
  const admin = await app.openPhone({ person: 'admin' });
  await admin.page.getByRole('tab', { name: '我的' }).click();
  await admin.page.locator('#me-review').click();
  await admin.page.getByText('24 小时内取消了 6 个赞，提醒线是 5 个').waitFor();
  expect(await admin.page.locator('#review').textContent()).not.toContain('试赞');
  await button(admin.page, '处理').click();
  await button(admin.page, '维持现状').click();
  await admin.page.getByText('现有的限制不变').waitFor();
  await admin.page.getByText('确定', { exact: true }).click();
  await admin.page.getByText('没有要处理的').waitFor();
  expect([...errors, ...admin.errors]).toEqual([]);
  await Promise.all([page.context().close(), admin.page.context().close()]);
}, 120_000);

it('imports what Pocket exported and finds an entry by the sound of its name', async () => {
  const { page, errors } = await app.openPhone({ person: 'chen' });
  await page.getByText('导入名单', { exact: true }).click();
  await page.locator('#kinds').getByText('收藏').click();
  await page.locator('#file').click();
  await page.getByText('同意', { exact: true }).click();
  await page.getByText('pocket.csv', { exact: true }).click();
  await page.getByText('格式：Pocket 收藏表').waitFor();
  await page.getByRole('button', { name: /^导入 \d+ 个$/ }).click();
  await page.getByText('导入好了').waitFor();
  await page.getByRole('button', { name: '看看名单' }).click();
  for (const sound of ['kejiaihaozhe', 'kjahz']) {
    await page.locator('#search input').fill(sound);
    await page.getByText('1 条收藏', { exact: true }).waitFor();
    await page.getByText('科技爱好者周刊（第 284 期）').waitFor();
  }
  expect(errors).toEqual([]);
  await page.context().close();
}, 120_000);

it('exports everything, and an empty account that imports it has the same', async () => {
  const { page, errors } = await app.openPhone({ person: 'lin' });
  await page.getByRole('tab', { name: '我的' }).click();
  await page.locator('#me-data').click();
  await page.locator('#to-export').click();
  await page.locator('#format-liyili-json').click();
  await button(page, '导出').click();
  await button(page, '复制内容').click();
  await button(page, '同意').click();
  const copied = await page.waitForFunction(() => localStorage.getItem('wx-clipboard'));
  const { text } = JSON.parse(String(await copied.jsonValue())) as { text: string };
  const other = await app.openPhone({ person: 'admin' });
  await other.page.locator('#card-follow').waitFor();
  await other.page.getByText('导入名单', { exact: true }).click();
  await other.page.locator('#paste textarea').fill(text);
  await button(other.page, '看看认出了什么').click();
  await other.page.getByText('格式：理一理备份').waitFor();
  await other.page.getByRole('button', { name: /^导入 \d+ 个$/ }).click();
  await other.page.getByText('导入好了').waitFor();
  const [lin, admin] = [app.account('lin'), app.account('admin')];
  for (const kind of ['follow', 'like', 'favorite'] as const) {
    const mine = (await lin.list(kind)).map(({ id: _, rev: __, ...item }) => item);
    expect((await admin.list(kind)).map(({ id: _, rev: __, ...item }) => item)).toEqual(mine);
    expect(mine.length).toBeGreaterThan(0);
  }
  expect([...errors, ...other.errors]).toEqual([]);
  await Promise.all([page.context().close(), other.page.context().close()]);
}, 120_000);
