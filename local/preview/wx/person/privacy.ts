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
  private waiting: Promise<boolean> | undefined;
  private settleWaiting: ((agreed: boolean) => void) | undefined;

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

  /** The person agreed: by a button, in a sheet, or as the page says. */
  private agree(): void {
    localStorage.setItem(this.key, 'agreed');
    this.settleWaiting?.(true);
  }

  /** Settles when the person has agreed; throws as WeChat does when not. Calls that wait share one question. */
  async pass(api: string): Promise<void> {
    if (this.agreed) return;
    this.waiting ??= this.ask(api).finally(() => {
      this.waiting = undefined;
      this.settleWaiting = undefined;
    });
    if (!(await this.waiting)) {
      throw new ApiFailure('privacy permission is not authorized', { errno: 104 });
    }
  }

  /** Without a listener WeChat shows its own question; with one the page asks and must call `resolve`. */
  private ask(api: string): Promise<boolean> {
    const { listener } = this;
    if (!listener) return this.askInSheet();
    return new Promise(resolve => {
      this.settleWaiting = resolve;
      const decide = ({ event }: Decision) => {
        if (event === 'agree') this.agree();
        if (event === 'disagree') resolve(false);
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
    requirePrivacyAuthorize: asyncApi('requirePrivacyAuthorize', () => gate.pass('requirePrivacyAuthorize')),
    openPrivacyContract: asyncApi('openPrivacyContract', showContract),
  };
}
