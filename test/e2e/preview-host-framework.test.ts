import { type OpenPhone, PhoneLab } from '../support/preview-apps/host/open-phone';

declare const wx: Record<string, (options: object) => Promise<unknown>>;
// biome-ignore lint/suspicious/noExplicitAny: instances of the fixture's pages have members of their own
declare const getCurrentPages: () => any[];

jest.setTimeout(60_000);

let lab: PhoneLab;
let phone: OpenPhone;

beforeAll(async () => {
  lab = await PhoneLab.start('framework');
  phone = await lab.open('font=1.4');
});

afterAll(() => lab?.stop());

const open = (path: string) =>
  phone.page.evaluate(url => wx['reLaunch']?.({ url }), `/pages/${path}`).then(() => phone.takeLog());

/** A message as the workbench sends it, from a window around the phone. */
const tellPhone = (message: object) =>
  phone.page.evaluate(data => {
    window.dispatchEvent(new MessageEvent('message', { origin: location.origin, data }));
  }, message);

describe('components', () => {
  it('runs behaviours, relations, generics, observers and external classes', async () => {
    const { page, takeLog } = phone;
    await page.getByText('lazy is here').waitFor();
    await page.getByText('row generic x').waitFor();
    await page.getByText('f=v 6').waitFor();
    expect(await takeLog()).toEqual(
      expect.arrayContaining(['row →1', 'row →2', 'row linked', 'behavior attached']),
    );
    const seen = await page.evaluate(() => {
      const top = getCurrentPages()[0];
      const loud = document.querySelector('.loud') as Element;
      return [
        top.selectComponent('#list').count(),
        top.selectComponent('#field'),
        top.behave(),
        top.custom,
        getComputedStyle(loud).color,
      ];
    });
    expect(seen).toEqual([2, { kind: 'exported', n: 3 }, 'yes', { a: 1 }, 'rgb(9, 9, 9)']);
  });

  it('shows content in the unnamed slot; property names and absent observers break nothing', async () => {
    const { page, messages } = phone;
    await page.locator('#body .wx-scroll-content #content').waitFor();
    await page.locator('#state').getByText('x 2').waitFor();
    expect(messages.join()).toContain('"noSuchMethod" of property "count" is not a method');
  });

  it('calls back after setData and carries detail and marks of an event', async () => {
    const { page, takeLog } = phone;
    await page.locator('#rename').click();
    await page.getByText('row 5').click();
    await page.waitForFunction(() => Reflect.get(globalThis, 'getApp')().log.length >= 5);
    expect(await takeLog()).toEqual(
      expect.arrayContaining([
        'row generic x→generic y',
        'rendered 1,5',
        'picked {"text":"5"} {"where":"list"}',
      ]),
    );
  });

  it('reports what a handler throws to App.onError, the console and the overlay, and goes on', async () => {
    const { page, takeLog, messages } = phone;
    await page.locator('#fail').click();
    expect(await takeLog()).toEqual(['error MiniProgramError']);
    expect(messages.join()).toContain('pages/parts/parts fail Error: from a handler');
    await page.getByRole('alert').getByText('1 个错误：pages/parts/parts fail').click();
    await page.getByText('知道了').click();
    await page.locator('#rename').click();
  });

  it('gives every tab page its own custom tab bar', async () => {
    const { page } = phone;
    await page.locator('#tab1').click();
    await page.locator('#bare').waitFor();
    expect(await page.locator('wx-custom-tab-bar').allTextContents()).toEqual(['●○', '○●']);
  });

  it('shows the name of a component that does not exist', async () => {
    const other = await PhoneLab.start('missing', lab);
    const { page, messages } = await other.open();
    await page.locator('#rest').waitFor();
    expect(
      await page.locator('[data-unknown-component]').evaluateAll(all => all.map(box => box.tagName)),
    ).toEqual(['GONE', 'STRANGE-THING']);
    expect(messages.join()).toContain('<gone> is not available');
    await page.close();
    await other.stop();
  });
});

describe('WXS', () => {
  it('handles events and property changes with component descriptors', async () => {
    const { page } = phone;
    await open('wxs/wxs');
    await page.locator('#moving').click();
    await page.locator('#moving').click();
    await page.getByText('{"taps":2,"id":"moving","name":"m"}').waitFor();
    await page.locator('#maybe').click();
    await page.getByText('{"taps":1,"id":"maybe","name":"maybe"}').waitFor();
    await page.locator('#toggle').click();
    await page.locator('#door').getByText('open').waitFor();
    const style = (id: string, name: string) =>
      page.locator(id).evaluate((node, property) => getComputedStyle(node).getPropertyValue(property), name);
    expect(await style('#moving', 'margin-top')).toBe('3px');
    expect(await page.locator('#moving').getAttribute('class')).toBe('moved');
    expect(await style('#other', 'color')).toBe('rgb(7, 7, 7)');
    expect(await style('#door', 'opacity')).toBe('0.5');
  });
});

