import type { Page } from 'playwright-core';
import { call, callInTap, inPhone, type Outcome, WxBench } from '../support/preview-apps/wx/wx-phone';

let bench: WxBench;
let phone: Page;

beforeAll(async () => {
  bench = await WxBench.start();
  phone = await bench.openPhone();
});

afterAll(() => bench.stop());

/** One phone for all: what it remembers of a person's answers is forgotten between the tests. */
beforeEach(() => inPhone(phone, `localStorage.clear(), getApp().globalData.life.splice(0), wx.hideToast()`));

const agreeToPrivacy = () => inPhone(phone, `localStorage.setItem('wx-privacy:lin', 'agreed')`);
const life = () => inPhone<string[]>(phone, 'getApp().globalData.life');

describe('toast and loading', () => {
  it('share one place: the later one replaces, and either hide takes it away', async () => {
    const toast = phone.getByRole('status');
    await call(phone, 'showLoading', { title: '正在读取' });
    expect(await toast.textContent()).toContain('正在读取');
    await call(phone, 'showToast', { title: '好了', duration: 60_000 });
    expect(await toast.allTextContents()).toEqual([expect.stringContaining('好了')]);
    await call(phone, 'hideLoading', { noConflict: true });
    expect(await toast.count()).toBe(1);
    await call(phone, 'hideLoading');
    expect(await toast.count()).toBe(0);
  });

  it('cut the title to seven characters beside an icon, and not without one', async () => {
    await call(phone, 'showToast', { title: '一二三四五六七八九', duration: 60_000 });
    expect(await phone.getByRole('status').textContent()).toMatch(/一二三四五六七$/);
    await call(phone, 'showToast', { title: '一二三四五六七八九', icon: 'none', duration: 60_000 });
    expect(await phone.getByRole('status').textContent()).toBe('一二三四五六七八九');
  });
});

describe('a modal', () => {
  it('says which button was pressed and what was typed', async () => {
    const answer = call(phone, 'showModal', { title: '改名', editable: true, placeholderText: '新名字' });
    await phone.getByPlaceholder('新名字').fill('老张');
    await phone.getByRole('button', { name: '确定' }).click();
    expect(await answer).toEqual({ confirm: true, cancel: false, content: '老张', errMsg: 'showModal:ok' });
  });

  it('keeps the keyboard inside and takes Escape for 取消', async () => {
    const answer = call(phone, 'showModal', {
      content: '真的删除吗',
      confirmText: '删除',
      confirmColor: '#ff0000',
    });
    const dialog = phone.getByRole('alertdialog', { name: '真的删除吗' });
    await dialog.waitFor();
    for (let press = 0; press < 5; press += 1) await phone.keyboard.press('Tab');
    expect(await dialog.locator(':focus').count()).toBe(1);
    await phone.keyboard.press('Escape');
    expect(await answer).toMatchObject({ confirm: false, cancel: true });
  });

  it('refuses button texts of more than four characters', async () => {
    expect((await call(phone, 'showModal', { confirmText: '我知道了吧' })).errMsg).toContain(
      'confirmText length',
    );
  });
});

it('an action sheet gives the tapped item, and fails with cancel when left', async () => {
  const first = call(phone, 'showActionSheet', { alertText: '选一个', itemList: ['甲', '乙'] });
  await phone.getByRole('dialog', { name: '选一个' }).getByRole('button', { name: '乙' }).click();
  expect(await first).toEqual({ tapIndex: 1, errMsg: 'showActionSheet:ok' });
  const second = call(phone, 'showActionSheet', { itemList: ['甲'] });
  await phone.getByRole('button', { name: '取消' }).click();
  expect(await second).toEqual({ errMsg: 'showActionSheet:fail cancel' });
  expect((await call(phone, 'showActionSheet', { itemList: [...'1234567'] })).errMsg).toContain('itemList');
});

