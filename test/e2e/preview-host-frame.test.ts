import type { Page } from 'playwright-core';
import { type OpenPhone, PhoneLab } from '../support/preview-apps/host/open-phone';

declare const wx: Record<string, (options: object) => Promise<unknown>>;
// biome-ignore lint/suspicious/noExplicitAny: instances of the fixture's pages have members of their own
declare const getCurrentPages: () => any[];

jest.setTimeout(60_000);

let lab: PhoneLab;
let phone: OpenPhone;

beforeAll(async () => {
  lab = await PhoneLab.start('frame');
  phone = await lab.open('width=320&font=1.4', { width: 320, height: 812 });
});

afterAll(() => lab?.stop());

const go = (api: string, url?: string) =>
  phone.page.evaluate(([name, address]) => wx[name as string]?.({ url: address }), [api, url]);

/** A message as the workbench sends it, from a window around the phone. */
const tellPhone = (page: Page, message: object) =>
  page.evaluate(data => {
    window.dispatchEvent(new MessageEvent('message', { origin: location.origin, data }));
  }, message);

const tabImages = (page: Page) =>
  page
    .getByRole('tab')
    .locator('img')
    .evaluateAll(all => all.map(image => (image as HTMLImageElement).src.replace(/.*\//, '')));

describe('the phone', () => {
  it('keeps a long title clear of the capsule, and the page below both, at 320 px and in 关怀模式', async () => {
    const { page } = phone;
    const title = await page.getByRole('heading').boundingBox();
    const capsule = await page.locator('.capsule').boundingBox();
    const content = await page.locator('#home').boundingBox();
    if (!title || !capsule || !content) throw new Error('not drawn');
    expect(title.x).toBeGreaterThanOrEqual(44);
    expect(title.x + title.width).toBeLessThanOrEqual(capsule.x);
    expect(content.y).toBeGreaterThanOrEqual(capsule.y + capsule.height);
    expect(await page.locator('#home').evaluate(node => getComputedStyle(node).fontSize)).toBe('23.8px');
  });

  it('hides and shows the program when the size of text is changed, as that happens outside it', async () => {
    const { page, takeLog } = phone;
    await takeLog();
    await tellPhone(page, { type: 'settings', fontScale: 1 });
    expect(await takeLog()).toEqual(['home onShow']);
    expect(await page.locator('#home').evaluate(node => getComputedStyle(node).fontSize)).toBe('17px');
  });

  it('leaves 34 px for the system under the tabs on a tall phone and nothing on a small one', async () => {
    const { page } = phone;
    const heights = () =>
      page.locator('.preview-tab-bar').evaluate(bar => ({
        bar: Math.round(bar.getBoundingClientRect().height),
        page: (document.querySelector('.preview-view') as HTMLElement).clientHeight,
      }));
    expect(await heights()).toEqual({ bar: 50, page: 812 - 20 - 44 - 50 });
    await tellPhone(page, { type: 'settings', width: 375 });
    expect(await heights()).toEqual({ bar: 84, page: 812 - 44 - 44 - 84 });
    expect(await page.locator('.preview-home-indicator').isVisible()).toBe(true);
  });

  it('takes icons and colours from theme.json, under what the program chose', async () => {
    const { page } = phone;
    const paper = () =>
      page.locator('.preview-tab-bar').evaluate(bar => getComputedStyle(bar).backgroundColor);
    expect(await tabImages(page)).toEqual(['day-on.svg', 'day.svg']);
    await page.evaluate(async () => {
      await wx['setTabBarItem']?.({ index: 1, iconPath: '/assets/night.svg', text: '我' });
      await wx['setTabBarBadge']?.({ index: 1, text: '3' });
    });
    await tellPhone(page, { type: 'settings', theme: 'dark' });
    expect(await tabImages(page)).toEqual(['night-on.svg', 'night.svg']);
    expect(await paper()).toBe('rgb(32, 32, 32)');
    await page.evaluate(() => wx['setTabBarStyle']?.({ backgroundColor: '#112233' }));
    await tellPhone(page, { type: 'settings', theme: 'light' });
    await page.getByRole('tab', { name: '我' }).click();
    await page.locator('#mine').waitFor();
    expect(await paper()).toBe('rgb(17, 34, 51)');
    expect(await tabImages(page)).toEqual(['day.svg', 'day-on.svg']);
    await page.getByText('3', { exact: true }).waitFor();
  });

  it('is used by keyboard too, and tabs keep the focus', async () => {
    const { page } = phone;
    await page.getByRole('tab', { name: '首页' }).press('Enter');
    await page.locator('#home').waitFor();
    const focused = await page.evaluate(
      () => document.querySelector('.preview-tab-bar')?.shadowRoot?.activeElement?.textContent,
    );
    expect(focused).toBe('首页');
    await page.getByRole('button', { name: '更多' }).first().press('Enter');
    await page.getByRole('dialog', { name: '更多' }).press('Escape');
    await page.getByRole('dialog', { name: '更多' }).waitFor({ state: 'detached' });
  });

  it('tells one time on every page, that of the cloud', async () => {
    const { page } = phone;
    const offsetMs = await page.evaluate(() => new Date(2026, 0, 5, 10, 30, 20).getTime() - Date.now());
    await tellPhone(page, { type: 'clock', offsetMs });
    const times = await page.locator('.status > span').allTextContents();
    expect(new Set(times).size).toBe(1);
    expect(times[0]).toBe('10:30');
  });
});

describe('pages', () => {
  it('come back where they were scrolled to, and stay put while they hide their overflow', async () => {
    const { page, takeLog } = phone;
    await takeLog();
    await go('navigateTo', '/pages/list/list');
    expect(await takeLog()).toEqual(['list onShow', 'list onRouteDone']);
    await page.evaluate(() => wx['pageScrollTo']?.({ scrollTop: 900, duration: 0 }));
    await go('navigateTo', '../events/events');
    await go('navigateBack');
    expect(await takeLog()).toEqual(['slotted detached', 'own detached', 'list onShow', 'list onRouteDone']);
    const scroller = page.locator('[data-page="pages/list/list"] .preview-scroller');
    expect(await scroller.evaluate(node => node.scrollTop)).toBe(900);
    await page.evaluate(() => getCurrentPages().at(-1).setData({ locked: true }));
    await page.waitForFunction(
      () =>
        getComputedStyle(document.querySelector('[data-page="pages/list/list"] .preview-scroller') as Element)
          .overflowY === 'hidden',
    );
  });

  it('are unloaded before their components when another takes their place', async () => {
    const { takeLog } = phone;
    await takeLog();
    await phone.page.evaluate(() =>
      getCurrentPages().at(-1).pageRouter.redirectTo({ url: '../events/events' }),
    );
    expect(await takeLog()).toEqual(['list onUnload', 'inner detached']);
  });

  it('that do not exist are told to the app, which may go elsewhere', async () => {
    const other = await lab.open('path=pages/none/none%3Fgo%3D1');
    expect(await other.takeLog()).toEqual([
      'not found pages/none/none {"go":"1"} true',
      'list onShow',
      'list onRouteDone',
    ]);
    await other.page.close();
  });
});

describe('instances', () => {
  it('send events as far as the options of triggerEvent say', async () => {
    const { page, takeLog } = phone;
    await takeLog();
    const ping = (options: object) =>
      page.evaluate(chosen => getCurrentPages().at(-1).selectComponent('#slotted').ping(chosen), options);
    await ping({});
    expect(await takeLog()).toEqual(['page at inner 7 slotted']);
    await ping({ bubbles: true });
    expect(await takeLog()).toEqual(['page at inner 7 slotted', 'page at outer']);
    await ping({ bubbles: true, composed: true, capturePhase: true });
    expect(await takeLog()).toEqual([
      'page captures',
      'page at inner 7 slotted',
      'outer inside',
      'page at outer',
    ]);
  });

  it('find, measure and animate their own nodes only', async () => {
    const { page } = phone;
    const found = await page.evaluate(async () => {
      const top = getCurrentPages().at(-1);
      const inner = top.selectComponent('#slotted');
      const outer = top.selectComponent('#outer');
      return {
        all: top.selectAllComponents('.in').map(({ id }: { id: string }) => id),
        own: outer.selectComponent('#own').id,
        owner: inner.selectOwnerComponent() === top,
        size: await new Promise(resolve => inner.measure(resolve)),
        faded: await new Promise(resolve =>
          inner.fade(() => resolve(getComputedStyle(document.querySelector('#box') as Element).opacity)),
        ),
      };
    });
    expect(found).toEqual({ all: ['slotted'], own: 'own', owner: true, size: '40x20', faded: '0.25' });
  });

  it('have every setData counted, components included, and tell a performance listener', async () => {
    const { page } = phone;
    const seen = await page.evaluate(() => {
      const preview = Reflect.get(globalThis, '__preview');
      const inner = getCurrentPages().at(-1).selectComponent('#slotted');
      const updates: object[] = [];
      inner.setUpdatePerformanceListener({ withDataPaths: true }, (update: object) => updates.push(update));
      preview.setDataCalls.length = 0;
      const before = preview.nodeCount();
      inner.setData({ n: '汉' });
      return { calls: [...preview.setDataCalls], updates, nodes: [before, preview.nodeCount()] };
    });
    expect(seen).toEqual({
      calls: [{ bytes: '{"n":"123"}'.length, at: expect.any(Number), page: 'parts/inner/inner' }],
      updates: [expect.objectContaining({ dataPaths: ['n'], isMergedUpdate: false })],
      // wx-page, outer with its view, and twice inner with its view.
      nodes: [7, 7],
    });
  });

  it('are told of when a page sends too often for a person to follow, or too much at once', async () => {
    const said = await phone.page.evaluate(() => {
      const { error } = console;
      const words: string[] = [];
      console.error = word => words.push(word);
      const inner = getCurrentPages().at(-1).selectComponent('#slotted');
      const send = (calls: number, n: string): void => {
        for (let call = 0; call < calls; call += 1) inner.setData({ n });
      };
      const tap = (): boolean => document.body.dispatchEvent(new PointerEvent('pointerdown'));
      tap();
      send(20, 'a');
      tap();
      send(20, 'a');
      words.push('so far nothing');
      send(1, 'a');
      send(1, '汉'.repeat(22_000));
      console.error = error;
      return words;
    });
    expect(said).toEqual([
      'so far nothing',
      'setData: 21 calls in a second, the last by parts/inner/inner',
      'setData: 66008 bytes in one call by parts/inner/inner',
    ]);
  });

  it('report a rejection that nobody handles to the app', async () => {
    const { page, takeLog } = phone;
    await go('reLaunch', '/pages/home/home');
    await takeLog();
    await page.evaluate(() => getCurrentPages()[0].reject());
    await page.getByRole('alert').locator('summary').getByText('nobody waits').waitFor();
    expect(await takeLog()).toEqual(['rejection nobody waits']);
  });
});
