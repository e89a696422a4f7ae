import type { PreviewHost } from '../../host/preview-host';
import { type ApiTable, asyncApi } from '../api-call';

/** Base library the preview describes itself as; the typings in package.json are of the same version. */
export const SDK_VERSION = '3.17.0';
const WECHAT_VERSION = '8.0.66';
/** `fontSizeSetting` at 标准, px. */
const STANDARD_FONT_PX = 17;

function windowInfo(host: PreviewHost) {
  const geometry = host.geometry();
  return {
    pixelRatio: geometry.pixelRatio,
    screenWidth: geometry.screenWidth,
    screenHeight: geometry.screenHeight,
    windowWidth: geometry.windowWidth,
    windowHeight: geometry.windowHeight,
    statusBarHeight: geometry.statusBarHeight,
    safeArea: geometry.safeArea,
    screenTop: geometry.pageTop,
  };
}

function deviceInfo() {
  return {
    abi: 'arm64',
    deviceAbi: 'arm64',
    benchmarkLevel: 50,
    brand: 'devtools',
    model: 'preview',
    system: 'iOS 17.0',
    platform: 'devtools',
    cpuType: 'unknown',
    memorySize: '4096',
  };
}

function appBaseInfo(host: PreviewHost) {
  const { fontScale, theme } = host.settings;
  return {
    SDKVersion: SDK_VERSION,
    enableDebug: false,
    fontSizeScaleFactor: fontScale,
    fontSizeSetting: Math.round(STANDARD_FONT_PX * fontScale * 10) / 10,
    host: { appId: '', env: 'WeChat' },
    language: 'zh_CN',
    version: WECHAT_VERSION,
    // WeChat leaves the theme out of apps that do not say darkmode.
    ...(host.appConfig.darkmode === true && { theme }),
  };
}

const SYSTEM_SETTING = {
  bluetoothEnabled: false,
  locationEnabled: false,
  wifiEnabled: true,
  deviceOrientation: 'portrait',
};

const AUTHORIZE_SETTING = {
  albumAuthorized: 'authorized',
  bluetoothAuthorized: 'denied',
  cameraAuthorized: 'authorized',
  locationAuthorized: 'denied',
  locationReducedAccuracy: false,
  microphoneAuthorized: 'denied',
  notificationAuthorized: 'authorized',
  phoneCalendarAuthorized: 'not determined',
};

function systemInfo(host: PreviewHost) {
  return {
    ...deviceInfo(),
    ...appBaseInfo(host),
    ...windowInfo(host),
    ...SYSTEM_SETTING,
    albumAuthorized: true,
    cameraAuthorized: true,
    notificationAuthorized: true,
    locationAuthorized: false,
    microphoneAuthorized: false,
    bluetoothAuthorized: false,
  };
}

function asObject({ left, top, right, bottom, width, height }: DOMRectReadOnly | Record<string, number>) {
  return { left, top, right, bottom, width, height };
}

/** `wx.getSystemInfo…`, `getWindowInfo` and the like, from the phone's geometry and settings of that moment. */
export function systemInfoApi(host: PreviewHost): ApiTable {
  const all = () => systemInfo(host);
  const batteryInfo = () => ({ level: 80, isCharging: true, isLowPowerModeEnabled: false });
  return {
    getSystemInfo: asyncApi('getSystemInfo', all),
    getSystemInfoAsync: asyncApi('getSystemInfoAsync', all),
    getSystemInfoSync: all,
    getWindowInfo: () => windowInfo(host),
    getDeviceInfo: deviceInfo,
    getAppBaseInfo: () => appBaseInfo(host),
    getSystemSetting: () => ({ ...SYSTEM_SETTING }),
    getAppAuthorizeSetting: () => ({ ...AUTHORIZE_SETTING }),
    getMenuButtonBoundingClientRect: () => asObject({ ...host.geometry().menuButton }),
    getBatteryInfo: asyncApi('getBatteryInfo', batteryInfo),
    getBatteryInfoSync: batteryInfo,
    getDeviceBenchmarkInfo: asyncApi('getDeviceBenchmarkInfo', () => ({ benchmarkLevel: 50, modelLevel: 3 })),
    getRendererUserAgent: asyncApi('getRendererUserAgent', () => ({ userAgent: navigator.userAgent })),
    getSkylineInfo: asyncApi('getSkylineInfo', () => ({
      isSupported: false,
      version: '',
      reason: 'preview',
    })),
    getSkylineInfoSync: () => ({ isSupported: false, version: '', reason: 'preview' }),
  };
}
