import { BuiltinsApp } from '../support/preview-apps/builtins/open-app';

jest.setTimeout(60_000);

let app: BuiltinsApp;

const tap = (id: string) => app.element(id).click();
const ofType = async (type: string) => (await app.seen()).filter(event => event.type === type);
const size = async (id: string) => {
  const box = await app.element(id).boundingBox();
  return [box?.width, box?.height];
};
const top = (id: string) => app.element(id).evaluate(node => node.scrollTop);

beforeAll(async () => {
  app = await BuiltinsApp.start();
});
afterAll(() => app.stop());
afterEach(() => expect(app.errors).toEqual([]));

describe('content', () => {
  beforeEach(() => app.open('content'));

  it('shows images in their modes and tells their size, or why there is none', async () => {
    await app.page.waitForFunction(() => document.getElementById('fixed')?.offsetHeight === 50);
    expect(await size('fixed')).toEqual([100, 50]);
    const fit = app.element('cropped').locator('img');
    const style = await fit.evaluate(node => [node.style.objectFit, node.style.objectPosition]);
    expect(style).toEqual(['none', 'right bottom']);
    await app.setData({ src: '../../assets/flag.png' });
    expect(await app.detailOf('load')).toEqual({ width: 40, height: 20 });
    await app.setData({ missing: '/assets/none.png' });
    expect((await app.detailOf('error'))['errMsg']).toContain('none.png');
  });

  it('draws rich text without running anything in it', async () => {
    const html = app.element('html');
    expect(await html.textContent()).toBe('a < b');
    expect(await html.locator('p').evaluate(node => getComputedStyle(node).color)).toBe('rgb(1, 2, 3)');
    expect(await html.locator('script').count()).toBe(0);
    expect(await html.locator('img').getAttribute('onerror')).toBeNull();
    const nodes = app.element('nodes');
    expect(await nodes.textContent()).toBe('1\u00a0&\u00a02');
    expect((await nodes.locator('div').boundingBox())?.width).toBe(187.5);
    await html.click();
    expect((await ofType('tap'))[0]).toMatchObject({ target: 'html' });
  });

  it('gives a canvas to draw on', async () => {
    const pixel = await app.page.waitForFunction(() => (globalThis as { pixel?: number[] }).pixel);
    expect(await pixel.jsonValue()).toEqual([255, 0, 0, 255]);
  });

  it('says when a bar has filled', async () => {
    await app.setData({ percent: 30 });
    expect(await app.detailOf('activeend')).toEqual({ curPercent: 30 });
    expect(await app.element('progress').getAttribute('aria-valuenow')).toBe('30');
  });

  it('goes where a navigator points, and says why it cannot', async () => {
    await tap('nowhere');
    expect((await app.detailOf('fail'))['errMsg']).toMatch(/^navigateTo:fail page ".*" is not found$/);
    await tap('go');
    await app.element('held').waitFor();
  });

  it('moves a movable-view along its direction, inside its area', async () => {
    await app.element('stone').hover();
    await app.page.mouse.down();
    await app.page.mouse.move(400, 300, { steps: 4 });
    await app.page.mouse.up();
    const moves = await ofType('change');
    expect(moves.at(-1)?.detail).toEqual({ x: 250, y: 10, source: 'touch' });
  });

  it('hands over an avatar only after consent, which a button can give', async () => {
    await tap('avatar');
    await app.page.getByText('拒绝', { exact: true }).click();
    await tap('agree');
    expect(await app.detailOf('agreeprivacyauthorization')).toEqual({
      errMsg: 'agreePrivacyAuthorization:ok',
    });
    await tap('avatar');
    await app.page.getByText('用微信头像').click();
    expect((await app.detailOf('chooseavatar'))['avatarUrl']).toMatch(/^wxfile:.*\.png$/);
  });

  it('says where WeChat would go: a card to send, a service, the menu of a picture', async () => {
    await tap('share');
    await app.page.getByText('from button share').first().waitFor();
    await app.page.keyboard.press('Escape');
    await tap('feedback');
    await app.page.getByText('知道了').click();
    expect(await app.detailOf('feedback')).toEqual({ errMsg: 'feedback:ok' });
    await app.element('pressed').hover();
    await app.page.mouse.down();
    await app.page.getByText('保存图片').waitFor();
    await app.page.mouse.up();
    await app.page.keyboard.press('Escape');
  });

  it('shows the name of a built-in it lacks', async () => {
    expect(await app.page.locator('[data-unknown-component="video"]').isVisible()).toBe(true);
  });
});

