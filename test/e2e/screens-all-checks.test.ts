import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../local/browser';
import { screenFlaws } from '../support/screen-flaws';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 320, height: 568 } });
}, 120_000);
afterAll(() => browser?.close());

const STYLE = `
body { margin: 0; font: 16px/1.4 sans-serif }
.preview-view { position: absolute; inset: 0; contain: layout paint; overflow: hidden }
.preview-scroller { position: absolute; inset: 0; overflow: hidden auto; background: #fff }
.app { --fs-body: 16px; padding: 8px; color: #1b1f1d }
.font-extra-large { --fs-body: 24px; font-size: 24px }
[role=button] { display: block; height: 64px; background: #0b7a5b; color: #fff; line-height: 64px }
.font-extra-large [role=button] { background: #075e46 }
.icon { display: block; width: 22px; height: 22px; background: currentColor; mask-image: linear-gradient(black, black) }`;

/** A page as the phone draws it, and what is wrong with it. */
async function flawsOf(content: string, font: 'standard' | 'extra-large' = 'standard'): Promise<string[]> {
  await page.setContent(`<!doctype html><html lang="zh"><title>手机</title><style>${STYLE}</style>
    <div class="preview-frame"><div class="preview-view"><div class="preview-scroller">
    <div class="app font-${font}" id="page"><p>正文</p><div role="button" tabindex="0">确定</div>${content}</div>
    </div></div></div>`);
  return screenFlaws(page);
}

const only = (finding: RegExp) => [expect.stringMatching(finding)];

it('finds nothing on a page that is as it should be, in either font', async () => {
  const icon = '<p><span class="icon"></span>有字</p>';
  expect(await flawsOf(icon)).toEqual([]);
  expect(await flawsOf(icon, 'extra-large')).toEqual([]);
});

it('finds text off the screen, but not in what slides sideways', async () => {
  const long = '<p style="white-space: nowrap">这一行字长得连三百二十个像素的屏幕也放不下它们全部</p>';
  expect(await flawsOf(long)).toEqual(expect.arrayContaining(only(/^off the screen: .*这一行字/)));
  expect(await flawsOf(`<div style="overflow-x: auto" tabindex="0">${long}</div>`)).toEqual([]);
});

it('finds text that its box cuts, sideways and below', async () => {
  const cut = (style: string) => `<p style="overflow: hidden; ${style}">十个字的一行十个字的一行</p>`;
  expect(await flawsOf(cut('width: 90px; white-space: nowrap'))).toEqual(only(/^cut: .*十个字/));
  expect(await flawsOf(cut('height: 14px; width: 90px'))).toEqual(only(/^cut: .*十个字/));
});

it('takes dots for an answer in the standard font only', async () => {
  const dots =
    '<p style="overflow: hidden; width: 90px; white-space: nowrap; text-overflow: ellipsis">十个字的一行十个字的一行</p>';
  expect(await flawsOf(dots)).toEqual([]);
  expect(await flawsOf(dots, 'extra-large')).toEqual(only(/^shortened: .*十个字/));
});

it('finds a page that scrolls sideways', async () => {
  const wide =
    '<div class="wx-scroll" tabindex="0" style="overflow: auto; height: 50px"><div style="width: 500px; height: 9px"></div></div>';
  expect(await flawsOf(wide)).toEqual(only(/^scrolls sideways by \d+ px/));
});

it('finds texts on one another, but not sheets above the page', async () => {
  const over = (position: string) =>
    `<p>下面的字</p><p style="position: ${position}; top: 88px; left: 8px; margin: 0; background: #fff">上面的字</p>`;
  expect(
    await flawsOf(`<div style="position: relative"><p style="margin: 0">下面的字</p>
    <p style="position: absolute; top: 3px; margin: 0">上面的字</p></div>`),
  ).toEqual(only(/^overlap: /));
  expect(await flawsOf(over('fixed'))).toEqual([]);
});

it('finds a button that something lies over', async () => {
  const covered = `<div style="position: relative"><div role="button" tabindex="0">下一步</div>
    <div style="position: absolute; inset: 0; background: #fff"></div></div>`;
  expect(await flawsOf(covered)).toEqual(only(/^covered: .*下一步/));
});

it('finds buttons that a finger would miss, larger ones in the large font', async () => {
  const button = (size: string) => `<div role="button" tabindex="0" style="line-height: 1; ${size}">改</div>`;
  expect(await flawsOf(button('height: 30px'))).toEqual(only(/^small target \d+ × 30 px/));
  expect(await flawsOf(button('width: 30px'))).toEqual(only(/^small target 30 × 64 px/));
  expect(await flawsOf(button('height: 48px'))).toEqual([]);
  expect(await flawsOf(button('height: 48px'), 'extra-large')).toEqual(only(/^small target \d+ × 48 px/));
});

it('finds Chinese text that is too small, other limits in the large font', async () => {
  expect(await flawsOf('<p style="font-size: 12px">小字</p>')).toEqual(only(/^type of 12 px/));
  expect(await flawsOf('<p style="font-size: 13px">小字</p>')).toEqual([]);
  expect(await flawsOf('<p style="font-size: 17px">小字</p>', 'extra-large')).toEqual(only(/^type of 17 px/));
});

it('finds pale text on its real ground, main text sooner in the large font', async () => {
  const on = (colour: string, ground: string) =>
    `<div style="background: ${ground}"><p style="color: ${colour}; margin: 0">说明</p></div>`;
  expect(await flawsOf(on('#999', '#fff'))).toEqual(expect.arrayContaining(only(/^contrast 2\.85 of 4\.5/)));
  expect(await flawsOf(on('rgba(0, 0, 0, .3)', '#fff'))).toEqual(
    expect.arrayContaining(only(/^contrast 2\.\d+ of 4\.5/)),
  );
  expect(await flawsOf(on('#666', '#fff'))).toEqual([]);
  expect(await flawsOf(on('#666', '#fff'), 'extra-large')).toEqual(only(/^contrast 5\.74 of 7/));
  expect(await flawsOf(on('#666', '#222'))).toEqual(expect.arrayContaining(only(/^contrast 2\.\d+ of 4\.5/)));
});

it('finds pale icons', async () => {
  expect(await flawsOf('<span class="icon" style="color: #ccc"></span>')).toEqual(
    only(/^contrast 1\.\d+ of 3/),
  );
});

it('passes on what axe-core finds serious: nameless buttons, pictures and fields, buttons in buttons', async () => {
  expect(await flawsOf('<div role="button" tabindex="0"></div>')).toEqual(only(/^axe aria-command-name/));
  expect(await flawsOf('<div role="img" style="width: 9px; height: 9px"></div>')).toEqual(
    only(/^axe role-img-alt/),
  );
  expect(await flawsOf('<input style="height: 44px">')).toEqual(only(/^axe label/));
  const nested = '<div role="button" tabindex="0">外<span role="button" tabindex="0">里</span></div>';
  expect(await flawsOf(nested)).toEqual(expect.arrayContaining(only(/^axe nested-interactive/)));
});

it('judges only the sheet while one is open', async () => {
  const sheet = `<p style="font-size: 9px">小字</p><div class="t-overlay" style="position: fixed; inset: 0; background: #0008"></div>
    <div style="position: fixed; bottom: 0; left: 0; right: 0; background: #fff"><p style="font-size: 11px">纸上</p></div>`;
  expect(await flawsOf(sheet)).toEqual(only(/^type of 11 px: .*纸上/));
});
