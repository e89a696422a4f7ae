import { BuiltinsApp } from '../support/preview-apps/builtins/open-app';

jest.setTimeout(60_000);

let app: BuiltinsApp;

beforeAll(async () => {
  app = await BuiltinsApp.start();
});
afterAll(() => app.stop());
beforeEach(() => app.open('looks'));
afterEach(() => expect(app.errors).toEqual([]));

const control = (id: string) => app.element(id).locator('input');

it('fits or crops a picture as each mode says', async () => {
  const looks = await app.page.locator('wx-image[mode]:not(#late) img').evaluateAll(pictures =>
    pictures.map(picture => {
      const { objectFit, objectPosition } = (picture as HTMLImageElement).style;
      return `${picture.parentElement?.getAttribute('mode')}: ${objectFit} ${objectPosition}`;
    }),
  );
  expect(looks).toEqual([
    'scaleToFill: fill center center',
    'aspectFit: contain center center',
    'aspectFill: cover center center',
    'heightFix: fill center center',
    'top: none center top',
    'bottom: none center bottom',
    'center: none center center',
    'left: none left center',
    'right: none right center',
    'top left: none left top',
    'top right: none right top',
    'bottom left: none left bottom',
  ]);
});

it('gives a picture of heightFix the width its proportions ask for', async () => {
  await app.page.waitForFunction(() => document.getElementById('mode-3')?.offsetWidth === 60);
  expect((await app.element('mode-3').boundingBox())?.height).toBe(30);
});

it('loads a lazy picture when it comes near the screen', async () => {
  const picture = app.element('late').locator('img');
  expect(await picture.evaluate(node => (node as HTMLImageElement).loading)).toBe('lazy');
  expect(await picture.evaluate(node => (node as HTMLImageElement).naturalWidth)).toBe(0);
  await app.element('late').scrollIntoViewIfNeeded();
  await app.page.waitForFunction(
    () => document.querySelector<HTMLImageElement>('#late img')?.naturalWidth === 40,
  );
});

it('hides what is typed into password fields', async () => {
  expect(await control('secret').getAttribute('type')).toBe('password');
  expect(await control('secret').inputValue()).toBe('secret');
  expect(await control('safe').getAttribute('type')).toBe('password');
});

it('draws a placeholder in its class and style', async () => {
  const placeholder = app.element('quiet').getByText('quiet');
  const look = await placeholder.evaluate(node => [
    getComputedStyle(node).color,
    getComputedStyle(node).fontSize,
  ]);
  expect(look).toEqual(['rgb(4, 5, 6)', '21px']);
});

it('selects the named part when it takes the focus', async () => {
  await app.setData({ focus: true });
  await app.page.waitForFunction(() => {
    const field = document.querySelector<HTMLInputElement>('#marked input');
    return field?.selectionStart === 2 && field.selectionEnd === 5;
  });
});