describe('leaving for WeChat', () => {
  const article = { url: 'https://mp.weixin.qq.com/s/abc' };

  it('needs a tap', async () => {
    // Playwright's own evaluate counts as a gesture, so the page calls by itself and says it on the console.
    const quiet = await (await bench.newContext()).newPage();
    await quiet.addInitScript(
      `globalThis.onPageReady = () => {
        wx.openOfficialAccountArticle({ url: '${article.url}' }).catch(error => console.info(error.errMsg));
        wx.requestSubscribeMessage({ tmplIds: ['a'] }).catch(error => console.info(error.errMsg));
      }`,
    );
    const refusals: string[] = [];
    quiet.on('console', message => message.type() === 'info' && refusals.push(message.text()));
    const both = quiet.waitForEvent('console', () => refusals.length === 2);
    await quiet.goto(`${bench.preview.url}/phone`);
    await both;
    expect(refusals).toEqual(
      ['openOfficialAccountArticle', 'requestSubscribeMessage'].map(
        api => `${api}:fail can only be invoked by user TAP gesture.`,
      ),
    );
    await quiet.context().close();
  });

  it('says what would open, and hides the app until the person is back', async () => {
    const outcome = await callInTap(phone, 'openOfficialAccountArticle', article);
    await phone.getByText(article.url).waitFor();
    await phone.getByRole('button', { name: '打开' }).click();
    await phone.getByRole('button', { name: '返回小程序' }).waitFor();
    expect(await life()).toEqual(['hide']);
    await phone.getByRole('button', { name: '返回小程序' }).click();
    expect(await outcome()).toEqual({ errMsg: 'openOfficialAccountArticle:ok' });
    expect(await life()).toEqual(['hide', 'show']);
  });

  it('fails with cancel when declined, and with a reason for what is no article', async () => {
    const outcome = await callInTap(phone, 'openOfficialAccountArticle', article);
    await phone.getByRole('button', { name: '取消' }).click();
    expect(await outcome()).toEqual({ errMsg: 'openOfficialAccountArticle:fail cancel' });
    expect(await life()).toEqual([]);
    const wrong = await call(phone, 'openOfficialAccountArticle', { url: 'https://example.com' });
    expect(wrong.errMsg).toContain('only articles');
  });
});

describe('the privacy agreement', () => {
  // Before a page listens: a listener cannot be taken off again, and takes the place of WeChat's own question.
  it('refuses the call, and asks again next time, when the person declines', async () => {
    for (let time = 0; time < 2; time += 1) {
      const refused = call(phone, 'getClipboardData');
      await phone.getByRole('button', { name: '拒绝' }).click();
      expect(await refused).toEqual({
        errMsg: 'getClipboardData:fail privacy permission is not authorized',
        errno: 104,
      });
    }
  });

  it('holds gated calls back until the page has resolved the question', async () => {
    await inPhone(
      phone,
      'wx.onNeedPrivacyAuthorization((resolve, info) => { globalThis.asked = { resolve, info }; })',
    );
    expect(await call(phone, 'getPrivacySetting')).toMatchObject({ needAuthorization: true });
    const copied = call(phone, 'setClipboardData', { data: '名单' });
    await phone.waitForFunction('globalThis.asked');
    expect(await inPhone(phone, 'asked.info.referrer')).toBe('setClipboardData');
    await inPhone(phone, `document.dispatchEvent(new Event('wx-privacy-agreed'))`);
    await inPhone(phone, `asked.resolve({ event: 'agree', buttonId: 'agree' })`);
    expect(await copied).toEqual({ errMsg: 'setClipboardData:ok' });
    expect(await phone.getByRole('status').textContent()).toBe('内容已复制');
    expect(await call(phone, 'getClipboardData')).toMatchObject({ data: '名单' });
  });

  it('is agreed to by a tap on the button made for it', async () => {
    await inPhone(phone, `document.dispatchEvent(new Event('wx-privacy-agreed'))`);
    expect(await call(phone, 'getPrivacySetting')).toMatchObject({ needAuthorization: false });
  });
});

