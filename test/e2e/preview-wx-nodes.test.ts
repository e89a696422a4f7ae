import type { Page } from 'playwright-core';
import { call, inPhone, WxBench } from '../support/preview-apps/wx/wx-phone';

let bench: WxBench;
let phone: Page;

beforeAll(async () => {
  bench = await WxBench.start();
  phone = await bench.openPhone();
});

afterAll(() => bench.stop());

const query = <T>(steps: string): Promise<T> =>
  inPhone(phone, `new Promise(resolve => wx.createSelectorQuery()${steps}.exec(resolve))`);

it('measures nodes from the top left of the page area, in the order they were asked for', async () => {
  const [first, rows, viewport, nothing] = await query<Record<string, unknown>[]>(
    `.select('#first').boundingClientRect().selectAll('.row').fields({ dataset: true, size: true })
     .selectViewport().scrollOffset().select('.nothing').boundingClientRect()`,
  );
  expect(first).toEqual({
    ...{ id: 'first', dataset: { number: '1' } },
    ...{ left: 10, top: 0, right: 110, bottom: 40, width: 100, height: 40 },
  });
  expect(rows).toEqual(['1', '2'].map(number => ({ dataset: { number }, width: 100, height: 40 })));
  expect(viewport).toMatchObject({ scrollTop: 0, scrollWidth: 375 });
  expect(nothing).toBeNull();
});

it('looks into a component only with in() or >>>', async () => {
  const results = await query<unknown[]>(
    `.select('.inner').boundingClientRect().select('.outer >>> .inner').fields({ dataset: true, size: true })
     .in(getCurrentPages()[0].selectComponent('.outer')).select('.inner').fields({ computedStyle: ['height'] })`,
  );
  expect(results).toEqual([null, { dataset: { part: 'inner' }, width: 375, height: 24 }, { height: '24px' }]);
});

it('hands out the canvas to draw on and turns it into a file', async () => {
  const info = await inPhone(
    phone,
    `(async () => {
      const [{ node }] = await new Promise(r => wx.createSelectorQuery().select('#canvas').node().exec(r));
      node.width = 30; node.height = 20;
      node.getContext('2d').fillRect(0, 0, 30, 20);
      const { tempFilePath } = await wx.canvasToTempFilePath({ canvas: node, destWidth: 15, destHeight: 10 });
      const { width, height, type } = await wx.getImageInfo({ src: tempFilePath });
      return [tempFilePath.startsWith('wxfile://tmp_'), width, height, type];
    })()`,
  );
  expect(info).toEqual([true, 15, 10, 'png']);
});

it('reports a node when it comes into view, and no more after disconnect', async () => {
  const ratios = await inPhone(
    phone,
    `(async () => {
      const ratios = [];
      const observer = wx.createIntersectionObserver(getCurrentPages()[0], { thresholds: [0, 1] });
      const next = () => new Promise(resolve => { wake = resolve; });
      let wake = () => undefined;
      observer.relativeToViewport().observe('#last', ({ id, intersectionRatio, boundingClientRect }) => {
        ratios.push([id, intersectionRatio, boundingClientRect.height]);
        wake();
      });
      let shown = next();
      await wx.pageScrollTo({ scrollTop: 5000, duration: 0 });
      await shown;
      shown = next();
      await wx.pageScrollTo({ scrollTop: 0, duration: 0 });
      await shown;
      observer.disconnect();
      return ratios;
    })()`,
  );
  expect(ratios).toEqual([
    ['last', 1, 40],
    ['last', 0, 40],
  ]);
});

it('exports animations step by step and starts over after export', async () => {
  const exported = await inPhone(
    phone,
    `(() => {
      const animation = wx.createAnimation({ duration: 100 });
      animation.rotate(45).opacity(0.5).step().width(10).step({ duration: 7, timingFunction: 'ease' });
      return [animation.export().actions, animation.export().actions];
    })()`,
  );
  const option = (duration: number, timingFunction: string) => ({
    transformOrigin: '50% 50% 0',
    transition: { duration, delay: 0, timingFunction },
  });
  expect(exported).toEqual([
    [
      {
        animates: [
          { type: 'rotate', args: [45] },
          { type: 'style', args: ['opacity', 0.5] },
        ],
        option: option(100, 'linear'),
      },
      { animates: [{ type: 'style', args: ['width', '10px'] }], option: option(7, 'ease') },
    ],
    [],
  ]);
});

it('reads and writes files as text and bytes, and files of its package', async () => {
  const seen = await inPhone(
    phone,
    `(() => {
      const fs = wx.getFileSystemManager();
      const root = wx.env.USER_DATA_PATH;
      fs.mkdirSync(root + '/a/b', true);
      fs.writeFileSync(root + '/a/b/text.txt', '你好');
      fs.appendFileSync(root + '/a/b/text.txt', '6d', 'hex');
      const stat = fs.statSync(root + '/a/b/text.txt');
      return {
        text: fs.readFileSync(root + '/a/b/text.txt', 'utf-8'),
        base64: fs.readFileSync(root + '/a/b/text.txt', 'base64'),
        bytes: new Uint8Array(fs.readFileSync(root + '/a/b/text.txt', undefined, 3, 2)).length,
        size: [stat.size, stat.isFile()],
        names: fs.readdirSync(root + '/a'),
        note: fs.readFileSync('/assets/note.txt', 'utf8'),
      };
    })()`,
  );
  expect(seen).toEqual({
    ...{ text: '你好m', base64: '5L2g5aW9bQ==', bytes: 2, size: [7, true] },
    ...{ names: ['b'], note: 'a note of the package\n' },
  });
});

