import { decisionsOn } from '../support/decisions';
import { RunningApp } from '../support/running-app';
import { screenFlaws } from '../support/screen-flaws';
import { ScreenReader } from '../support/screen-reader';

let app: RunningApp;
/** The hike of the demo data: five places left, a phone number may be given. */
let card: string;

beforeAll(async () => {
  app = await RunningApp.start();
  const { items } = await app.account('chen').data('chains.list', { scope: 'organized' });
  card = `chain/pages/detail/detail?id=${items[0]?.chainId}`;
}, 120_000);
afterAll(() => app?.stop());

/** The smallest phone in the largest letters, opened by the card in a group. */
const openCard = (person: string) => app.openPhone({ person, width: 320, font: 1.4, path: card });

it('an elderly person joins, takes it back, joins again and finds it, with one decision a screen', async () => {
  const { page, errors } = await openCard('wang');
  const look = async (screen: string, decision: string) => {
    expect({ screen, flaws: await screenFlaws(page) }).toEqual({ screen, flaws: [] });
    expect({ screen, decisions: await decisionsOn(page) }).toEqual({ screen, decisions: [decision] });
  };
  const tap = (id: string) => page.locator(`#${id}`).last().click();
  const join = async () => {
    await page.locator('#entry-places').waitFor();
    await look('how many', '几个人来');
    await tap('next');
    await page.locator('#at-phone').waitFor();
    await look('phone', '手机号');
    await page.getByRole('button', { name: '不填，下一步' }).click();
    await page.locator('#check').getByText('王奶奶').waitFor();
    await look('check', '报名');
    await tap('submit');
  };

  await page.locator('#places').getByText('还剩').waitFor();
  await look('card', '我要报名 / 帮家人报名');
  await tap('join');
  await page.locator('#entry-name').waitFor();
  await look('name', '名字');
  await page.locator('#entry-name input').fill('王奶奶');
  await tap('next');
  await join();
  await page.getByRole('button', { name: '允许' }).click();
  await page.locator('#my-number').getByText('24').waitFor();
  await look('result', '知道了 / 报错了，撤销');
  await tap('undo');
  await page.locator('#mine').waitFor({ state: 'detached' });
  await look('undone', '我要报名 / 帮家人报名');
  // The name is remembered, so it is not asked again.
  await tap('join');
  await join();
  await page.getByRole('button', { name: '允许' }).click();
  await page.locator('#my-number').getByText('25').waitFor();
  await tap('ok');
  await page.locator('#mine').getByText('您是第 25 号').waitFor();
  await look('joined', '退出 您是第 25 号 / 改我的报名 / 帮家人报名');
  await page.getByRole('button', { name: '首页' }).click();
  await tap('way-chains');
  await page.locator('#chains').getByText('我是第 25 号').waitFor();
  await look('my chains', 'which one');
  await page.locator('.chain').click();
  await page.locator('#mine').getByText('您是第 25 号').waitFor();
  expect(errors).toEqual([]);
}, 120_000);

it('goes the same way by keyboard, hearing what is on each screen in the order seen', async () => {
  const { page, errors } = await openCard('admin');
  const reader = await ScreenReader.of(page);
  const told = (text: string) => page.getByRole('status').filter({ hasText: text }).last().waitFor();
  const fill = async () => {
    await told('几个人来');
    const stepper = ['button 减一 几个人来', 'button 加一 几个人来'];
    expect(await reader.press('button 下一步')).toEqual([...back, ...stepper, 'button 下一步']);
    back = ['button 上一步'];
    await told('手机号');
    expect(await reader.press('button 不填，下一步')).toEqual([
      ...back,
      'textbox 手机号',
      'button 不填，下一步',
    ]);
    await told('看一看，对不对');
    const lines = ['button 名字 李爷爷 改', 'button 几个人来 1 人 改', 'button 手机号 没填 改'];
    expect(await reader.press('button 报名')).toEqual([...lines, 'button 报名']);
    await reader.press('button 允许');
    await told('您是第');
  };
  /** Where the focus is before a step: on the button that went on, which stands above this one. */
  let back: string[] = [];

  await page.locator('#places').getByText('还剩').waitFor();
  expect(await reader.press('button 我要报名')).toEqual([
    'button 念给我听',
    'button 更多',
    'button 我要报名',
  ]);
  await told('第 1 步，共 4 步');
  expect(await reader.type('textbox 名字', '李爷爷')).toEqual(['textbox 名字']);
  expect(await reader.press('button 下一步')).toEqual(['button 下一步']);
  back = ['button 上一步'];
  await fill();
  const ways = ['button 念给我听', 'button 知道了', 'button 报错了，撤销'];
  expect(await reader.press('button 报错了，撤销')).toEqual(ways);
  await told('已经撤销');
  await page.locator('#mine').waitFor({ state: 'detached' });
  await reader.press('button 我要报名');
  back = [];
  await fill();
  expect(await reader.press('button 知道了')).toEqual(ways.slice(0, 2));
  await page.locator('#mine').getByText('您是第').waitFor();
  await reader.press('button 首页');
  await page.locator('#way-chains').waitFor();
  await reader.press('button 我报的接龙');
  await page.locator('.chain').waitFor();
  const row = (await reader.press('button 周六西山徒步')).pop();
  expect(row).toMatch(/我是第 \d+ 号$/);
  await page.locator('#mine').getByText('您是第').waitFor();
  expect(errors).toEqual([]);
}, 120_000);
