import { BuiltinsApp, type Seen } from '../support/preview-apps/builtins/open-app';

jest.setTimeout(60_000);

let app: BuiltinsApp;

const input = (id: string) => app.element(id).locator('input,textarea');
const ofType = async (type: string) => (await app.seen()).filter(event => event.type === type);
const submitted = async () => {
  await app.element('submit').click();
  return app.detailOf('submit');
};

beforeAll(async () => {
  app = await BuiltinsApp.start();
});
afterAll(() => app.stop());
afterEach(() => expect(app.errors).toEqual([]));

describe('fields', () => {
  beforeEach(() => app.open('form'));

  it('tells of every change of an input and keeps a model binding in step', async () => {
    await input('name').fill('小明');
    expect(await app.detailOf('input')).toMatchObject({ value: '小明', cursor: 2, keyCode: 26126 });
    expect(await app.element('echo').textContent()).toBe('小明');
    await input('name').press('Enter');
    expect(await app.detailOf('confirm')).toEqual({ value: '小明' });
    expect(await app.detailOf('blur')).toMatchObject({ value: '小明' });
  });

  it('takes no more characters than maxlength', async () => {
    await input('name').fill('');
    await input('name').pressSequentially('abcdefg');
    expect(await input('name').inputValue()).toBe('abcde');
  });

  it('shows what the input handler returned instead', async () => {
    await input('upper').pressSequentially('ab');
    await app.page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('#upper input')?.value === 'AB',
    );
  });

  it('drops what the keyboard of a type cannot type', async () => {
    await input('digits').pressSequentially('1a2.');
    await input('card').pressSequentially('12xb');
    expect(await input('digits').inputValue()).toBe('12');
    expect(await input('card').inputValue()).toBe('12x');
  });

  it('takes the focus when the page sets focus, and gives it up', async () => {
    await app.setData({ focused: true });
    await app.detailOf('focus');
    expect(await input('name').evaluate(node => node === document.activeElement)).toBe(true);
    await app.setData({ focused: false });
    await app.detailOf('blur');
  });

  it('keeps the focus when the page is touched and hold-keyboard is set', async () => {
    await input('held').focus();
    await app.element('echo').click();
    expect(await input('held').evaluate(node => node === document.activeElement)).toBe(true);
    await input('name').focus();
    await app.element('echo').click();
    expect(await input('name').evaluate(node => node === document.activeElement)).toBe(false);
  });

  it('grows a textarea with its lines', async () => {
    const height = async () => (await app.element('note').boundingBox())?.height;
    expect(await height()).toBe(20);
    await input('note').fill('one\ntwo\nthree');
    await app.page.waitForFunction(() => document.getElementById('note')?.offsetHeight === 60);
    expect((await ofType('linechange')).at(-1)?.detail).toMatchObject({ lineCount: 3, height: 60 });
  });

  it('checks by control or by label, once', async () => {
    await app.element('apple').click();
    await app.element('pearLabel').click();
    await app.element('largeLabel').click();
    const changes = (await ofType('change')).map(({ at, detail }) => [at, detail['value']]);
    expect(changes).toEqual([
      ['fruit', ['apple', 'pear']],
      ['fruit', ['apple']],
      ['size', 'l'],
    ]);
    expect(await app.element('small').getAttribute('aria-checked')).toBe('false');
  });

  it('moves a slider by steps', async () => {
    const rail = app.element('slider').locator('.wx-slider-rail');
    const box = await rail.boundingBox();
    await rail.click({ position: { x: (box?.width ?? 0) * 0.72, y: 1 } });
    expect(await app.detailOf('change')).toEqual({ value: 7 });
    await app.element('slider').press('ArrowLeft');
    expect((await ofType('change')).at(-1)?.detail).toEqual({ value: 6.5 });
  });

  it('submits what has a name, also behind wx:for, with the button as origin', async () => {
    await app.element('switch').click();
    await app.element('disabled').click({ force: true });
    expect(await ofType('submit')).toEqual([]);
    expect(await submitted()).toMatchObject({
      value: {
        name: '小',
        digits: '',
        note: '',
        fruit: ['pear'],
        size: 's',
        on: true,
        level: 5,
        more0: 'm0',
        stars: 3,
      },
      target: { id: 'submit', dataset: { kind: 'go' } },
    });
  });

  it('starts over by reset', async () => {
    await app.element('switch').click();
    await app.element('reset').click();
    await app.detailOf('reset');
    expect((await submitted())['value']).toMatchObject({
      name: '',
      fruit: [],
      size: '',
      on: false,
      level: 0,
    });
  });

  it('offers the own name for type nickname, once the person agreed to the privacy agreement', async () => {
    await input('nick').focus();
    await app.page.getByText('同意', { exact: true }).click();
    expect(await input('nick').evaluate(node => node.getAttribute('list'))).toBeTruthy();
  });
});

