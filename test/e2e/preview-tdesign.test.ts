import type { Locator } from 'playwright-core';
import { type OpenPhone, PhoneLab } from '../support/preview-apps/host/open-phone';

jest.setTimeout(60_000);

const SWIPE_PX = 120;

let lab: PhoneLab;
let phone: OpenPhone;

beforeAll(async () => {
  lab = await PhoneLab.start('../tdesign');
  phone = await lab.open();
});

afterAll(() => lab?.stop());

async function swipeLeft(over: Locator): Promise<void> {
  const { mouse } = phone.page;
  const box = await over.boundingBox();
  const x = (box?.x ?? 0) + 200;
  const y = (box?.y ?? 0) + (box?.height ?? 0) / 2;
  await mouse.move(x, y);
  await mouse.down();
  await mouse.move(x - SWIPE_PX, y, { steps: 8 });
  await mouse.up();
}

it('opens a swipe cell by a finger that goes left', async () => {
  const { page, messages } = phone;
  await swipeLeft(page.getByText('swipe me'));
  await page.getByText('remove').click();
  await page.locator('#state').getByText('remove').waitFor();
  expect(messages.filter(message => message.includes('TypeError'))).toEqual([]);
});

it('goes to the next tab by a swipe over its panel', async () => {
  const { page } = phone;
  await swipeLeft(page.getByText('panel one'));
  await page.getByText('panel two').waitFor();
  await page.getByText('panel one').waitFor({ state: 'hidden' });
});

it('shows a tree in the scrolling columns of a component', async () => {
  const { page } = phone;
  await page.getByText('south', { exact: true }).click();
  await page.getByText('district s2').click();
  await page.locator('#state').getByText('south,s2').waitFor();
});
