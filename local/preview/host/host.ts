import * as glassEasel from 'glass-easel';
import type { AppBundle } from '../compiler/app-bundle';
import type { Application } from './application';
import type { PhoneClock } from './clock';
import type { ErrorReports } from './error-reports';
import type { EventBus } from './event-bus';
import { frameworkElement } from './event-object';
import type { Page } from './page';
import type { Phone } from './phone';
import type { AppConfig, NavigationBarControl, PreviewHost, PullDownControl } from './preview-host';
import type { Settings } from './settings';
import type { Share } from './share';
import { NO_TAB_BAR } from './tab-bar-host';
import { postToWorkbench } from './workbench';

export interface HostParts {
  app: AppBundle;
  application: Application;
  clock: PhoneClock;
  cloudUrl: string;
  errors: ErrorReports;
  events: EventBus;
  phone: Phone;
  settings: Settings;
  share: Share;
}

/** Puts the parts of a phone behind the one interface that `wx` and the built-ins know. */
export function createHost(parts: HostParts): PreviewHost {
  const { application, phone, settings } = parts;
  const { navigator, shell } = phone;
  const top = () => navigator.top;
  return {
    appConfig: parts.app.config as unknown as AppConfig,
    get settings() {
      return settings.current;
    },
    onSettings: listener => settings.onChange(listener),
    updateSettings: change => settings.update(change),
    cloudUrl: parts.cloudUrl,
    clockOffsetMs: () => parts.clock.offsetMs,
    geometry: () => phone.geometry(),
    navigation: navigator,
    tabBar: phone.tabBar ?? NO_TAB_BAR,
    navigationBar: navigationBarOf(top),
    pullDown: pullDownOf(top),
    share: parts.share,
    appSwitch: {
      hide: () => {
        top()?.hide();
        application.hide();
      },
      show: (change = {}) => {
        application.show({ ...application.enter, ...change });
        top()?.show();
      },
    },
    layers: { container: shell.container, styleRoot: shell.styleRoot },
    pages: () => navigator.stack.map(page => page.instance),
    currentPage: top,
    pageOf: component => pageOf(navigator.livePages(), component),
    events: parts.events,
    launchOptions: () => application.launch,
    enterOptions: () => application.enter,
    postToWorkbench,
    reportError: parts.errors.report,
    codeSpace: phone.codeSpace,
    framework: glassEasel,
  };
}

/** Calls for a bar of a page that is not there yet (in App.onLaunch) have nothing to change. */
function navigationBarOf(top: () => Page | undefined): NavigationBarControl {
  const bar = () => top()?.navigationBar;
  return {
    setTitle: title => bar()?.setTitle(title),
    setColor: colours => bar()?.setColor(colours),
    showLoading: () => bar()?.showLoading(),
    hideLoading: () => bar()?.hideLoading(),
    hideHomeButton: () => bar()?.hideHomeButton(),
  };
}

function pullDownOf(top: () => Page | undefined): PullDownControl {
  return {
    start: async () => top()?.pullDown.start(),
    stop: async () => top()?.pullDown.stop(),
    setBackgroundTextStyle: backgroundTextStyle => top()?.setMeta({ backgroundTextStyle }),
    setBackgroundColor: backgroundColor => top()?.setMeta({ backgroundColor }),
  };
}

/** The page whose tree holds the component; a component before `attached` has no page yet. */
function pageOf(pages: readonly Page[], component: unknown): Page | undefined {
  let at: glassEasel.Element | null = component ? frameworkElement(component) : null;
  while (at) {
    const here = at;
    const page = pages.find(({ component: root, tabBar }) => root === here || tabBar === here);
    if (page) return page;
    at = here.ownerShadowRoot?.getHostNode() ?? null;
  }
  return undefined;
}
