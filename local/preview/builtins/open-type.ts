import { keepTemporary } from '../wx/files/file-url';
import { agreeToPrivacy } from '../wx/person/privacy';
import type { BuiltinNode, Values } from './builtin';

/** The parts of `wx` that buttons use; `wx` itself is installed elsewhere. */
interface ButtonApi {
  requirePrivacyAuthorize(options: { referrer: string }): Promise<unknown>;
  showActionSheet(options: { alertText?: string; itemList: string[] }): Promise<{ tapIndex: number }>;
  openSetting(): Promise<{ authSetting: Values }>;
  chooseMedia(options: Values): Promise<{ tempFiles: { tempFilePath: string }[] }>;
  getUserProfile?(options: Values): Promise<{ userInfo: Values }>;
}

type Answer = (node: BuiltinNode<Values>, api: ButtonApi) => Promise<Values>;

const AVATAR_PX = 132;

/** A picture of the person's initial, in place of the avatar WeChat would hand over; path of a temporary PNG. */
async function avatarOf(name: string): Promise<string> {
  const canvas = document.createElement('canvas');
  canvas.width = AVATAR_PX;
  canvas.height = AVATAR_PX;
  const context = canvas.getContext('2d');
  if (context) {
    Object.assign(context, { fillStyle: '#0b7a5b', textAlign: 'center', textBaseline: 'middle' });
    context.fillRect(0, 0, AVATAR_PX, AVATAR_PX);
    Object.assign(context, { fillStyle: '#fff', font: `${AVATAR_PX / 2}px sans-serif` });
    context.fillText(Array.from(name)[0] ?? '', AVATAR_PX / 2, AVATAR_PX / 2);
  }
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'));
  return keepTemporary(blob ?? new Blob(), 'avatar.png');
}

const chooseAvatar: Answer = async (node, api) => {
  await api.requirePrivacyAuthorize({ referrer: 'button.chooseAvatar' });
  const { tapIndex } = await api.showActionSheet({ itemList: ['用微信头像', '从相册选择'] });
  if (tapIndex === 0) return { avatarUrl: await avatarOf(node.host.settings.person.name) };
  const { tempFiles } = await api.chooseMedia({ count: 1, mediaType: ['image'] });
  return { avatarUrl: tempFiles[0]?.tempFilePath ?? '' };
};

const askForPhoneNumber: Answer = async (node, api) => {
  const text = '申请获取并验证你的手机号';
  const { tapIndex } = await api.showActionSheet({ alertText: text, itemList: ['允许', '拒绝'] });
  if (tapIndex !== 0) throw new Error('user deny');
  return { code: `preview-phone-${node.host.settings.person.id}`, encryptedData: '', iv: '' };
};

const agree: Answer = async () => {
  agreeToPrivacy();
  return {};
};

/** Leads out of the mini program in WeChat; here a sheet says so and the event follows. */
const leave =
  (what: string, detail: Values = {}): Answer =>
  async (_node, api) => {
    await api.showActionSheet({ alertText: `微信会打开${what}`, itemList: ['知道了'] });
    return detail;
  };

/** Event, and what its `detail` holds besides errMsg. */
const OPEN_TYPES: Record<string, [event: string, answer: Answer]> = {
  chooseAvatar: ['chooseavatar', chooseAvatar],
  getPhoneNumber: ['getphonenumber', askForPhoneNumber],
  getRealtimePhoneNumber: ['getrealtimephonenumber', askForPhoneNumber],
  agreePrivacyAuthorization: ['agreeprivacyauthorization', agree],
  openSetting: ['opensetting', async (_node, api) => ({ ...(await api.openSetting()) })],
  getUserInfo: ['getuserinfo', async node => ({ userInfo: { nickName: node.host.settings.person.name } })],
  contact: ['contact', leave('客服会话', { path: '', query: {} })],
  feedback: ['feedback', leave('意见反馈页')],
  launchApp: ['launchapp', leave('App')],
};

async function answer(node: BuiltinNode<Values>, openType: string): Promise<void> {
  const found = OPEN_TYPES[openType];
  if (!found) {
    console.warn(`<button open-type="${openType}"> is not available in the preview.`);
    return;
  }
  const [event, getDetail] = found;
  try {
    const detail = await getDetail(node, (globalThis as unknown as { wx: ButtonApi }).wx);
    node.fire(event, { ...detail, errMsg: `${openType}:ok` });
  } catch (error) {
    const reason =
      error instanceof Error ? error.message : String((error as { errMsg?: string }).errMsg ?? error);
    // chooseAvatar is silent when the person backs out.
    if (openType !== 'chooseAvatar') node.fire(event, { errMsg: `${openType}:fail ${reason}` });
  }
}

/** `getPhoneNumber|agreePrivacyAuthorization`: consent first, whatever the order. */
async function answerAll(node: BuiltinNode<Values>, openTypes: string[]): Promise<void> {
  const consent = 'agreePrivacyAuthorization';
  const ordered = openTypes.includes(consent)
    ? [consent, ...openTypes.filter(openType => openType !== consent)]
    : openTypes;
  for (const openType of ordered) await answer(node, openType);
}

/** Does what a tap on `<button open-type>` does, and reports it by the button's event. */
export function runOpenType<D extends Values>(node: BuiltinNode<D>, openType: string): void {
  const { host, element } = node;
  const work =
    openType === 'share'
      ? host.share.send('button', { id: element.id, dataset: element.dataset })
      : answerAll(node as unknown as BuiltinNode<Values>, openType.split('|'));
  work.catch(error => host.reportError(error, `<button open-type="${openType}">`));
}
