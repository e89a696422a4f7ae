import { type OpenPhone, PhoneLab } from '../support/preview-apps/host/open-phone';

declare const wx: Record<string, (options: object) => Promise<{ errMsg: string }>>;
declare const getCurrentPages: () => { route: string; go(): void }[];

jest.setTimeout(60_000);

let lab: PhoneLab;
let phone: OpenPhone;

beforeAll(async () => {
  lab = await PhoneLab.start('stack');
  phone = await lab.open();
});

afterAll(() => lab?.stop());

/** Calls a `wx` navigation and gives its errMsg, whether it worked or not. */
const navigate = (page: Awaited<ReturnType<PhoneLab['open']>>['page'], api: string, url?: string) =>
  page.evaluate(
    ([name, address]) =>
      new Promise<string>(resolve => {
        wx[name as string]?.({
          url: address,
          complete: (result: { errMsg: string }) => resolve(result.errMsg),
        });
      }),
    [api, url],
  );

/** The shared phone with nothing but the home page on its stack, and an empty log. */
async function atHome(): Promise<OpenPhone> {
  await navigate(phone.page, 'reLaunch', '/pages/home/home');
  await phone.takeLog();
  return phone;
}

describe('the life of app, pages and components', () => {
  it('runs the hooks of the first page in the order of WeChat', async () => {
    expect(await phone.takeLog()).toEqual([
      'app onLaunch pages/home/home',
      'app onShow',
      'box created',
      'box attached home',
      'home onLoad {}',
      'box page show',
      'home onShow',
      'box ready',
      'home onReady',
    ]);
  });

  it('hides a page under another, hands over the query undecoded and connects both by an event channel', async () => {
    const { page, takeLog } = await atHome();
    await page.evaluate(() => getCurrentPages()[0]?.go());
    await page.getByText('second 一').waitFor();
    await page.waitForFunction(() => Reflect.get(globalThis, 'getApp')().log.includes('reply hi'));
    expect(await takeLog()).toEqual([
      'box page hide',
      'home onHide',
      'second onLoad {"a":"%E4%B8%80","b":""}',
      'second onShow',
      'second onReady',
      'greet hello',
      'reply hi',
    ]);
    await page.getByRole('button', { name: '返回' }).click();
    await page.getByText('second 一').waitFor({ state: 'detached' });
    expect(await takeLog()).toEqual(['second onUnload', 'box page show', 'home onShow']);
  });

  it('ignores data that comes after a page was closed', async () => {
    const { page } = await lab.open();
    const errors: string[] = [];
    page.on('pageerror', error => errors.push(error.message));
    await page.evaluate(() => {
      getCurrentPages()[0]?.go();
    });
    await page.getByText('second 一').waitFor();
    await page.evaluate(() => Reflect.set(globalThis, 'pageLeft', getCurrentPages()[1]));
    await page.getByRole('button', { name: '返回' }).click();
    await page.getByText('second 一').waitFor({ state: 'detached' });
    await page.evaluate(() => Reflect.get(globalThis, 'pageLeft').setData({ late: true }));
    expect(errors).toEqual([]);
    await page.close();
  });

  it('keeps tab pages alive and tells the page which tab was tapped', async () => {
    const { page, takeLog } = await atHome();
    await page.getByRole('tab', { name: '另页' }).click();
    await page.locator('#tab').waitFor();
    await page.getByRole('tab', { name: '首页' }).click();
    await page.locator('#title').waitFor();
    await page.waitForFunction(() => Reflect.get(globalThis, 'getApp')().log.length > 6);
    expect(await takeLog()).toEqual([
      'box page hide',
      'home onHide',
      'tab onLoad',
      'tab onShow',
      'tab onHide',
      'box page show',
      'home onShow',
      'home tab 0 首页',
    ]);
  });

  it('goes to the background with the capsule and comes back with a card', async () => {
    const { page, takeLog } = await lab.open('path=pages/second/second%3Fa%3Dcard&scene=1007');
    expect((await takeLog()).slice(0, 3)).toEqual([
      'app onLaunch pages/second/second',
      'app onShow',
      'second onLoad {"a":"card"}',
    ]);
    await page.getByRole('button', { name: '关闭' }).click();
    expect(await takeLog()).toEqual(['second onReady', 'second onHide', 'app onHide'].slice(-2));
    await page.getByRole('button', { name: '返回小程序' }).click();
    expect(await takeLog()).toEqual(['app onShow', 'second onShow']);
    await page.close();
  });
});