describe('pickers', () => {
  beforeEach(() => app.open('picker'));

  const choose = (label: string) =>
    app.page.getByRole('option', { name: label, exact: true }).first().click();
  const done = () => app.page.getByRole('button', { name: '确定' }).click();
  const chosen = (column: number, label: string) =>
    app.page
      .getByRole('listbox')
      .nth(column)
      .locator('[aria-selected=true]')
      .filter({ hasText: new RegExp(`^${label}$`) })
      .waitFor();

  it('gives the index of one choice, and nothing when it is cancelled', async () => {
    await app.element('fruit').click();
    await choose('plum');
    await chosen(0, 'plum');
    await app.page.getByRole('button', { name: '取消' }).click();
    await app.detailOf('cancel');
    await app.element('fruit').click();
    await choose('apple');
    await chosen(0, 'apple');
    await done();
    expect(await app.detailOf('change')).toEqual({ value: '0' });
    expect(await submitted()).toMatchObject({ value: { fruit: '0' } });
  });

  it('tells of every column that turns, and shows the lists the page answers with', async () => {
    await app.element('place').click();
    await choose('广东');
    await chosen(0, '广东');
    expect(await app.detailOf('columnchange')).toEqual({ column: 0, value: 1 });
    await choose('珠海');
    await chosen(1, '珠海');
    await done();
    expect(await app.detailOf('change')).toEqual({ value: [1, 2] });
  });

  it('keeps times between start and end', async () => {
    await app.element('time').click();
    const minutes = app.page.getByRole('listbox').nth(1).getByRole('option');
    expect(await minutes.count()).toBe(16);
    await choose('09');
    await chosen(0, '09');
    expect(await minutes.first().textContent()).toBe('30');
    await done();
    expect(await app.detailOf('change')).toEqual({ value: '09:30' });
  });

  it('gives dates whose days exist, to the precision asked for', async () => {
    await app.element('date').click();
    await choose('2月');
    await chosen(2, '29日');
    await done();
    expect(await app.detailOf('change')).toEqual({ value: '2024-02-29' });
    await app.forget();
    await app.element('month').click();
    await choose('6月');
    await chosen(1, '6月');
    await done();
    expect(await app.detailOf('change')).toEqual({ value: '2024-06' });
  });

  it('gives a region with its codes', async () => {
    await app.element('region').click();
    await choose('上海市');
    await chosen(2, '黄浦区');
    await done();
    const detail = await app.detailOf('change');
    expect(detail).toMatchObject({
      value: ['上海市', '上海市', '黄浦区'],
      code: ['310000', '310100', '310101'],
    });
  });

  it('turns the columns of a picker-view and follows its value', async () => {
    const offset = (id: string) =>
      app
        .element(id)
        .locator('.wx-wheel')
        .evaluate(node => node.scrollTop / 40);
    expect([await offset('first'), await offset('second')]).toEqual([3, 1]);
    await app.element('first').locator('.wx-wheel').press('ArrowDown');
    expect(await app.detailOf('change')).toEqual({ value: [4, 1] });
    await app.setData({ wheel: [0, 7] });
    await app.page.waitForFunction(() => document.querySelector('#second .wx-wheel')?.scrollTop === 280);
    const types = (await app.seen()).map((event: Seen) => event.type);
    expect(types).toEqual(['pickstart', 'pickend', 'change']);
  });
});
