import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { FrameLocator, Page } from 'playwright-core';
import { RunningApp } from '../support/running-app';

const TEXT = readFileSync(path.resolve(__dirname, '../support/samples/chains/museum.txt'), 'utf8');
const TITLE = '周日博物馆一日游';

let app: RunningApp;
let page: Page;
/** 陈老师, who runs the chain, and beside it 小林, who opens the card. */
let first: FrameLocator;
let second: FrameLocator;
const errors: string[] = [];

beforeAll(async () => {
  app = await RunningApp.start();
  page = await app.openWorkbench(errors);
  first = page.getByTestId('phone-1').contentFrame();
  second = page.getByTestId('phone-2').contentFrame();
  await page.getByText('陈老师', { exact: true }).click();
}, 120_000);
afterAll(() => app?.stop());

const button = (phone: FrameLocator, name: string) => phone.getByRole('button', { name, exact: true });
const back = (phone: FrameLocator) => button(phone, '返回').first().click();

/** Opens one flagged line, lets it be changed, and closes its sheet. */
async function fixLine(raw: string, name: string): Promise<void> {
  await first
    .locator('#paste-page')
    .getByRole('button', { name: new RegExp(raw) })
    .click();
  const sheet = first.locator('#line-sheet');
  await sheet.locator('#line-name input').fill(name);
  await sheet.getByRole('button', { name: '好了' }).click();
  await sheet.waitFor({ state: 'hidden' });
}

it('makes a chain of a pasted one: two lines are looked at again, thirty people are in it', async () => {
  await first.getByRole('tab', { name: '接龙' }).click();
  await button(first, '发起接龙').click();
  await first.locator('#paste textarea').fill(TEXT);
  await button(first, '看看认出了什么').click();
  await first.getByText('认出 30 人').waitFor();
  await first.getByText('2 行请您看一眼').waitFor();
  await first.getByText('要看一眼 2').click();
  await fixLine('7号楼老朱', '老朱');
  await fixLine('王海', '小王海');
  await first.getByText('每一行都看清了').waitFor();
  await button(first, '就用这些 30 人').click();
  await first.locator('#title input').fill(TITLE);
  await first.locator('#organizer-name input').fill('陈老师');
  await button(first, '发布').click();
  await first.getByText('录入了 30 人').waitFor();
}, 180_000);

it('gives the last place once: who opens the shared card comes on the waiting list', async () => {
  await button(first, '看看接龙').click();
  await first.locator('#places').getByText('还剩').waitFor();
  await first.locator('#join').getByText('我要报名').click();
  await first.locator('#entry-name input').fill('陈老师');
  await first.locator('#submit').click();
  await button(first, '允许').click();
  await first.locator('#my-number').getByText('31').waitFor();
  await first.locator('#ok').click();
  await first.locator('#phase').getByText('已报满').waitFor();
  await first.locator('#share').click();
  await button(first, '在另一台手机上打开').click();
  await second.locator('#join').getByText('排候补').click();
  await second.locator('#entry-name input').fill('小林');
  await second.locator('#submit').getByText('排候补').click();
  await button(second, '允许').click();
  await second.locator('#my-number').getByText('候补第').waitFor();
  await second.locator('#ok').click();
  await second.locator('#mine').getByText('候补第 1 位').waitFor();
}, 180_000);

it('gives the place that somebody leaves to who waits, and tells them', async () => {
  await first.locator('#mine').getByText('退出').click();
  await button(first, '不参加').click();
  await first.locator('#mine').waitFor({ state: 'detached' });
  await app.runTimer('courier');
  await page.getByText('手机 2', { exact: true }).click();
  await page.getByTestId('inbox-message').getByText(TITLE).waitFor();
  await page.getByTestId('inbox-open').first().click();
  await second.locator('#mine').getByText('第 32 号').waitFor();
}, 120_000);

/** Chooses a format on the screen 导出 and exports. */
async function exportAs(format: string): Promise<void> {
  await first.locator(`#format-${format}`).click();
  await first.locator('#export-go').click();
  await first.locator('#export-done').waitFor();
}

