import { element } from '../../element';
import type { NavigationBarControl } from '../preview-host';
import { BAR_ICONS } from './bar-icons';
import { shadowHost } from './dom';

const CSS = `
:host{--ink:#fff;color:var(--ink);pointer-events:none}
.status{height:var(--status-bar);display:flex;align-items:center;justify-content:space-between;padding:0 24px;box-sizing:border-box;
  font:600 15px/1 -apple-system,sans-serif}
.bar{position:relative;height:44px;display:flex;align-items:center;pointer-events:auto}
.surface{background:var(--paper);pointer-events:auto}
.custom .surface{background:none;pointer-events:none}
.custom .bar{pointer-events:none}
.title{position:absolute;left:100px;right:100px;text-align:center;font:600 17px/44px -apple-system,"PingFang SC","Noto Sans CJK SC",sans-serif;
  white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
button{appearance:none;border:0;background:none;color:inherit;font:inherit;padding:0;margin:0;cursor:pointer;display:grid;place-items:center}
.bar>button{width:44px;height:44px}
.capsule{position:absolute;right:7px;top:6px;width:87px;height:32px;box-sizing:border-box;border:.5px solid #8884;border-radius:16px;
  background:#8882;display:flex;pointer-events:auto}
.capsule button{flex:1}
button:focus-visible{outline:2px solid;outline-offset:-4px;border-radius:16px}
.spinner{display:inline-block;width:14px;height:14px;margin-right:6px;border:2px solid currentColor;border-right-color:transparent;border-radius:50%;
  animation:spin 1s linear infinite;vertical-align:-2px}
@keyframes spin{to{transform:rotate(1turn)}}
[hidden]{display:none!important}
`;

function iconButton(label: string, icon: string): HTMLButtonElement {
  const button = element('button', { 'aria-label': label });
  button.innerHTML = icon;
  return button;
}

export interface NavigationBarActions {
  back: () => void;
  home: () => void;
  menu: () => void;
  close: () => void;
}

/** Status bar, title, back or home, capsule. Every page has its own, so going back restores the former. */
export class NavigationBar implements NavigationBarControl {
  readonly host: HTMLElement;
  private readonly root: HTMLElement;
  private readonly title = element('span');
  private readonly spinner = element('span', {
    class: 'spinner',
    hidden: '',
    role: 'status',
    'aria-label': '加载中',
  });
  private readonly back = iconButton('返回', BAR_ICONS.back);
  private readonly home = iconButton('首页', BAR_ICONS.home);

  private readonly clock = element('span');

  constructor(actions: NavigationBarActions) {
    const { host, root } = shadowHost('preview-bar', CSS);
    this.host = host;
    const more = iconButton('更多', BAR_ICONS.menu);
    const close = iconButton('关闭', BAR_ICONS.close);
    this.back.onclick = actions.back;
    this.home.onclick = actions.home;
    more.onclick = actions.menu;
    close.onclick = actions.close;
    const status = element('div', { class: 'status', 'aria-hidden': 'true' }, this.clock);
    status.insertAdjacentHTML('beforeend', BAR_ICONS.battery);
    const title = element(
      'div',
      { class: 'title', role: 'heading', 'aria-level': '1' },
      this.spinner,
      this.title,
    );
    const bar = element('div', { class: 'bar' }, this.back, this.home, title);
    bar.append(element('div', { class: 'capsule' }, more, close));
    this.root = element('div', {}, element('div', { class: 'surface' }, status, bar));
    root.append(this.root);
  }

  /** True once the page chose title or colours itself: a change of theme leaves those alone. */
  private readonly chosen = { title: false, colour: false };

  /** What app.json and page.json say, for the theme of now. */
  setDefaults(title: string, frontColor: string, backgroundColor: string): void {
    if (!this.chosen.title) this.title.textContent = title;
    if (!this.chosen.colour) this.paint(frontColor, backgroundColor);
  }

  setTitle(title: string): void {
    this.chosen.title = true;
    this.title.textContent = title;
  }

  setClock(text: string): void {
    if (this.clock.textContent !== text) this.clock.textContent = text;
  }

  getTitle(): string {
    return this.title.textContent ?? '';
  }

  /** WeChat knows two inks only: `#ffffff` / `white` and `#000000` / `black`. */
  setColor({ frontColor, backgroundColor }: { frontColor: string; backgroundColor: string }): void {
    this.chosen.colour = true;
    this.paint(frontColor, backgroundColor);
  }

  private paint(frontColor: string, backgroundColor: string): void {
    const white = /^(white|#fff(fff)?)$/i.test(frontColor);
    this.host.style.setProperty('--ink', white ? '#fff' : '#000');
    this.host.style.setProperty('--paper', backgroundColor);
  }

  setCustom(custom: boolean): void {
    this.root.classList.toggle('custom', custom);
    for (const part of [this.title, this.back, this.home]) if (custom) part.hidden = true;
  }

  showLoading(): void {
    this.spinner.hidden = false;
  }

  hideLoading(): void {
    this.spinner.hidden = true;
  }

  setLead(lead: 'back' | 'home' | 'none'): void {
    this.back.hidden = lead !== 'back';
    this.home.hidden = lead !== 'home';
  }

  hideHomeButton(): void {
    this.home.hidden = true;
  }
}
