import type { PreviewHost } from '../../host/preview-host';
import { ApiFailure, type ApiTable, asyncApi } from '../api-call';
import { openSheet, sheetHead } from '../layers/sheet';

const AGREEMENT = '《小程序隐私保护指引》';

interface Decision {
  buttonId?: string;
  event: 'exposureAuthorization' | 'agree' | 'disagree';
}

type NeedListener = (resolve: (decision: Decision) => void, info: { referrer: string }) => void;

const AGREED_EVENT = 'wx-privacy-agreed';

/** What a tap on `<button open-type="agreePrivacyAuthorization">` does, before the page hears of it. */
export function agreeToPrivacy(): void {
  document.dispatchEvent(new Event(AGREED_EVENT));
}

/** Consent of one person to the privacy agreement; APIs that touch personal data wait for it. */
export class PrivacyGate {
  private listener: NeedListener | undefined;
  private inSheet: Promise<boolean> | undefined;

  constructor(private readonly host: PreviewHost) {
    document.addEventListener(AGREED_EVENT, () => this.agree());
  }

  private get key(): string {
    return `wx-privacy:${this.host.settings.person.id}`;
  }

  get agreed(): boolean {
    return localStorage.getItem(this.key) === 'agreed';
  }

  onNeed(listener: NeedListener): void {
    this.listener = listener;
  }

  private agree(): void {
    localStorage.setItem(this.key, 'agreed');
  }

  /** Settles when the person has agreed; throws as WeChat does when not. */
  async pass(api: string): Promise<void> {
    if (!this.agreed && !(await this.ask(api))) {
      throw new ApiFailure('privacy permission is not authorized', { errno: 104 });
    }
  }

  /**
   * With a listener the page asks, once for every call, and must call `resolve` each time. Without one WeChat shows its
   * own question, which calls that wait share.
   */
  private ask(api: string): Promise<boolean> {
    const { listener } = this;
    if (listener) return this.askPage(listener, api);
    this.inSheet ??= this.askInSheet().finally(() => {
      this.inSheet = undefined;
    });
    return this.inSheet;
  }

  /** A yes counts only when the button made for it was tapped. */
  private askPage(listener: NeedListener, api: string): Promise<boolean> {
    return new Promise(resolve => {
      const decide = ({ event }: Decision) => {
        if (event === 'agree' && !this.agreed) {
          console.warn('The privacy agreement was not agreed to by its button: the call is refused.');
        }
        if (event !== 'exposureAuthorization') resolve(event === 'agree' && this.agreed);
      };
      listener(decide, { referrer: api });
    });
  }

  private async askInSheet(): Promise<boolean> {
    const items = [{ text: '同意', value: true, className: 'wx-accent' }];
    const head = sheetHead('用户隐私保护提示', `使用前请阅读${AGREEMENT}。同意后，这项功能才能使用。`);
    const agreed = await openSheet(
      this.host,
      { label: '用户隐私保护提示', items, cancelText: '拒绝' },
      ...head,
    );
    if (agreed) this.agree();
    return agreed === true;
  }
}

/** The privacy flow of base library 2.32.3 and later. */
export function privacyApi(host: PreviewHost, gate: PrivacyGate): ApiTable {
  const showContract = async () => {
    const head = sheetHead(AGREEMENT, '微信会在这里显示小程序在后台填写的隐私保护指引。');
    await openSheet(host, { label: AGREEMENT, items: [], cancelText: '返回' }, ...head);
  };
  return {
    getPrivacySetting: asyncApi('getPrivacySetting', () => ({
      needAuthorization: !gate.agreed,
      privacyContractName: AGREEMENT,
    })),
    onNeedPrivacyAuthorization: (listener: NeedListener) => gate.onNeed(listener),
    // WeChat's own controls ask through here too, under their names; programs pass nothing.
    requirePrivacyAuthorize: asyncApi<{ referrer?: string }>(
      'requirePrivacyAuthorize',
      ({ referrer = 'requirePrivacyAuthorize' }) => gate.pass(referrer),
    ),
    openPrivacyContract: asyncApi('openPrivacyContract', showContract),
  };
}
