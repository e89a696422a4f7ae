import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { layoutFlaws, settled } from '../support/layout-flaws';
import { RunningApp } from '../support/running-app';

let app: RunningApp;

beforeAll(async () => {
  app = await RunningApp.start();
}, 120_000);

afterAll(() => app?.stop());

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

/** Opens a phone on 我的, whose ways out depend on what the server says of the person. */
async function openMe(options: Parameters<RunningApp['openPhone']>[0]) {
  const opened = await app.openPhone(options);
  await opened.page.getByRole('tab', { name: '我的' }).click();
  await opened.page.locator('#hint-limits').getByText('今天还可取消关注').waitFor();
  return opened;
}

/** Until every chart of the page is drawn in this colour, the accent of a theme. */
const drawnIn = (page: Page, accent: [red: number, green: number, blue: number]) =>
  page.waitForFunction(([red, green, blue]) => {
    const isDrawn = (canvas: HTMLCanvasElement) => {
      const { data = [] } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
      for (let at = 0; at < data.length; at += 4) {
        if (data[at] === red && data[at + 1] === green && data[at + 2] === blue) return true;
      }
      return false;
    };
    const all = [...document.querySelectorAll('canvas')];
    return all.length > 0 && all.every(isDrawn);
  }, accent);

const LIGHT: [number, number, number] = [0x0b, 0x7a, 0x5b];
const DARK: [number, number, number] = [0x3c, 0xc7, 0x9b];

it('draws the report, tells it in words, and draws it again when the phone turns dark', async () => {
  const lin = app.account('lin');
  const { items } = await lin.data('items.list', { kind: 'follow', filter: { query: '特价' } });
  const selection = { ids: items.map(({ id }) => id) };
  const { batchId } = await lin.data('batches.preview', { kind: 'follow', selection });
  await lin.data('batches.commit', { batchId });
  await lin.data('batches.advance', { batchId });
  const { page, errors } = await openMe({ person: 'lin' });
  await page.locator('#me-report').click();
  await page.locator('#card-removed [role=img][aria-label*="关注 1 个"]').waitFor();
  await drawnIn(page, LIGHT);
  await page.locator('#card-frequency').getByText('看数字').click();
  await page.locator('#card-frequency').getByText('14 次以上').waitFor();
  await page.evaluate(() => {
    const data = { type: 'settings', theme: 'dark' };
    window.dispatchEvent(new MessageEvent('message', { data, origin: location.origin }));
  });
  await drawnIn(page, DARK);
  await page.getByText('一年', { exact: true }).click();
  await page.getByText('每月清理了多少').waitFor();
  expect(errors).toEqual([]);
}, 120_000);

it('exports a table, which a friend can be sent and a spreadsheet can open', async () => {
  const { page, errors } = await openMe({ person: 'lin' });
  await page.locator('#me-data').click();
  await page.locator('#to-export').click();
  await page.locator('#format-csv').click();
  await page.locator('#kinds').getByText('收藏').click();
  await button(page, '导出').click();
  await page.getByText('导出好了，一共 3 个').waitFor();
  await button(page, '发给朋友').click();
  const sent = page.waitForEvent('download');
  await button(page, '下载看看').click();
  const download = await sent;
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  const text = readFileSync(await download.path(), 'utf8');
  expect(text.charCodeAt(0)).toBe(0xfeff);
  expect(text).toContain('社区医院就诊流程');
  await button(page, '复制内容').click();
  await button(page, '同意').click();
  await page.getByText('内容已复制').waitFor();
  expect(errors).toEqual([]);
}, 120_000);

it('files an article out of a chat under 收藏, once, and takes it back', async () => {
  const errors: string[] = [];
  const page = await app.openWorkbench(errors);
  const phone = page.frameLocator('iframe').first();
  await page.getByText('陈老师').click();
  await phone.getByText('先把名单带进来').waitFor();
  await page.getByTestId('material-open').click();
  await phone.getByRole('button', { name: '看看认出了什么' }).click();
  await phone.getByText('认出 1 行').waitFor();
  await phone.getByRole('button', { name: '导入 1 个' }).click();
  await phone.getByText('新增 1 个').waitFor();
  expect(
    await app.database.find('items', { state: 'live', kind: 'favorite', name: '秋天去看银杏' }),
  ).toHaveLength(1);
  await phone.locator('#import-undo').click();
  await phone.getByRole('button', { name: '撤销', exact: true }).click();
  await phone.getByText('已撤销这次导入').waitFor();
  await page.getByTestId('material-open').click();
  await phone.getByRole('button', { name: '看看认出了什么' }).click();
  await phone.getByText('在最近删除 1').waitFor();
  expect(errors).toEqual([]);
}, 120_000);

it('lets an administrator see and decide what happened, and nobody else', async () => {
  const wang = app.account('wang');
  await wang.seed(8, 'like', '视频');
  const ids = (await wang.ids('like')).slice(0, 6);
  const { batchId } = await wang.data('batches.preview', { kind: 'like', selection: { ids } });
  await wang.data('batches.commit', { batchId });
  await wang.data('batches.advance', { batchId });
  const others = await openMe({ person: 'lin' });
  expect(await others.page.locator('#me-review').count()).toBe(0);
  const { page, errors } = await openMe({ person: 'admin' });
  await page.locator('#me-review').click();
  await page.getByText('24 小时内取消了 6 个赞，提醒线是 5 个').waitFor();
  expect(await page.getByText('取消 1 个').count()).toBe(6);
  await button(page, '处理').click();
  await page.locator('#note textarea').fill('本人在整理');
  await button(page, '维持现状').click();
  await page.getByText('这件事就此关闭').waitFor();
  await button(page, '确定').click();
  await page.getByText('没有要处理的').waitFor();
  await page.getByText('处理过', { exact: true }).click();
  await page.getByText('说明：本人在整理').waitFor();
  expect(errors).toEqual([]);
}, 120_000);