it('refuses files outside its own folder, missing files and full folders', async () => {
  const failures = await inPhone(
    phone,
    `(async () => {
      const fs = wx.getFileSystemManager();
      const tries = [
        () => fs.writeFileSync('/assets/note.txt', ''),
        () => fs.readFileSync(wx.env.USER_DATA_PATH + '/no'),
        () => fs.rmdirSync(wx.env.USER_DATA_PATH + '/a'),
        () => fs.accessSync('/assets/none.txt'),
      ];
      return tries.map(run => { try { run(); return ''; } catch (error) { return error.message; } });
    })()`,
  );
  expect(failures).toEqual([
    'writeFileSync:fail permission denied, open "/assets/note.txt"',
    'readFileSync:fail no such file or directory "wxfile://usr/no"',
    'rmdirSync:fail directory not empty',
    'accessSync:fail no such file or directory "/assets/none.txt"',
  ]);
  expect(await call(phone, 'getImageInfo', { src: '/assets/note.txt' })).toMatchObject({
    errMsg: expect.stringMatching(/^getImageInfo:fail/),
  });
});

it('converts between text and bytes', async () => {
  const converted = await inPhone(
    phone,
    `[wx.arrayBufferToBase64(new Uint8Array([1, 2, 255]).buffer), [...new Uint8Array(wx.base64ToArrayBuffer('AQL/'))]]`,
  );
  expect(converted).toEqual(['AQL/', [1, 2, 255]]);
});

it('tells at once, and after a change of width, whether the page has the size asked for', async () => {
  const heard = await inPhone(
    phone,
    `(() => {
      const heard = [];
      const observer = getCurrentPages()[0].createMediaQueryObserver();
      observer.observe({ maxWidth: 350, orientation: 'portrait' }, ({ matches }) => heard.push(matches));
      const width = value => window.dispatchEvent(
        new MessageEvent('message', { data: { type: 'settings', width: value }, origin: location.origin }));
      [320, 300, 375].map(width);
      observer.disconnect();
      [320, 375].map(width);
      return heard;
    })()`,
  );
  expect(heard).toEqual([false, true, false]);
});

it('gives transfers a task that aborts them, with callbacks and with a promise', async () => {
  const outcomes = await inPhone(
    phone,
    `(async () => {
      wx.cloud.init();
      const fileID = 'cloud://nowhere/none.txt';
      const aborted = await new Promise(fail => wx.request({ url: '/healthz', fail }).abort());
      const late = await wx.request({ url: '/healthz', timeout: 0 }).catch(error => error);
      const missing = await new Promise(fail => wx.cloud.downloadFile({ fileID, fail }).onProgressUpdate(() => 1));
      return [aborted.errMsg, late.errMsg, missing.errCode, missing.errMsg.split(':').slice(0, 2).join(':')];
    })()`,
  );
  expect(outcomes).toEqual([
    'request:fail abort',
    'request:fail timeout',
    -503003,
    'cloud.downloadFile:fail Error',
  ]);
});

/** What the product, TDesign and their like may rely on. */
const OFFERED = `
  navigateTo redirectTo switchTab reLaunch navigateBack exitMiniProgram restartMiniProgram navigateToMiniProgram
  showToast hideToast showLoading hideLoading showModal showActionSheet
  setStorage getStorage removeStorage clearStorage getStorageInfo setStorageSync getStorageSync removeStorageSync
  clearStorageSync getStorageInfoSync getSystemInfo getSystemInfoSync getWindowInfo getAppBaseInfo getDeviceInfo
  getMenuButtonBoundingClientRect getSystemSetting getAppAuthorizeSetting createSelectorQuery
  createIntersectionObserver setClipboardData getClipboardData getFileSystemManager saveFile chooseMedia chooseImage
  chooseMessageFile getPrivacySetting onNeedPrivacyAuthorization requirePrivacyAuthorize openPrivacyContract
  requestSubscribeMessage createOffscreenCanvas canvasToTempFilePath nextTick getNetworkType onNetworkStatusChange
  offNetworkStatusChange vibrateShort vibrateLong base64ToArrayBuffer arrayBufferToBase64 getLaunchOptionsSync
  getEnterOptionsSync onAppShow onAppHide onThemeChange offThemeChange getUpdateManager reportEvent
  openOfficialAccountArticle openOfficialAccountProfile openChannelsUserProfile openDocument shareFileMessage
  saveImageToPhotosAlbum previewImage setNavigationBarTitle setNavigationBarColor showNavigationBarLoading
  hideNavigationBarLoading pageScrollTo startPullDownRefresh stopPullDownRefresh setTabBarBadge removeTabBarBadge
  showTabBarRedDot hideTabBarRedDot setTabBarItem setTabBarStyle showTabBar hideTabBar showShareMenu hideShareMenu
  updateShareMenu createAnimation getRandomValues request uploadFile downloadFile login checkSession authorize
  getSetting openSetting getGroupEnterInfo hideKeyboard onKeyboardHeightChange getAccountInfoSync`;

it('offers every API on the list, and answers those that ask nobody in both forms', async () => {
  const names = OFFERED.trim().split(/\s+/);
  expect(await inPhone(phone, `${JSON.stringify(names)}.filter(name => !wx.canIUse(name))`)).toEqual([]);
  const quiet = [
    'getSystemInfo',
    'getStorageInfo',
    'vibrateShort',
    'getPrivacySetting',
    'login',
    'stopPullDownRefresh',
  ];
  const answers = await inPhone(
    phone,
    `Promise.all(${JSON.stringify(quiet)}.flatMap(name => [wx[name](), new Promise(success => wx[name]({ success }))]))
      .then(all => all.map(({ errMsg }) => errMsg))`,
  );
  expect(answers).toEqual(quiet.flatMap(name => [`${name}:ok`, `${name}:ok`]));
});
