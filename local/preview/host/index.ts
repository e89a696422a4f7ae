import * as adapter from 'glass-easel-miniprogram-adapter';
import { installGestures } from '../builtins/gestures';
import { registerBuiltins } from '../builtins/index';
import type { AppBundle } from '../compiler/app-bundle';
import { element } from '../element';
import { installWx } from '../wx/index';
import { requirePlugin } from '../wx/plugins';
import { Application } from './application';
import { ErrorOverlay } from './chrome/error-overlay';
import { openDialog, SHEET_CSS } from './chrome/sheet';
import { PhoneClock } from './clock';
import { ErrorReports } from './error-reports';
import { EventBus } from './event-bus';
import { createHost } from './host';
import { translateInlineStyles } from './inline-style';
import { extendInstances } from './instance-members';
import { entryPath, readLaunch } from './launch';
import { launchWithMaterial } from './material';
import { Phone } from './phone';
import type { PreviewHost } from './preview-host';
import { PULL_DOWN_CSS } from './pull-down';
import { setDataCalls } from './setdata-log';
import { type Person, readSettings, Settings } from './settings';
import { Share } from './share';
import { fillBuiltinsThroughSlots, preferUnnamedSlot } from './slot-content';
import { listenToWorkbench, postToWorkbench } from './workbench';

type Globals = Record<string, unknown> & { __previewSettings?: { people?: Person[]; hasCloud?: boolean } };

const scope = globalThis as unknown as Globals;
const CLOUD_URL = '/-/cloud/';

const clock = new PhoneClock();
/** Asked before the mini program's own script has even arrived, so that nobody waits for it later. */
const clockKnown = scope.__previewSettings?.hasCloud ? clock.refresh(CLOUD_URL) : Promise.resolve();

/** Seam 5: `/-/app.js` calls this once with everything the compiler made of the mini program. */
scope['__previewApp'] = (app: AppBundle): void => {
  boot(app).catch(error => console.error('The preview could not start.', error));
};

async function boot(app: AppBundle): Promise<void> {
  clock.install();
  const settings = new Settings(readSettings(location.search, scope.__previewSettings?.people ?? []));
  const events = new EventBus();
  const material = new URLSearchParams(location.search).get('material');
  const launch = material
    ? await launchWithMaterial(material, app.config)
    : readLaunch(location.search, app.config);
  let application: Application | undefined;
  const phone = new Phone(app, settings, {
    reportError: (error, where) => errors.report(error, where),
    onMenu: () => share.openMenu(),
    onClose: () => leave(host),
    onPageNotFound: (path, query, isEntryPage) => application?.pageNotFound(path, query, isEntryPage),
  });
  const { shell, navigator } = phone;
  shell.styleRoot.append(element('style', {}, SHEET_CSS));
  document.head.append(element('style', { 'data-preview': 'pull-down' }, PULL_DOWN_CSS));
  const overlay = new ErrorOverlay(shell.container);
  const errors = new ErrorReports(overlay, () => application);
  const share = new Share({
    layer: shell.container,
    top: () => navigator.top,
    assetBase: app.assetBase,
    appTitle: String(app.config.window['navigationBarTitleText'] ?? ''),
    relaunch: () => void navigator.reLaunch({ url: `/${entryPath(app.config)}` }),
    post: postToWorkbench,
  });
  application = new Application(launch, events, errors.report);
  const host = createHost({
    app,
    application,
    clock,
    cloudUrl: CLOUD_URL,
    errors,
    events,
    phone,
    settings,
    share,
  });
  scope['__preview'] = testHandle(phone);

  preferUnnamedSlot();
  fillBuiltinsThroughSlots();
  translateInlineStyles(adapter.glassEasel.Element.prototype);
  registerBuiltins(phone.codeSpace.getComponentSpace(), host);
  installGestures(shell.frames, host);
  extendInstances(adapter.component.ComponentCaller.prototype, {
    pageOf: instance => host.pageOf(instance),
    tabBarOf: page =>
      navigator
        .livePages()
        .find(live => live === page)
        ?.tabBar?.getMethodCaller(),
  });
  scope['wx'] = installWx(host);
  scope['requirePlugin'] = requirePlugin(host);
  scope['getCurrentPages'] = () => host.pages();
  application.install(scope);
  listenToWorkbench({ settings, host, clock, cloudUrl: CLOUD_URL, onClock: () => phone.showTime() });
  followSettings(settings, phone, host, application);
  phone.relayOut();
  await clockKnown;
  start(app, phone, application);
}

/** The capsule's circle: WeChat keeps the mini program in the background until it is opened again. */
function leave(host: PreviewHost): void {
  host.appSwitch.hide();
  const note = element('p', {}, '小程序在后台');
  const back = { text: '返回小程序', run: () => host.appSwitch.show() };
  openDialog(host.layers.container, 'sheet', '小程序在后台', [note], [back]);
}

/** App first, then the scripts of pages (all, or on demand with lazyCodeLoading), then the first page. */
function start(app: AppBundle, phone: Phone, application: Application): void {
  // What came before is the preview's own; on a phone the framework and the program's files are there already.
  performance.mark('launch');
  try {
    app.loadApp();
  } catch (error) {
    reportError(error);
  }
  application.ensure(scope);
  if (app.config['lazyCodeLoading'] !== 'requiredComponents') phone.registry.loadAll();
  const { path, query } = application.launch;
  void phone.navigator.launch(path, query, entryPath(app.config));
  postToWorkbench({ type: 'running' });
}

function followSettings(settings: Settings, phone: Phone, host: PreviewHost, application: Application): void {
  const resized = () => {
    phone.relayOut();
    const { windowWidth, windowHeight } = phone.geometry();
    application.windowResize({ windowWidth, windowHeight });
    phone.navigator.top?.resize({ windowWidth, windowHeight });
  };
  settings.onChange((now, before) => {
    if (now.width !== before.width) resized();
    else phone.relayOut();
    if (now.theme !== before.theme && host.appConfig.darkmode) application.themeChange(now.theme);
    // The size of text is set in WeChat's own settings: the person left the mini program and came back.
    if (now.fontScale !== before.fontScale && application.isForeground) {
      host.appSwitch.hide();
      host.appSwitch.show();
    }
  });
  window.addEventListener('resize', resized);
}

/** Everything the mini program drew into a page's frame, root portals and parts of built-ins included. */
const DRAWN = ':not(.preview-pull,.preview-content,.preview-scroller)';

/** What end-to-end tests read: every setData with its size, the live pages, the nodes on the page on top. */
function testHandle(phone: Phone) {
  return {
    setDataCalls,
    pages: () =>
      phone.navigator.stack.map(page => ({
        path: page.path,
        query: page.query,
        data: page.instance.data,
        ready: page.isReady,
      })),
    nodeCount: () => phone.navigator.top?.view.querySelectorAll(DRAWN).length ?? 0,
  };
}
