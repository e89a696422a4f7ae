import type { Page } from 'playwright-core';
import { call, callInTap, inPhone, WxBench } from '../support/preview-apps/wx/wx-phone';

let bench: WxBench;
let phone: Page;

beforeAll(async () => {
  bench = await WxBench.start();
  phone = await bench.openPhone('person=lin');
  await inPhone(phone, 'wx.cloud.init()');
});

afterAll(() => bench.stop());

describe('every asynchronous call', () => {
  it('answers with a promise when it gets no callback, and with callbacks alone when it gets one', async () => {
    expect(await call(phone, 'getNetworkType')).toMatchObject({
      networkType: 'wifi',
      errMsg: 'getNetworkType:ok',
    });
    const order = await inPhone(
      phone,
      `new Promise(resolve => {
        const order = [];
        const returned = wx.getStorage({ key: 'nothing', success: () => order.push('success'),
          fail: e => order.push(e.errMsg), complete: () => resolve([...order, typeof returned]) });
      })`,
    );
    expect(order).toEqual(['getStorage:fail data not found', 'undefined']);
  });

  it('names the parameter that is missing', async () => {
    expect(await call(phone, 'showToast')).toEqual({
      errMsg: 'showToast:fail parameter error: parameter.title should be String instead of Undefined;',
      errno: 1001,
    });
  });

  it('fails naming itself when the preview has no such API', async () => {
    expect(await call(phone, 'startWifi')).toEqual({
      errMsg: 'startWifi:fail wx.startWifi is not in the preview',
    });
    await expect(inPhone(phone, 'wx.createMapContext("map")')).rejects.toThrow(
      'wx.createMapContext is not in',
    );
    await expect(inPhone(phone, 'wx.cloud.database()')).rejects.toThrow('wx.cloud.database is not in');
    await expect(inPhone(phone, 'wx.createWorker("w.js")')).rejects.toThrow('wx.createWorker is not in');
  });

  it('says through canIUse only what exists', async () => {
    const there = [
      'showToast',
      'getSystemInfoSync.return.theme',
      'cloud.callFunction',
      'scroll-view.scroll-y',
      'view',
    ];
    const missing = [
      'startWifi',
      'getSystemInfoSync.return.nose',
      'cloud.database2',
      'scroll-view.nose',
      'map',
      'nose',
    ];
    const answers = `${JSON.stringify([there, missing])}.map(names => names.filter(name => wx.canIUse(name)))`;
    expect(await inPhone(phone, answers)).toEqual([there, []]);
  });
});