it('says how a content stands', async () => {
  const url = 'https://mp.weixin.qq.com/s/ginkgo';
  await app.account('wang').add({ kind: 'like', name: '银杏', url });
  const { page, errors } = await openMe({ person: 'lin' });
  await page.locator('#me-content').click();
  await page.locator('#url textarea').fill(url);
  await button(page, '看看').click();
  await page.locator('#found').getByText('1 人').first().waitFor();
  expect(errors).toEqual([]);
}, 120_000);

/** A person's settings follow them to another phone. */
it('switches letters and colours everywhere at once, keeps them, and puts back what is refused', async () => {
  const { page, errors } = await openMe({ person: 'chen' });
  const root = (id: string) => page.locator(`#${id}`).getAttribute('class');
  await page.locator('#me-appearance').click();
  await page.locator('#fonts #chip-extra-large').click();
  await page.locator('#themes #chip-dark').click();
  await page.locator('#appearance.font-extra-large.theme-dark').waitFor();
  await page.getByRole('button', { name: '返回' }).last().click();
  await page.locator('#hint-appearance').getByText('字：特大，颜色：深色').waitFor();
  expect(await root('me')).toContain('font-extra-large theme-dark');
  await page.getByRole('tab', { name: '接龙' }).click();
  await page.locator('#my-chains.font-extra-large.theme-dark').waitFor();
  const other = await app.openPhone({ person: 'chen', width: 320 });
  await other.page.locator('#home.font-extra-large.theme-dark').waitFor();

  await page.getByRole('tab', { name: '我的' }).click();
  await page.locator('#me-appearance').click();
  await page.route('**/invoke', async route => {
    const isChange = route.request().postData()?.includes('me.change') === true;
    const refusal = { ok: false, error: { code: 'INTERNAL', message: '' }, now: Date.now() };
    await (isChange ? route.fulfill({ json: { result: refusal } }) : route.continue());
  });
  await page.locator('#fonts #chip-standard').click();
  await page.getByText('出了点问题').waitFor();
  await page.locator('#appearance.font-extra-large').waitFor();
  expect([...errors, ...other.errors]).toEqual([]);
}, 120_000);

it('takes a picture and a name from WeChat, or a typed name from who does not want that', async () => {
  const { page, errors } = await openMe({ person: 'lin' });
  await page.locator('#me-profile').click();
  await page.locator('#choose-avatar').click();
  await button(page, '拒绝').click();
  await page.locator('#typing').click();
  await page.locator('#typed-name input').fill('小林');
  await button(page, '保存名字').click();
  await page.getByText('已保存').waitFor();
  await page.locator('#choose-avatar').click();
  await button(page, '同意').click();
  await button(page, '用微信头像').click();
  await page.locator('#choose-avatar img').waitFor();
  await button(page, '返回').last().click();
  await page.locator('#me-profile').getByText('小林').waitFor();
  await page.locator('#me-profile img').waitFor();
  expect(errors).toEqual([]);
}, 120_000);

it('logs what was done, to the millisecond, without its content', async () => {
  await app.account('lin').add({ kind: 'favorite', name: '不该出现的名字' });
  const { page, errors } = await openMe({ person: 'lin' });
  await page.locator('#me-log').click();
  const newest = page.getByRole('listitem').first();
  await newest.getByText(/^添加/).waitFor();
  expect(await newest.textContent()).toMatch(/\d\d:\d\d:\d\d\.\d{3}/);
  expect(await page.locator('#log').textContent()).not.toContain('不该出现的名字');
  expect(errors).toEqual([]);
}, 120_000);

it('hands over everything there is of a person as one file', async () => {
  const { page, errors } = await openMe({ person: 'lin' });
  await page.locator('#me-data').click();
  await button(page, '做一份完整备份').click();
  await page.locator('#backup-done').waitFor();
  await button(page, '发给朋友').click();
  const sent = page.waitForEvent('download');
  await button(page, '下载看看').click();
  const text = readFileSync(await (await sent).path(), 'utf8');
  expect(JSON.parse(text)).toBeTruthy();
  expect(text).toContain('社区医院就诊流程');
  expect(errors).toEqual([]);
}, 120_000);

it('helps step by step with pictures, and leads to where it is done', async () => {
  const { page, errors } = await openMe({ person: 'lin' });
  await page.locator('#me-help').click();
  await page.getByRole('button', { name: '能替我在微信里取消关注' }).click();
  await page.getByText('最后一下要您自己在微信里点').waitFor();
  await page.locator('#topic-restore').click();
  await page.getByRole('img', { name: /^图：最近删除/ }).waitFor();
  await button(page, '现在去试').click();
  await page.locator('#trash').waitFor();
  expect(errors).toEqual([]);
}, 120_000);

it('shows each of these screens whole and with large targets on 320 px in the largest font', async () => {
  const { page, errors } = await openMe({ person: 'admin', width: 320, font: 1.4 });
  const look = async (entry: string, there: string) => {
    await page.locator(`#me-${entry}`).click();
    await page.locator(there).waitFor();
    expect({ entry, flaws: await layoutFlaws(page) }).toEqual({ entry, flaws: [] });
    await button(page, '返回').last().click();
    await settled(page);
  };
  await look('limits', '#limit-unfollow');
  await look('report', '#days');
  await look('content', '#url');
  await look('review', '#states');
  expect(errors).toEqual([]);
}, 120_000);
