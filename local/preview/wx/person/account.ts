import { element } from '../../element';
import type { PreviewHost } from '../../host/preview-host';
import { ApiFailure, type ApiTable, asyncApi } from '../api-call';
import { button, openDialog } from '../layers/layer';
import { sheetHead } from '../layers/sheet';
import { requireTap } from '../page/app-switch';
import type { SubscriptionMemory } from './subscribe';

/** Scopes that the preview's person has given; the others are refused as by someone who tapped 拒绝. */
const GIVEN_SCOPES = ['scope.writePhotosAlbum', 'scope.camera'];

function settingOf(memory: SubscriptionMemory, withSubscriptions = false) {
  const { off = false, always = {} } = memory.read();
  return {
    authSetting: Object.fromEntries(GIVEN_SCOPES.map(scope => [scope, true])),
    ...(withSubscriptions && { subscriptionsSetting: { mainSwitch: !off, itemSettings: { ...always } } }),
  };
}

/** The settings page of the mini program: only the main switch of subscription messages can be moved. */
function openSetting(host: PreviewHost, memory: SubscriptionMemory): Promise<object> {
  const input = element('input', { type: 'checkbox', role: 'switch' });
  input.checked = memory.read().off !== true;
  return new Promise(resolve => {
    const done = () => {
      memory.write({ off: !input.checked });
      dialog.close();
      resolve(settingOf(memory, true));
    };
    const dialog = openDialog(
      host,
      { className: 'wx-sheet', label: '设置', onCancel: done },
      ...sheetHead('设置', '微信会在这里显示小程序的权限。'),
      element('label', { class: 'wx-sheet-row' }, input, '接收订阅消息'),
      button('返回小程序', 'wx-sheet-cancel', done),
    );
  });
}

/** A code a server would exchange; the cloud functions of this project never do. */
const loginCode = () => `preview${crypto.randomUUID().replaceAll('-', '').slice(0, 25)}`;

/** WeChat gives every mini program the same empty profile since 2022. */
const ANONYMOUS = {
  nickName: '微信用户',
  avatarUrl: '',
  gender: 0,
  country: '',
  province: '',
  city: '',
  language: '',
};

/** Login, scopes and settings of the person this phone belongs to. */
export function accountApi(host: PreviewHost, memory: SubscriptionMemory): ApiTable {
  const authorize = ({ scope }: { scope: string }) => {
    if (!GIVEN_SCOPES.includes(scope)) throw new ApiFailure('auth deny', { errno: 103 });
  };
  const groupEnterInfo = () => {
    if (!host.enterOptions().shareTicket)
      throw new ApiFailure('not entered from a group', { errCode: -12001 });
    return { encryptedData: '', iv: '', cloudID: host.enterOptions().shareTicket };
  };
  return {
    login: asyncApi('login', () => ({ code: loginCode() })),
    checkSession: asyncApi('checkSession', () => undefined),
    getUserProfile: asyncApi<{ desc: string }>(
      'getUserProfile',
      () => {
        requireTap();
        return { userInfo: { ...ANONYMOUS }, rawData: JSON.stringify(ANONYMOUS) };
      },
      { required: { desc: 'String' } },
    ),
    getUserInfo: asyncApi('getUserInfo', () => ({ userInfo: { ...ANONYMOUS } })),
    authorize: asyncApi<{ scope: string }>('authorize', authorize, { required: { scope: 'String' } }),
    getSetting: asyncApi<{ withSubscriptions?: boolean }>('getSetting', o =>
      settingOf(memory, o.withSubscriptions),
    ),
    openSetting: asyncApi('openSetting', () => openSetting(host, memory)),
    openAppAuthorizeSetting: asyncApi('openAppAuthorizeSetting', () => undefined),
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'wxpreview000000000', envVersion: 'develop', version: '' },
      plugin: {},
    }),
    getGroupEnterInfo: asyncApi('getGroupEnterInfo', groupEnterInfo),
    getExtConfig: asyncApi('getExtConfig', () => ({ extConfig: {} })),
    getExtConfigSync: () => ({}),
  };
}
