import { element } from '../element';
import type { Size } from './fit';

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

/** What the workbench says to a phone (local/preview/host/workbench.ts listens). */
type PhoneMessage = { type: 'settings' | 'open-card' | 'open-material' | 'clock'; [field: string]: unknown };

/** Heights of the phones people have in these widths, px. */
const HEIGHTS: Record<number, number> = { 320: 568, 375: 812, 430: 932 };
const DEFAULT_HEIGHT = 812;
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
  private isRunning = false;
  /** The last message of each type that the phone was not yet there to hear. */
  private readonly waiting = new Map<string, PhoneMessage>();
  /** What the phone's address says; a live reload goes back to it. */
  private addressed: PhoneState;

  /** `path` is the page to begin with, the mini program's first unless given. */
  constructor(
    readonly number: number,
    public state: PhoneState,
    path?: string,
  ) {
    this.addressed = state;
    this.frame = element('iframe', {
      'data-testid': `phone-${number}`,
      allow: 'clipboard-read; clipboard-write',
    });
    const screen = element('div', { class: 'screen' }, this.frame);
    this.node = element('figure', { class: 'phone' }, this.caption, screen);
    this.reload(path);
  }

  get openid(): string {
    return this.state.person.openid;
  }

  /** Of the screen, in the phone's own px. */
  get size(): Size {
    const { width } = this.state;
    return { width, height: HEIGHTS[width] ?? DEFAULT_HEIGHT };
  }

  /** Settings change while the mini program runs; another person means starting it again. */
  update(change: Partial<PhoneState>): void {
    this.state = { ...this.state, ...change };
    if (change.person) {
      this.reload();
      return;
    }
    this.showFrame();
    this.post(this.settings());
  }

  /** The phone hears from now on: after its first start, and after every live reload. */
  running(): void {
    this.isRunning = true;
    if (this.state !== this.addressed) this.waiting.set('settings', this.settings());
    for (const message of this.waiting.values()) this.post(message);
    this.waiting.clear();
  }

  /** `material`: what the mini program is started with, `article` or the name of a sample file. */
  reload(path?: string, material?: string): void {
    const { person, width, fontScale, theme, network } = this.state;
    const { online, latencyMs } = networkSettings(network);
    const query = new URLSearchParams({
      person: person.id,
      width: String(width),
      font: String(fontScale),
      theme,
      online: String(online),
      latency: String(latencyMs),
      ...(path && { path }),
      ...(material && { material }),
    });
    this.addressed = this.state;
    this.isRunning = false;
    this.waiting.clear();
    this.frame.src = `/phone?${query}`;
    this.showFrame();
  }

  /** Opens a page as a tapped card or message does; without a leading slash, with its query. */
  open(path: string): void {
    this.post({ type: 'open-card', path });
  }

  openMaterial(name: string): void {
    this.post({ type: 'open-material', name });
  }

  tellClock(): void {
    this.post({ type: 'clock' });
  }

  isSource(source: MessageEventSource | null): boolean {
    return source !== null && source === this.frame.contentWindow;
  }

  private settings(): PhoneMessage {
    const { width, fontScale, theme, network } = this.state;
    return { type: 'settings', width, fontScale, theme, ...networkSettings(network) };
  }

  private post(message: PhoneMessage): void {
    if (!this.isRunning) this.waiting.set(message.type, message);
    else this.frame.contentWindow?.postMessage(message, location.origin);
  }

  private showFrame(): void {
    const { person, theme } = this.state;
    const { width, height } = this.size;
    const title = `手机 ${this.number}：${person.name}`;
    this.caption.textContent = title;
    this.frame.title = title;
    this.node.style.setProperty('--width', `${width}px`);
    this.node.style.setProperty('--height', `${height}px`);
    this.frame.dataset['theme'] = theme;
  }
}
