import type { Frame, Page } from 'playwright-core';
import { WxBench } from '../support/preview-apps/wx/wx-phone';

let bench: WxBench;
let page: Page;
let complaints: string[];

const HOUR_MS = 3_600_000;

beforeAll(async () => {
  bench = await WxBench.start();
  page = await (await bench.newContext(1280)).newPage();
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
});

afterAll(() => bench.stop());

beforeEach(async () => {
  complaints = [];
  await bench.cloud.reset();
  await page.setViewportSize({ width: 1280, height: 812 });
  await page.goto(bench.preview.url);
  await page.evaluate(() => localStorage.clear());
  await page.frameLocator('[data-testid=phone-1]').locator('#first').waitFor();
});

afterEach(() => expect(complaints).toEqual([]));

async function phone(number = 1): Promise<Frame> {
  const frame = await (await page.getByTestId(`phone-${number}`).elementHandle())?.contentFrame();
  if (!frame) throw new Error(`phone ${number} is not there`);
  return frame;
}

const inFrame = async (expression: string, number = 1) => (await phone(number)).evaluate(expression);
const settled = async (expression: string, number = 1) => (await phone(number)).waitForFunction(expression);

it('changes width, font, theme and network while the mini program goes on running', async () => {
  await inFrame('globalThis.sameProgram = true');
  await page.getByText('320', { exact: true }).click();
  await settled('wx.getWindowInfo().windowWidth === 320');
  await page.getByText('特大', { exact: true }).click();
  await settled('wx.getAppBaseInfo().fontSizeScaleFactor === 1.4');
  await page.getByText('深色', { exact: true }).last().click();
  await settled(`wx.getAppBaseInfo().theme === 'dark'`);
  await page.getByText('慢', { exact: true }).click();
  await settled('wx.getNetworkType().then(state => state.weakNet)');
  await page.getByText('离线', { exact: true }).click();
  await settled(`wx.getNetworkType().then(state => state.networkType === 'none')`);
  expect(await inFrame('globalThis.sameProgram')).toBe(true);
});

it('starts the phone again for another person, with the font of that person', async () => {
  await page.getByTestId('person-wang').check({ force: true });
  await settled(
    `globalThis.wx && document.querySelector('#first') && wx.getAppBaseInfo().fontSizeScaleFactor === 1.4`,
  );
  await inFrame('wx.cloud.init()');
  const openid = await inFrame(`wx.cloud.callFunction({ name: 'echo' }).then(reply => reply.result.openid)`);
  expect(openid).toContain('wang');
  expect(await page.getByTestId('font-1.4').isChecked()).toBe(true);
});

it('keeps what is set while a phone is still starting', async () => {
  let release: (() => void) | undefined;
  const held = new Promise<void>(resolve => {
    release = resolve;
  });
  await page.route('**/-/app.js', async route => {
    await held;
    await route.continue();
  });
  await page.getByTestId('person-wang').check({ force: true });
  await page.getByTestId('width-320').check({ force: true });
  await page.getByTestId('network-offline').check({ force: true });
  release?.();
  await settled('globalThis.wx && wx.getWindowInfo().windowWidth === 320');
  await settled(`wx.getNetworkType().then(state => state.networkType === 'none')`);
  await page.unroute('**/-/app.js');
});

it('opens a second phone for somebody else and acts on the phone that is chosen', async () => {
  await page.getByTestId('second-phone').click();
  await page.frameLocator('[data-testid=phone-2]').locator('#first').waitFor();
  await page.getByTestId('choose-phone-2').check({ force: true });
  await page.getByTestId('width-430').check({ force: true });
  await settled('wx.getWindowInfo().windowWidth === 430', 2);
  expect(await inFrame('wx.getWindowInfo().windowWidth')).toBe(375);
  await page.getByTestId('second-phone').click();
  expect(await page.locator('iframe').count()).toBe(1);
});

it('moves the clock of the cloud and of the phones', async () => {
  const before = bench.cloud.now();
  await page.getByTestId('clock-71h59').click();
  await page.getByTestId('status').getByText('时钟已前进').waitFor();
  expect(bench.cloud.now() - before).toBeGreaterThanOrEqual(72 * HOUR_MS - 60_000);
  await settled(`Date.now() > ${before + 71 * HOUR_MS}`);
  await page.getByTestId('clock-amount').fill('2');
  await page.getByTestId('clock-unit').selectOption({ label: '天' });
  await page.getByTestId('clock-custom').click();
  await settled(`Date.now() > ${before + 119 * HOUR_MS}`);
});

