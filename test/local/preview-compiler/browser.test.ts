import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../local/browser';
import { type Preview, startPreview } from '../../../local/preview';
import { component, type Files, NPM_ROOT, ProgramFolder } from './program-folder';

const WITH = (names: string[]) =>
  Object.fromEntries(names.map(name => [name, `/components/${name}/${name}`]));

/** Parts that a program needs all at once before it looks right: styles, scripts, slots, generics, packages. */
const PROGRAM: Files = {
  'app.wxss': '@import "./styles/base.wxss"; view { outline-color: rgb(1,2,3) }',
  'styles/base.wxss': '.app { color: rgb(200,0,0) } .half { width: 375rpx }',
  'pages/home/home.json': {
    usingComponents: {
      ...WITH(['closed', 'open', 'shared', 'outer', 'virtual', 'slots', 'rows', 'cell']),
      'p-tag': 'paper/tag',
    },
  },
  'pages/home/home.wxss':
    '.page { letter-spacing: 3px } #a { margin-left: 4px } @media (max-width: 900rpx) { .fits { top: 1px } }',
  'pages/home/home.js': `const { word } = require('../../words');
    Page({ data: { word, list: [1, 2], taps: [] },
      onTap(event) { this.setData({ taps: [...this.data.taps, event.currentTarget.dataset.name] }) } });`,
  'words.ts': 'export const word: string = "typed";',
  'pages/home/home.wxml': `
    <view id="a" class="app page half fits">{{word}}</view>
    <closed/><open/><shared/><outer my-class="app"/><virtual class="app"/>
    <slots><view slot="head">head</view>rest</slots>
    <rows generic:row="cell" list="{{list}}"/><p-tag/>
    <view bindtap="onTap" data-name="outer"><view bind:tap="onTap" data-name="bubbles" id="bubbles">b</view>
      <view catchtap="onTap" data-name="caught" id="caught">c</view></view>
    <text id="taps">{{taps}}</text>`,
  ...component('closed', { wxml: '<view class="app page" id="closed">closed</view>' }),
  ...component('open', {
    wxml: '<view class="app page mine" id="open">open</view>',
    wxss: '.mine { margin-right: 5px } .half { width: 1px } :host { display: block; padding-left: 6px }',
    json: { styleIsolation: 'apply-shared' },
  }),
  ...component('shared', { wxss: '.app { margin-top: 7px }', json: { styleIsolation: 'shared' } }),
  ...component('outer', {
    wxml: '<view class="my-class" id="outer">outer</view>',
    js: 'Component({ externalClasses: ["my-class"] })',
  }),
  ...component('virtual', {
    wxml: '<view class="class" id="virtual">virtual</view>',
    js: 'Component({ options: { virtualHost: true }, externalClasses: ["class"] })',
  }),
  ...component('slots', {
    wxml: '(<slot name="head"/>|<slot/>)',
    js: 'Component({ options: { multipleSlots: true } })',
  }),
  ...component('rows', {
    wxml: '<row wx:for="{{list}}" wx:key="*this" value="{{item}}"/>',
    js: 'Component({ properties: { list: Array } })',
    json: { componentGenerics: { row: true } },
  }),
  ...component('cell', {
    wxml: '<wxs module="m">module.exports = { is: function (v) { return v.constructor === "Number" } }</wxs><text>[{{value}}{{m.is(value)}}]</text>',
    js: 'Component({ properties: { value: Number } })',
  }),
  'node_modules/paper/package.json': { miniprogram: 'dist' },
  'node_modules/paper/dist/tag.json': { component: true },
  'node_modules/paper/dist/tag.wxml': '<text>packaged</text>',
  'node_modules/paper/dist/tag.js': 'Component({})',
};

const folder = new ProgramFolder(PROGRAM);
let preview: Preview;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  preview = await startPreview({ root: folder.root, npmRoot: NPM_ROOT, port: 0, log: () => undefined });
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 375, height: 700 } });
  page.setDefaultTimeout(60_000);
  await page.goto(`${preview.url}/phone?person=lin&width=375`);
  await page.locator('#taps').waitFor({ state: 'attached' });
});

afterAll(async () => {
  await browser?.close();
  await preview?.stop();
  folder.remove();
});

/** As text, since these tests are checked without the browser's types. */
function styleOf(id: string, names: string[]): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const style = getComputedStyle(document.getElementById(${JSON.stringify(id)}));
    return ${JSON.stringify(names)}.map(name => style.getPropertyValue(name));
  })()`);
}

test('the parts of a program come together on the page', async () => {
  const text = ((await page.locator('wx-page').textContent()) ?? '').replace(/\s+/g, '');
  expect(text).toBe('typedclosedopenoutervirtual(head|rest)[1true][2true]packagedbc');
});

test('styles reach as far as WeChat lets them', async () => {
  const all = ['color', 'letter-spacing', 'margin-top', 'width', 'margin-left'];
  expect(await styleOf('a', all)).toEqual(['rgb(200, 0, 0)', '3px', '7px', '187.5px', '4px']);
  const reach = ['color', 'letter-spacing', 'outline-color'];
  expect(await styleOf('closed', reach)).toEqual(['rgb(0, 0, 0)', 'normal', 'rgb(1, 2, 3)']);
  expect(await styleOf('open', [...reach, 'margin-top', 'margin-right'])).toEqual([
    'rgb(200, 0, 0)',
    '3px',
    'rgb(1, 2, 3)',
    // From the shared component, whose styles reach this one too.
    '7px',
    '5px',
  ]);
  expect(await styleOf('outer', ['color'])).toEqual(['rgb(200, 0, 0)']);
  expect(await styleOf('virtual', ['color'])).toEqual(['rgb(200, 0, 0)']);
});

test('taps bubble through bindtap and bind:tap and end at catchtap', async () => {
  await page.locator('#bubbles').click();
  await page.locator('#caught').click();
  await page.locator('#taps', { hasText: /^bubbles,outer,caught$/ }).waitFor({ state: 'attached' });
});

test('a mistake is shown over the page with file and line; mended, the page is there again', async () => {
  folder.write('pages/home/home.wxml', '<view>\n<view id="new">new</view>');
  const overlay = page.getByRole('alert').filter({ hasText: 'pages/home/home.wxml:1:2' });
  await overlay.waitFor();
  expect(await overlay.textContent()).toContain('missing end tag');
  folder.write('pages/home/home.wxml', '<view id="mended">mended</view>');
  await page.locator('#mended').waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
});
