import { element } from './dom';

export interface Person {
  id: string;
  name: string;
  openid: string;
  /** WeChat's fontSizeScaleFactor of this person's phone. */
  fontScale: number;
}

export type Network = 'online' | 'slow' | 'offline';

export interface PhoneState {
  person: Person;
  width: number;
  fontScale: number;
  theme: 'light' | 'dark';
  network: Network;
}

/** What the workbench says to a phone; the phone's host listens. */
export type PhoneMessage =
  | { type: 'settings'; change: Record<string, unknown> }
  | { type: 'open'; url: string }
  | { type: 'clock' };

/** Heights of the phones people have in these widths, px. */
const HEIGHTS: Record<number, number> = { 320: 568, 375: 812, 430: 932 };
/** What 慢 adds to every call: a weak mobile network. */
const SLOW_MS = 1500;

const networkSettings = (network: Network) => ({
  online: network !== 'offline',
  latencyMs: network === 'slow' ? SLOW_MS : 0,
});

/** One phone of the workbench: an iframe of `/phone` with the settings it was given. */
export class PhoneFrame {
  readonly node: HTMLElement;
  private readonly frame: HTMLIFrameElement;
  private readonly caption = element('figcaption');
  private openWhenLoaded: string | undefined;

  constructor(
    readonly number: number,
    public state: PhoneState,
  ) {
    this.frame = element('iframe', {
      'data-testid': `phone-${number}`,
      allow: 'clipboard-read; clipboard-write',
    });
    this.frame.addEventListener('load', () => this.sendOpen());
    this.node = element('figure', { class: 'phone' }, this.caption, this.frame);
    this.reload();
  }

  get openid(): string {
    return this.state.person.openid;
  }

  /** Settings change while the mini program runs; another person means starting it again. */
  update(change: Partial<PhoneState>): void {
    this.state = { ...this.state, ...change };
    if (change.person) {
      this.reload();
      return;
    }
    this.showFrame();
    const { width, fontScale, theme, network } = this.state;
    this.post({ type: 'settings', change: { width, fontScale, theme, ...networkSettings(network) } });
  }

  reload(): void {
    const { person, width, fontScale, theme, network } = this.state;
    const { online, latencyMs } = networkSettings(network);
    const query = new URLSearchParams({
      person: person.id,
      width: String(width),
      font: String(fontScale),
      theme,
      online: String(online),
      latency: String(latencyMs),
    });
    this.frame.src = `/phone?${query}`;
    this.showFrame();
  }

  /** Opens a page, once the mini program is there. */
  open(url: string): void {
    this.openWhenLoaded = url;
    if (this.frame.contentDocument?.readyState === 'complete') this.sendOpen();
  }

  post(message: PhoneMessage): void {
    this.frame.contentWindow?.postMessage(message, location.origin);
  }

  isSource(source: MessageEventSource | null): boolean {
    return source !== null && source === this.frame.contentWindow;
  }

  private sendOpen(): void {
    if (this.openWhenLoaded === undefined) return;
    this.post({ type: 'open', url: this.openWhenLoaded });
    this.openWhenLoaded = undefined;
  }

  private showFrame(): void {
    const { person, width, theme } = this.state;
    const title = `手机 ${this.number}：${person.name}`;
    this.caption.textContent = title;
    this.frame.title = title;
    this.frame.style.width = `${width}px`;
    this.frame.style.setProperty('--height', `${HEIGHTS[width] ?? HEIGHTS[375]}px`);
    this.frame.dataset['theme'] = theme;
  }
}