it('shows a subscription message to the one it was sent to, and opens its page', async () => {
  const subscription = { openid: 'preview-openid-lin', templateId: 'due-soon', count: 1 };
  await page.request.post(`${bench.cloud.url}/control/subscriptions`, { data: subscription });
  const message = { touser: 'preview-openid-lin', templateId: 'due-soon', page: 'pages/other/other?a=1' };
  const data = { thing1: { value: '周六徒步' } };
  const reply = await bench.cloud.invoke('echo', { notify: { ...message, data } }, 'preview-openid-chen');
  expect(reply).toMatchObject({ result: { errCode: 0 } });
  await page.getByTestId('inbox-message').getByText('周六徒步').waitFor();
  await page.getByTestId('inbox-message').getByText('活动提醒').waitFor();
  await page.getByTestId('inbox-open').click();
  await settled(`getCurrentPages().map(page => page.route + page.options.a).join() === 'pages/other/other1'`);
  await page.getByTestId('person-chen').check({ force: true });
  await page.getByText('还没有收到订阅消息').waitFor();
});

it('opens the mini program with an article or a file of a chat: running, or started with it', async () => {
  const entered = `(() => {
    const { path, scene, forwardMaterials: [{ type, size }] } = wx.getEnterOptionsSync();
    return [getCurrentPages().map(page => page.route).join(), path, scene, type, size];
  })()`;
  await page.getByTestId('material-open').click();
  await settled(`getApp().globalData.life.join() === 'show,hide,show' && getCurrentPages()[0]`);
  expect(await inFrame(entered)).toEqual(['pages/index/index', 'pages/index/index', 1173, 'text/html', 0]);
  await page.getByTestId('material').selectOption('names.csv');
  await page.getByTestId('material-launch').click();
  await settled(`globalThis.getCurrentPages?.()[0]?.route === 'pages/other/other'`);
  const read = `wx.getFileSystemManager().readFileSync(wx.getLaunchOptionsSync().forwardMaterials[0].path).byteLength`;
  const other = 'pages/other/other';
  expect(await inFrame(entered)).toEqual([other, other, 1173, 'text/csv', await inFrame(read)]);
  expect(await inFrame('getApp().globalData.life')).toEqual(['show']);
});

it('empties cloud and phones only after asking twice', async () => {
  await inFrame(`wx.setStorageSync('kept', 1)`);
  await bench.cloud.advance('5h');
  await page.getByTestId('reset').click();
  expect(await inFrame(`wx.getStorageSync('kept')`)).toBe(1);
  await page.getByRole('button', { name: '再点一次，清空全部数据' }).click();
  await page.getByTestId('status').getByText('数据已清空').waitFor();
  await settled(`globalThis.wx && document.querySelector('#first') && wx.getStorageSync('kept') === ''`);
  expect(bench.cloud.state().offsetMs).toBe(0);
});

it('works by keyboard: arrows choose, and every control has a label', async () => {
  await page.getByTestId('width-375').focus();
  await page.keyboard.press('ArrowRight');
  await settled('wx.getWindowInfo().windowWidth === 430');
  const nameless = await page.evaluate(
    () =>
      [...document.querySelectorAll('button, input, select, iframe')].filter(node => {
        const own = node.getAttribute('aria-label') || node.getAttribute('title') || node.textContent;
        return !own && !node.closest('label')?.textContent;
      }).length,
  );
  expect(nameless).toBe(0);
});

it('shows whole phones in a low or narrow window, shrunk as a picture', async () => {
  const sees = (width: number, height: number, expression: string) =>
    page.setViewportSize({ width, height }).then(() => page.waitForFunction(expression));
  const whole = `const { scrollWidth, clientWidth } = document.querySelector('.strip');
    const strip = document.querySelector('.strip').getBoundingClientRect();
    const phones = [...document.querySelectorAll('iframe')].map(node => node.getBoundingClientRect());
    const inside = phones.every(phone => phone.right <= innerWidth && phone.bottom <= innerHeight)
      && scrollWidth <= clientWidth;`;
  await page.getByTestId('second-phone').click();
  await sees(900, 600, `{ ${whole} inside && phones.every(phone => strip.right <= phone.left) }`);
  await sees(390, 700, `{ ${whole} inside && phones.every(phone => strip.bottom <= phone.top) }`);
  expect(await inFrame('[innerWidth, innerHeight]')).toEqual([375, 812]);
});

it('folds into a bar in a narrow window, and opens over the phone', async () => {
  await page.setViewportSize({ width: 500, height: 800 });
  expect(await page.getByTestId('clock-now').isVisible()).toBe(false);
  await page.getByTestId('strip-fold').click();
  await page.getByText('320', { exact: true }).click();
  await settled('wx.getWindowInfo().windowWidth === 320');
  await page.getByRole('button', { name: '收起设置' }).click();
  expect(await page.getByTestId('clock-now').isVisible()).toBe(false);
  await page.frameLocator('[data-testid=phone-1]').locator('#act').click({ trial: true });
});