describe('the cloud', () => {
  it('is called as the person this phone belongs to', async () => {
    const reply = await call(phone, 'cloud.callFunction', { name: 'echo', data: { a: 1, date: 'x' } });
    const { openid } = await inPhone<{ openid: string }>(
      phone,
      '__previewSettings.people.find(person => person.id === "lin")',
    );
    expect(reply).toMatchObject({
      result: { got: { a: 1, date: 'x' }, openid },
      errMsg: 'cloud.callFunction:ok',
    });
  });

  it('rejects with code and message when a function breaks or does not exist', async () => {
    const broken = await call(phone, 'cloud.callFunction', { name: 'echo', data: { fail: true } });
    expect(broken).toMatchObject({ errCode: -504002, errMsg: expect.stringContaining('broken on purpose') });
    const missing = await call(phone, 'cloud.callFunction', { name: 'nobody' });
    expect(missing).toMatchObject({
      errCode: -501000,
      errMsg: expect.stringMatching(/^cloud.callFunction:fail/),
    });
  });

  it('is out of reach before wx.cloud.init and while the phone is offline', async () => {
    const offline = await bench.openPhone('person=lin&online=false');
    const echo = () => call(offline, 'cloud.callFunction', { name: 'echo' });
    expect((await echo()).errMsg).toContain('call wx.cloud.init first');
    await inPhone(offline, 'wx.cloud.init()');
    const lost = { errCode: -1, errMsg: expect.stringContaining('ERR_INTERNET_DISCONNECTED') };
    expect(await echo()).toMatchObject(lost);
    expect((await call(offline, 'request', { url: '/healthz' })).errMsg).toMatch(/^request:fail net::/);
    expect(await call(offline, 'getNetworkType')).toMatchObject({ networkType: 'none' });
    await offline.context().close();
  });

  it('is all that can be reached: other servers count as not declared', async () => {
    const { errMsg } = await call(phone, 'request', { url: 'https://example.com/' });
    expect(errMsg).toBe('request:fail url not in domain list');
  });

  it('keeps a file that was written on the phone, and takes it away again', async () => {
    const kept = await inPhone<{ text: string; again: string; gone: number }>(
      phone,
      `(async () => {
        const fs = wx.getFileSystemManager();
        const filePath = wx.env.USER_DATA_PATH + '/report.txt';
        fs.writeFileSync(filePath, '清理报告');
        const { fileID } = await wx.cloud.uploadFile({ cloudPath: 'reports/report.txt', filePath });
        const { tempFilePath } = await wx.cloud.downloadFile({ fileID });
        const text = fs.readFileSync(tempFilePath, 'utf8');
        const { fileList: [{ tempFileURL }] } = await wx.cloud.getTempFileURL({ fileList: [fileID] });
        const same = await wx.request({ url: tempFileURL });
        const given = ${JSON.stringify(bench.cloud.url)} + tempFileURL.slice(tempFileURL.indexOf('/storage/'));
        const fetched = await wx.downloadFile({ url: given });
        const again = fs.readFileSync(fetched.tempFilePath, 'utf8');
        await wx.cloud.deleteFile({ fileList: [fileID] });
        const after = await wx.cloud.getTempFileURL({ fileList: [fileID] });
        return { text, same: same.data, again, gone: after.fileList[0].status };
      })()`,
    );
    expect(kept).toEqual({ text: '清理报告', same: '清理报告', again: '清理报告', gone: -503003 });
  });
});

it('keeps storage through a reload and answers an empty text for what was never stored', async () => {
  await inPhone(
    phone,
    `wx.setStorageSync('kept', new Date(5)), wx.batchSetStorageSync([{ key: 'b', value: 2 }])`,
  );
  await phone.reload();
  await phone.locator('#first').waitFor();
  await inPhone(phone, 'wx.cloud.init()');
  const kept = `[wx.getStorageSync('kept').getTime(), wx.getStorageSync('b'), wx.getStorageSync('never')]`;
  expect(await inPhone(phone, kept)).toEqual([5, 2, '']);
  expect(await call(phone, 'getStorageInfo')).toMatchObject({
    keys: expect.arrayContaining(['kept', 'b']),
    limitSize: 10240,
  });
});

it('describes the phone by its settings: size, font and theme', async () => {
  const large = await bench.openPhone('person=wang&width=320&font=1.4&theme=dark');
  const [base, frame, menu] = await inPhone<Record<string, number>[]>(
    large,
    '[wx.getAppBaseInfo(), wx.getWindowInfo(), wx.getMenuButtonBoundingClientRect()]',
  );
  expect(base).toMatchObject({
    fontSizeSetting: 23.8,
    fontSizeScaleFactor: 1.4,
    theme: 'dark',
    SDKVersion: '3.17.0',
  });
  expect(frame).toMatchObject({ windowWidth: 320, screenWidth: 320 });
  expect(frame?.['windowHeight']).toBeLessThan(frame?.['screenHeight'] ?? 0);
  expect(menu?.['right']).toBeLessThan(320);
  await large.context().close();
});