describe('choosing a chat file', () => {
  it('offers the samples of the wanted kind, one tap each', async () => {
    await agreeToPrivacy();
    const chosen = call(phone, 'chooseMessageFile', { count: 1, type: 'file', extension: ['csv'] });
    const sheet = phone.getByRole('dialog', { name: '选择一个聊天文件' });
    await sheet.waitFor();
    expect(await sheet.getByRole('button', { name: 'names.txt' }).count()).toBe(0);
    await sheet.getByRole('button', { name: 'names.csv' }).click();
    const { tempFiles } = (await chosen) as Outcome & { tempFiles: { path: string; name: string }[] };
    expect(tempFiles).toEqual([expect.objectContaining({ name: 'names.csv', type: 'file', size: 15 })]);
    const read = `wx.getFileSystemManager().readFileSync('${tempFiles[0]?.path}', 'utf8')`;
    expect(await inPhone(phone, read)).toBe('名称\n甲\n乙\n');
  });

  it('takes a file of the developer too', async () => {
    await agreeToPrivacy();
    const chosen = call(phone, 'chooseMessageFile', { count: 1 });
    const picker = phone.waitForEvent('filechooser');
    await phone.getByRole('button', { name: '用自己的文件…' }).click();
    await (await picker).setFiles({
      name: 'own.json',
      mimeType: 'application/json',
      buffer: Buffer.from('[]'),
    });
    expect(await chosen).toMatchObject({ tempFiles: [{ name: 'own.json', size: 2 }] });
  });
});

it('pictures are shown full screen, one after the other', async () => {
  const urls = ['/a.png', '/b.png'].map(name => `data:image/svg+xml,<svg id="${name}"/>`);
  await call(phone, 'previewImage', { urls, current: urls[1] });
  const dialog = phone.getByRole('dialog', { name: '图片' });
  await dialog.getByText('第 2 张，共 2 张').waitFor();
  await dialog.getByRole('button', { name: '下一张' }).click();
  await dialog.getByText('第 1 张，共 2 张').waitFor();
  await phone.keyboard.press('Escape');
  expect(await dialog.count()).toBe(0);
});

it('several chat files are ticked, no more than asked for', async () => {
  await agreeToPrivacy();
  const chosen = call(phone, 'chooseMessageFile', { count: 2, type: 'all' });
  const done = phone.getByRole('button', { name: '确定' });
  expect(await done.isDisabled()).toBe(true);
  await phone.getByLabel('names.csv').check();
  await phone.getByLabel('names.txt').check();
  await done.click();
  expect(await chosen).toMatchObject({ tempFiles: [{ name: 'names.csv' }, { name: 'names.txt' }] });
});

it('a picture out of the album comes with its size', async () => {
  await agreeToPrivacy();
  const chosen = call(phone, 'chooseMedia', { count: 1, mediaType: ['image'] });
  const picker = phone.waitForEvent('filechooser');
  await phone.getByRole('button', { name: '从手机相册选择' }).click();
  const buffer = await phone.screenshot({ clip: { x: 0, y: 0, width: 3, height: 2 } });
  await (await picker).setFiles({ name: 'a.png', mimeType: 'image/png', buffer });
  expect(await chosen).toMatchObject({
    type: 'image',
    tempFiles: [{ fileType: 'image', width: 3, height: 2 }],
  });
});

describe('subscription messages', () => {
  it('ask for at most five templates, and one acceptance is one message', async () => {
    const six = { tmplIds: [...'123456'] };
    expect(await call(phone, 'requestSubscribeMessage', six)).toMatchObject({ errCode: 20003 });
    const granted = phone.waitForRequest(/control\/subscriptions/);
    const outcome = await callInTap(phone, 'requestSubscribeMessage', { tmplIds: ['a', 'b'] });
    await phone.getByLabel('消息模板 b').uncheck();
    await phone.getByLabel('总是保持以上选择，不再询问').check();
    await phone.getByRole('button', { name: '允许' }).click();
    expect(await outcome()).toEqual({ a: 'accept', b: 'reject', errMsg: 'requestSubscribeMessage:ok' });
    expect((await granted).postDataJSON()).toMatchObject({ templateId: 'a', count: 1 });
    const again = await callInTap(phone, 'requestSubscribeMessage', { tmplIds: ['b', 'a'] });
    expect(await again()).toMatchObject({ a: 'accept', b: 'reject' });
  });

  it('fail with 20004 when the main switch is off', async () => {
    const settings = call(phone, 'openSetting');
    await phone.getByLabel('接收订阅消息').uncheck();
    await phone.getByRole('button', { name: '返回小程序' }).click();
    expect(await settings).toMatchObject({ subscriptionsSetting: { mainSwitch: false } });
    const outcome = await callInTap(phone, 'requestSubscribeMessage', { tmplIds: ['a'] });
    expect(await outcome()).toMatchObject({ errCode: 20004 });
  });
});
