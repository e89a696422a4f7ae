import type { PreviewHost } from '../../host/preview-host';
import { ApiFailure, type ApiTable, asyncApi, type ParameterType } from '../api-call';
import { openSheet, sheetHead } from '../layers/sheet';

/** True while the browser counts a tap as just made (about 5 s), which is what WeChat's "in a tap" comes to. */
export function requireTap(): void {
  if (!navigator.userActivation.isActive) throw new ApiFailure('can only be invoked by user TAP gesture.');
}

/**
 * Says what WeChat would open now. Opening it leaves the mini program, as on a phone: the app is hidden
 * until the person taps 返回小程序. Declining rejects with `cancel`.
 */
export async function leaveFor(host: PreviewHost, what: string, detail: string): Promise<void> {
  const items = [{ text: '打开', value: true, className: 'wx-accent' }];
  const opened = await openSheet(host, { label: what, items }, ...sheetHead(what, detail));
  if (!opened) throw new ApiFailure('cancel');
  await awayFrom(host, '已离开小程序', `${what}\n${detail}`);
}

async function awayFrom(host: PreviewHost, title: string, text: string): Promise<void> {
  host.appSwitch.hide();
  const shape = { label: `${title}，${text}`, items: [], cancelText: '返回小程序' };
  await openSheet(host, shape, ...sheetHead(title, text));
  // What follows in the mini program runs after its onShow, as it does on a phone.
  host.appSwitch.show();
}

interface Destination {
  /** What the sheet says WeChat opens. */
  what: string;
  /** The option that names the target; shown and required. */
  target: string;
  needsTap?: boolean;
}

const DESTINATIONS: Record<string, Destination> = {
  openOfficialAccountArticle: { what: '微信会打开这篇公众号文章', target: 'url', needsTap: true },
  openOfficialAccountProfile: { what: '微信会打开这个公众号的主页', target: 'username', needsTap: true },
  openOfficialAccountChat: { what: '微信会打开和这个公众号的对话', target: 'username', needsTap: true },
  openChannelsUserProfile: { what: '微信会打开这个视频号的主页', target: 'finderUserName' },
  openChannelsActivity: { what: '微信会打开这条视频号内容', target: 'feedId' },
  navigateToMiniProgram: { what: '微信会打开另一个小程序', target: 'appId', needsTap: true },
  makePhoneCall: { what: '会拨打这个电话', target: 'phoneNumber' },
};

function checkTarget(api: string, target: string): void {
  if (api === 'openOfficialAccountArticle' && !/^https?:\/\/mp\.weixin\.qq\.com\//.test(target)) {
    throw new ApiFailure('invalid url, only articles of official accounts can be opened');
  }
}

/** The APIs that lead out of the mini program. */
export function appSwitchApi(host: PreviewHost): ApiTable {
  const table: ApiTable = {};
  for (const [api, { what, target, needsTap }] of Object.entries(DESTINATIONS)) {
    const required: Record<string, ParameterType> = { [target]: 'String' };
    const open = async (options: object) => {
      const detail = String(Reflect.get(options, target));
      checkTarget(api, detail);
      if (needsTap) requireTap();
      await leaveFor(host, what, detail);
    };
    table[api] = asyncApi<object>(api, open, { required });
  }
  const exit = async () => {
    requireTap();
    await awayFrom(host, '小程序已退出', '在手机上，小程序会关到后台。');
  };
  const restart = ({ path }: { path: string }) => host.navigation.reLaunch({ url: path });
  table['exitMiniProgram'] = asyncApi('exitMiniProgram', exit);
  table['restartMiniProgram'] = asyncApi('restartMiniProgram', restart, { required: { path: 'String' } });
  return table;
}