/** Bytes of the file that the last export made, as its address gives them. */
async function fileOf(format: 'csv' | 'xlsx'): Promise<Uint8Array> {
  const chen = app.account('chen');
  const { items } = await chen.data('chains.list', { scope: 'organized' });
  const { chainId } = items.find(({ title }) => title === TITLE) ?? { chainId: '' };
  const { file } = await chen.data('chains.export', { chainId, format });
  return new Uint8Array(await (await fetch(file?.url ?? '')).arrayBuffer());
}

/** Width of a poster, and which part of the place of its code is dark; see view/poster-layout.ts. */
function darkOfCode(image: Element): { width: number; dark: number } {
  const { naturalWidth: width, naturalHeight: height } = image as HTMLImageElement;
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  context?.drawImage(image as HTMLImageElement, 0, 0);
  const pixels = context?.getImageData(245, height - 400, 260, 260).data ?? new Uint8ClampedArray();
  const reds = pixels.filter((_, at) => at % 4 === 0);
  return { width, dark: reds.filter(red => red < 128).length / reds.length };
}

it('exports the list as text, table, workbook and poster', async () => {
  await first.locator('#manage').click();
  await first.locator('#number-in').getByText('31').waitFor();
  await first.locator('#export').click();
  await exportAs('text');
  const text = (await first.locator('#chain-text').textContent()) ?? '';
  expect(text.split('\n')[0]).toContain('#接龙');
  expect(text).toContain(TITLE);
  for (const name of ['1. 李文静', '16. 老朱', '29. 小王海', '小林']) expect(text).toContain(name);
  expect(text).not.toContain('陈老师\n');
  for (const format of ['csv', 'xlsx'] as const) {
    await first.locator('#export-again').click();
    await exportAs(format);
    await first.locator('#export-done').getByText(`${TITLE}-名单`).waitFor();
  }
  const csv = new TextDecoder().decode(await fileOf('csv'));
  expect(csv.split('\r\n').filter(line => /^\d+,/.test(line))).toHaveLength(31);
  expect(csv).toContain('小林');
  const sheets = Object.entries(unzipSync(await fileOf('xlsx')));
  expect(sheets.map(([, bytes]) => strFromU8(bytes)).join('')).toContain('李文静');
  await first.locator('#export-again').click();
  await first.locator('#poster').click();
  const poster = first.locator('#poster-image img');
  await poster.waitFor();
  await first.getByRole('img', { name: TITLE }).waitFor();
  const { width, dark } = await poster.evaluate(darkOfCode);
  expect(width).toBe(750);
  // A code of black and white squares; neither an empty place nor a black one.
  expect(dark).toBeGreaterThan(0.25);
  expect(dark).toBeLessThan(0.75);
}, 180_000);

it('dissolves the chain, brings it back with its people, and erases it after 72 hours', async () => {
  const chen = app.account('chen');
  const idsOf = async (scope: 'organized' | 'trashed') =>
    (await chen.data('chains.list', { scope })).items
      .filter(({ title }) => title === TITLE)
      .map(({ chainId }) => chainId);
  const [chainId = ''] = await idsOf('organized');
  await back(first);
  await back(first);
  await first.locator('#row-trash').click();
  await button(first, '解散').click();
  await button(first, '解散').click();
  await first.locator('#statement').getByText('已解散').waitFor();
  expect(await idsOf('trashed')).toEqual([chainId]);
  await back(first);
  await first.getByRole('tab', { name: '整理' }).click();
  await first.locator('#card-trash').click();
  await first.getByText(TITLE).waitFor();
  await button(first, `找回 ${TITLE}`).click();
  await first.getByText('已找回 1 个接龙').waitFor();
  const { chain } = await chen.data('chains.show', { chainId });
  expect(chain).toMatchObject({ phase: 'full', joined: 31 });
  await chen.data('chains.trash', { chainId });
  await page.getByTestId('clock-72h').click();
  await app.runTimer('janitor');
  expect(await idsOf('trashed')).toEqual([]);
  expect(await app.database.find('chains', { _id: chainId })).toEqual([]);
  expect(await app.database.find('entries', { chainId })).toEqual([]);
  expect(errors).toEqual([]);
}, 180_000);
