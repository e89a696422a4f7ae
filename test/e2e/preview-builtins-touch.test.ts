import { BuiltinsApp, type Seen } from '../support/preview-apps/builtins/open-app';

jest.setTimeout(60_000);

let app: BuiltinsApp;

const names = async () => (await app.seen()).map(({ type, at }) => `${type}@${at}`);

beforeAll(async () => {
  app = await BuiltinsApp.start();
  await app.open('touch');
});
afterAll(() => app.stop());
beforeEach(() => app.forget());

it('sends a touch up from where it began, with marks, dataset and page coordinates', async () => {
  await app.element('inner').tap();
  const events = await app.seen();
  expect(await names()).toEqual(['touchstart@inner', 'touchend@inner', 'tap@inner', 'tap@outer']);
  const [start, , tapInner, tapOuter] = events;
  expect(start).toMatchObject({ touches: 1, changed: 1 });
  expect(tapInner).toMatchObject({ dataset: { itemId: '7' }, mark: { inner: '2', outer: '1' } });
  expect(tapOuter).toMatchObject({ target: 'inner', dataset: { layer: 'outer' } });
  const box = await app.element('inner').boundingBox();
  const top = await app.page.evaluate(
    () => document.querySelector('.preview-view')?.getBoundingClientRect().top ?? 0,
  );
  expect(tapInner?.detail['y']).toBeCloseTo((box?.y ?? 0) - top + (box?.height ?? 0) / 2, 0);
});

it('stops at a catch, and one mutually exclusive handler silences the next', async () => {
  await app.element('caught').click();
  await app.element('mutInner').click();
  expect(await names()).toEqual(['tap@caught', 'tap@mutInner']);
});

it('runs capture handlers before those below', async () => {
  await app.element('below').click();
  expect(await names()).toEqual(['tap@captured', 'tap@below']);
});

it('takes a press of 350 ms for a long press and then sends no tap', async () => {
  await app.element('held').hover();
  await app.page.mouse.down();
  await app.page.waitForFunction(() => (globalThis as unknown as { seen: Seen[] }).seen.length > 0);
  await app.page.mouse.up();
  expect(await names()).toEqual(['longpress@held']);
});

it('takes a moved touch for a drag', async () => {
  await app.element('inner').hover();
  await app.page.mouse.down();
  await app.page.mouse.move(200, 400);
  await app.page.mouse.up();
  expect(await names()).toEqual(['touchstart@inner', 'touchend@inner']);
});

it('wears its hover class while held, and not after', async () => {
  const isHeld = (wanted: boolean) =>
    app.page.waitForFunction(
      held => document.getElementById('held')?.classList.contains('held') === held,
      wanted,
    );
  await app.element('held').hover();
  await app.page.mouse.down();
  await isHeld(true);
  await app.page.mouse.up();
  await isHeld(false);
});

it('keeps a hover class from what is around it by hover-stop-propagation', async () => {
  await app.element('stops').hover();
  await app.page.mouse.down();
  await app.page.waitForFunction(() => document.getElementById('stops')?.classList.contains('held'));
  // Letting go flashes every class that was waiting to show.
  await app.page.mouse.up();
  expect(await app.element('around').getAttribute('class')).toBe('box');
});

it('passes on the end of a transition', async () => {
  await app.setData({ opacity: 0 });
  expect(await app.detailOf('transitionend')).toMatchObject({ propertyName: 'opacity', elapsedTime: 0.01 });
});

it('is pressed by Enter and Space where its role says so', async () => {
  const button = app.page.getByRole('button', { name: 'press me' });
  await button.focus();
  await app.page.keyboard.press('Enter');
  await app.page.keyboard.press(' ');
  expect(await names()).toEqual(['tap@pressable', 'tap@pressable']);
});

it('keeps line breaks and decodes once in a text', async () => {
  const tops = await app.element('lines').evaluate(node => Array.from(node.getClientRects(), box => box.top));
  expect(new Set(tops).size).toBe(2);
  expect(await app.element('decoded').textContent()).toBe('a < b&lt;');
});

it('hides by hidden, but not for undefined', async () => {
  expect(await app.element('hiddenBox').isVisible()).toBe(false);
  expect(await app.element('undefinedHidden').isVisible()).toBe(true);
});

it('lets page styles for a tag reach the built-in', async () => {
  expect(await app.element('inner').evaluate(node => getComputedStyle(node).color)).toBe('rgb(10, 20, 30)');
});

it('shows the name of a component it lacks', async () => {
  const unknown = app.page.locator('[data-unknown-component="map"]');
  expect(await unknown.isVisible()).toBe(true);
});