it('tells listeners when theme and network change, until they are taken off', async () => {
  const heard = await inPhone(
    phone,
    `new Promise(resolve => {
      const heard = [];
      const onTheme = ({ theme }) => heard.push(theme);
      wx.onThemeChange(onTheme);
      wx.onNetworkStatusChange(({ networkType }) => { heard.push(networkType); if (networkType === 'wifi') resolve(heard); });
      const tell = change => window.dispatchEvent(
        new MessageEvent('message', { data: { type: 'settings', ...change }, origin: location.origin }));
      tell({ theme: 'dark' });
      wx.offThemeChange(onTheme);
      tell({ theme: 'light' });
      tell({ online: false });
      tell({ online: true });
    })`,
  );
  expect(heard).toEqual(['dark', 'none', 'wifi']);
});

it('moves along the page stack and says where no page is', async () => {
  expect(await call(phone, 'navigateTo', { url: '/pages/nowhere/nowhere' })).toMatchObject({
    errMsg: expect.stringMatching(/^navigateTo:fail/),
  });
  expect(await call(phone, 'navigateTo', { url: '../other/other?a=1' })).toMatchObject({
    errMsg: 'navigateTo:ok',
  });
  expect(await inPhone(phone, 'getCurrentPages().map(page => page.route)')).toEqual([
    'pages/index/index',
    'pages/other/other',
  ]);
  expect(await call(phone, 'navigateBack')).toMatchObject({ errMsg: 'navigateBack:ok' });
});

it('dresses the page, moves it, and names what the page cannot have', async () => {
  await call(phone, 'setNavigationBarTitle', { title: '新标题' });
  expect(await phone.getByRole('heading', { level: 1 }).filter({ hasText: '新标题' }).count()).toBe(1);
  const colours = { frontColor: '#123456', backgroundColor: '#ffffff' };
  expect((await call(phone, 'setNavigationBarColor', colours)).errMsg).toContain('frontColor');
  expect((await call(phone, 'setTabBarBadge', { index: 0, text: '1' })).errMsg).toMatch(
    /^setTabBarBadge:fail/,
  );
  await call(phone, 'pageScrollTo', { selector: '#last', duration: 0 });
  const offset = `new Promise(done => wx.createSelectorQuery().selectViewport().scrollOffset(done).exec())`;
  expect(await inPhone(phone, offset)).toMatchObject({ scrollTop: expect.any(Number), scrollLeft: 0 });
  expect((await inPhone<{ scrollTop: number }>(phone, offset)).scrollTop).toBeGreaterThan(500);
});

describe('files of the phone', () => {
  const filePath = 'wxfile://usr/list.csv';

  beforeAll(() =>
    inPhone(
      phone,
      `localStorage.setItem('wx-privacy:lin', 'agreed'), wx.getFileSystemManager().writeFileSync('${filePath}', '甲')`,
    ),
  );

  it('are sent to a chat or looked at, and saved as downloads', async () => {
    const shared = await callInTap(phone, 'shareFileMessage', { filePath, fileName: '名单.csv' });
    const seen = phone.waitForEvent('download');
    await phone.getByRole('button', { name: '下载看看' }).click();
    expect((await seen).suggestedFilename()).toBe('名单.csv');
    expect(await shared()).toEqual({ errMsg: 'shareFileMessage:ok' });
    const saved = phone.waitForEvent('download');
    expect(await call(phone, 'saveImageToPhotosAlbum', { filePath })).toMatchObject({
      errMsg: 'saveImageToPhotosAlbum:ok',
    });
    expect((await saved).suggestedFilename()).toBe('list.csv');
  });

  it('are opened as documents only in the formats WeChat shows', async () => {
    expect((await call(phone, 'openDocument', { filePath })).errMsg).toBe(
      'openDocument:fail filetype not supported csv',
    );
    const opened = call(phone, 'openDocument', { filePath, fileType: 'xlsx' });
    await phone.getByRole('button', { name: '打开' }).click();
    await phone.getByRole('button', { name: '返回小程序' }).click();
    expect(await opened).toEqual({ errMsg: 'openDocument:ok' });
  });
});