describe('pages', () => {
  it('can be components whose properties are the query', async () => {
    const { page } = phone;
    expect(await open('component/component?id=7&word=hi')).toEqual([
      'attached hi',
      'onLoad hi pages/component/component',
      'page show',
      'onShow',
    ]);
    expect(await page.evaluate(() => getCurrentPages()[0].data)).toEqual({ id: 7, word: 'hi', seen: 'hi' });
    // A custom navigation bar: the page begins at the top and has the notch as its safe area.
    const box = await page.locator('#component').boundingBox();
    expect(box).toMatchObject({ y: 0, height: 44 + 812 / 2 });
  });

  it('shows the card that the share menu would send, promise included', async () => {
    const { page } = phone;
    await page.evaluate(() =>
      wx['updateShareMenu']?.({
        isUpdatableMessage: true,
        templateInfo: {
          parameterList: [
            { name: 'member_count', value: '2' },
            { name: 'room_limit', value: '8' },
          ],
        },
      }),
    );
    await page.getByRole('button', { name: '更多' }).last().click();
    await page.getByRole('button', { name: '发送给朋友' }).click();
    const card = page.getByRole('dialog', { name: '发送给朋友' });
    await card.getByText('promised').waitFor();
    await card.getByText('成员正在加入，当前 2/8 人').waitFor();
    await card.getByText('pages/component/component?word=card').waitFor();
    expect(await card.locator('img').evaluate(image => (image as HTMLImageElement).decode())).toBeUndefined();
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
  });

  it('scroll, reach their bottom once and keep fixed elements in place', async () => {
    const { page, takeLog } = phone;
    await open('scroll/scroll');
    const foot = () => page.locator('#fixed').evaluate(node => node.getBoundingClientRect().bottom);
    expect(await foot()).toBe(812);
    await page.mouse.move(180, 400);
    await page.mouse.wheel(0, 3_000);
    await page.waitForFunction(() => getCurrentPages()[0].data.rows === 80);
    expect(await takeLog()).toEqual(['bottom']);
    expect(await page.evaluate(() => getCurrentPages()[0].top)).toBeGreaterThan(1_000);
    expect(await foot()).toBe(812);
    await page.evaluate(() => wx['pageScrollTo']?.({ scrollTop: 0, duration: 0 }));
  });

  it('refresh when they are pulled down with the mouse', async () => {
    const { page, takeLog } = phone;
    await page.mouse.move(180, 300);
    await page.mouse.down();
    await page.mouse.move(180, 460, { steps: 8 });
    await page.mouse.up();
    await page.waitForFunction(() => Reflect.get(globalThis, 'getApp')().log.includes('pull'));
    await page.waitForFunction(
      () =>
        (document.querySelector('[data-page="pages/scroll/scroll"] .preview-content') as HTMLElement).style
          .transform === '',
    );
    expect(await takeLog()).toEqual(['pull']);
  });
});

describe('settings of the phone', () => {
  it('scale "system" font sizes only', async () => {
    const sizes = await phone.page.evaluate(() => {
      const root = document.querySelector('[data-page="pages/scroll/scroll"] wx-page') as Element;
      return [getComputedStyle(document.documentElement).fontSize, getComputedStyle(root).fontSize];
    });
    expect(sizes).toEqual(['23.8px', '23.8px']);
  });

  it('change dark rules, the bar and the app when the theme changes', async () => {
    await open('parts/parts');
    const colour = () => phone.page.locator('#shade').evaluate(node => getComputedStyle(node).color);
    expect(await colour()).toBe('rgb(1, 1, 1)');
    await tellPhone({ type: 'settings', theme: 'dark' });
    expect(await colour()).toBe('rgb(250, 250, 250)');
    expect(await phone.takeLog()).toEqual(['theme dark']);
    expect(await phone.page.locator('.preview-bar').getAttribute('style')).toContain('--paper: #202020');
  });

  it('tell pages of a new width', async () => {
    await open('scroll/scroll');
    await tellPhone({ type: 'settings', width: 320 });
    expect(await phone.takeLog()).toEqual(['resize 320']);
    expect(
      await phone.page
        .locator('.line')
        .first()
        .evaluate(node => node.clientHeight),
    ).toBe(Math.round(320 / 7.5));
  });
});