describe('navigation', () => {
  it('refuses what WeChat refuses, in its words', async () => {
    const { page } = await atHome();
    const refusals = [
      ['navigateTo', '/pages/none/none', 'navigateTo:fail page "pages/none/none" is not found'],
      ['navigateTo', '../none/none', 'navigateTo:fail page "pages/none/none" is not found'],
      ['navigateTo', '/pages/tab/tab', 'navigateTo:fail can not navigateTo a tabbar page'],
      ['redirectTo', '/pages/tab/tab', 'redirectTo:fail can not redirectTo a tabbar page'],
      ['switchTab', '/pages/second/second', 'switchTab:fail can not switch to no-tabBar page'],
      ['reLaunch', '/x', 'reLaunch:fail page "x" is not found'],
      ['navigateBack', undefined, 'navigateBack:fail cannot navigate back at first page.'],
    ] as const;
    for (const [api, url, message] of refusals) expect(await navigate(page, api, url)).toBe(message);
  });

  it('opens ten pages at most and goes back several at once', async () => {
    const { page, takeLog } = await atHome();
    for (let depth = 2; depth <= 10; depth += 1) {
      expect(await navigate(page, 'navigateTo', `../second/second?a=${depth}`)).toBe('navigateTo:ok');
    }
    expect(await navigate(page, 'navigateTo', '/pages/second/second')).toBe(
      'navigateTo:fail webview count limit exceed',
    );
    await takeLog();
    await page.evaluate(() => wx['navigateBack']?.({ delta: 8 }));
    expect(await page.evaluate(() => getCurrentPages().length)).toBe(2);
    expect((await takeLog()).filter(line => line === 'second onUnload')).toHaveLength(8);
    await navigate(page, 'reLaunch', '/pages/second/second');
    expect(await page.evaluate(() => getCurrentPages().map(({ route }) => route))).toEqual([
      'pages/second/second',
    ]);
    // Neither first page nor tab: WeChat offers the way home.
    await page.getByRole('button', { name: '首页' }).click();
    await page.locator('#title').waitFor();
  });
});

describe('styles', () => {
  it('keeps the sheets of pages and components apart and rpx relative to the phone', async () => {
    const { page } = await lab.open('width=320', { width: 900, height: 700 });
    const style = (selector: string) =>
      page.evaluate(at => {
        const { color, fontSize, width, height } = getComputedStyle(document.querySelector(at) as Element);
        return { color, fontSize, width, height };
      }, selector);
    expect(await style('#title')).toEqual({
      color: 'rgb(10, 10, 10)',
      fontSize: '20px',
      width: '160px',
      height: '32px',
    });
    expect((await style('box wx-view')).color).toBe('rgb(200, 0, 0)');
    await navigate(page, 'navigateTo', '/pages/second/second');
    // home.wxss colours .same red, and that page is still on the stack.
    expect((await style('#second')).color).toBe('rgb(0, 0, 0)');
    await page.close();
  });

  it('counts the bytes of every setData', async () => {
    const { page } = await atHome();
    await page.evaluate(() => Reflect.get(globalThis, '__preview').setDataCalls.splice(0));
    await page.getByText('box home').click();
    await page.getByText('home 1 pinged').waitFor();
    const calls = await page.evaluate(() => Reflect.get(globalThis, '__preview').setDataCalls);
    expect(calls).toEqual([
      { bytes: '{"n":1,"opened":"pinged"}'.length, at: expect.any(Number), page: 'pages/home/home' },
    ]);
  });
});