describe('scrolling', () => {
  beforeEach(() => app.open('scroll'));

  it('scrolls where the page says and reports arrivals at the ends', async () => {
    await app.setData({ into: 'row5' });
    await app.detailOf('scroll');
    expect(await top('list')).toBe(200);
    await app.setData({ top: '5000' });
    expect(await app.detailOf('scrolltolower')).toEqual({ direction: 'bottom' });
    expect(await top('list')).toBe(1000);
    expect((await ofType('scroll')).at(-1)?.detail).toMatchObject({ scrollTop: 1000, deltaY: -800 });
    await app.setData({ top: 0 });
    expect(await app.detailOf('scrolltoupper')).toEqual({ direction: 'top' });
  });

  it('refreshes by a pull, until the page says it is done', async () => {
    const box = await app.element('list').boundingBox();
    const [x, y] = [(box?.x ?? 0) + 50, (box?.y ?? 0) + 10];
    await app.page.mouse.move(x, y);
    await app.page.mouse.down();
    await app.page.mouse.move(x, y + 150, { steps: 4 });
    await app.page.mouse.up();
    await app.detailOf('refresherpulling');
    await app.detailOf('refresherrefresh');
    await app.setData({ refreshing: true });
    await app.setData({ refreshing: false });
    await app.detailOf('refresherrestore');
  });

  it('lays out a row by the flexbox of the tag, page by page', async () => {
    await app.element('strip').evaluate(node => {
      node.scrollLeft = 150;
    });
    await app.page.waitForFunction(() => document.getElementById('strip')?.scrollLeft === 200);
    expect(await app.element('card1').boundingBox()).toMatchObject({ x: 0, width: 200 });
  });

  it('turns a swiper by data, finger and time, and tells them apart', async () => {
    await app.element('slide1').waitFor();
    await app.setData({ current: 2 });
    expect(await app.detailOf('change')).toEqual({ current: 2, currentItemId: 's2', source: '' });
    await app.forget();
    await app.element('swiper').hover();
    await app.page.mouse.down();
    await app.page.mouse.move(60, 330, { steps: 4 });
    await app.page.mouse.up();
    expect(await app.detailOf('change')).toMatchObject({ current: 0, source: 'touch' });
    await app.forget();
    await app.setData({ auto: true });
    expect(await app.detailOf('change')).toMatchObject({ current: 1, source: 'autoplay' });
  });
});

describe('the page as a whole', () => {
  beforeEach(() => app.open('meta'));

  it('takes fonts, colours and title from page-meta', async () => {
    const bar = app.page.getByRole('heading', { name: 'from property' });
    expect(await bar.isVisible()).toBe(true);
    const look = await app.page
      .locator('wx-page')
      .evaluate(node => [
        getComputedStyle(node).fontSize,
        getComputedStyle(node).color,
        getComputedStyle(document.documentElement).fontSize,
      ]);
    expect(look).toEqual(['17px', 'rgb(18, 52, 86)', '20px']);
    await app.setData({ title: 'later', color: 'red' });
    await app.page.getByRole('heading', { name: 'later' }).waitFor();
  });

  it('scrolls by scroll-top and says when it is there', async () => {
    await app.setData({ scrollTop: '300px' });
    await app.detailOf('scrolldone');
    expect(await app.detailOf('scroll')).toEqual({ scrollTop: 300 });
  });

  it('takes a root-portal out of what clips it; its events still go up the tree', async () => {
    expect(await app.element('portal').boundingBox()).toMatchObject({ x: 0, width: 50, height: 50 });
    await tap('portal');
    expect((await ofType('tap')).map(event => event.at)).toEqual(['portal', 'clip']);
    await app.setData({ outside: false });
    await app.page.waitForFunction(() => document.querySelector('#clip #portal'));
  });

  it('shows by match-media what fits the page', async () => {
    expect(await app.element('wide').isVisible()).toBe(true);
    expect(await app.element('narrow').isVisible()).toBe(false);
    await app.page.evaluate(() => {
      const data = { type: 'settings', width: 320 };
      window.dispatchEvent(new MessageEvent('message', { data, origin: location.origin }));
    });
    await app.element('narrow').waitFor();
    expect(await app.element('wide').isVisible()).toBe(false);
    expect(await app.detailOf('resize')).toMatchObject({ size: { windowWidth: 320 } });
  });
});
