import type { TabBarConfig, TabBarControl, TabBarStyle } from '../preview-host';
import { element, shadowHost } from './dom';

const CSS = `
:host{background:var(--paper,#fff);border-top:.5px solid var(--line,#0003);padding-bottom:var(--home-indicator);font:10px/1.4 -apple-system,"PingFang SC","Noto Sans CJK SC",sans-serif}
:host([hidden]){display:none}
.items{display:flex;height:50px}
button{appearance:none;border:0;background:none;padding:0;margin:0;flex:1;color:var(--ink,#7a7e83);font:inherit;position:relative;cursor:pointer;
  display:flex;flex-direction:column;align-items:center;justify-content:center}
button[aria-selected=true]{color:var(--selected,#3cc51f)}
img{width:27px;height:27px}
.text-only{font-size:16px}
.badge{position:absolute;top:3px;left:calc(50% + 8px);min-width:10px;padding:0 4px;border-radius:9px;background:#fa5151;color:#fff;font-size:11px;line-height:17px}
.dot{position:absolute;top:5px;left:calc(50% + 12px);width:9px;height:9px;border-radius:5px;background:#fa5151}
`;

type Item = TabBarConfig['list'][number];

/** The phone's tab bar. `onTap` gets the index of a tapped tab, the selected one included. */
export class TabBar implements TabBarControl {
  readonly host: HTMLElement;
  private readonly items = element('div', { class: 'items', role: 'tablist' });
  private readonly badges = new Map<number, string>();
  private readonly dots = new Set<number>();
  private selected = '';
  /** Set by hideTabBar; the bar stays away on every tab page until showTabBar. */
  hidden = false;

  constructor(
    private config: TabBarConfig,
    private readonly onTap: (index: number) => void,
    /** True while a tab page is on top: WeChat refuses changes elsewhere. */
    private readonly onTabPage: () => boolean,
    private readonly onVisibility: () => void,
  ) {
    const { host, root } = shadowHost('preview-tab-bar', CSS);
    this.host = host;
    root.append(this.items);
  }

  get list(): readonly Item[] {
    return this.config.list;
  }

  /** Replaces colours and icons, as a change of theme does. */
  configure(config: TabBarConfig): void {
    this.config = config;
    this.draw();
  }

  select(path: string): void {
    this.selected = path;
    this.draw();
  }

  async show(): Promise<void> {
    this.check('showTabBar');
    this.hidden = false;
    this.onVisibility();
  }

  async hide(): Promise<void> {
    this.check('hideTabBar');
    this.hidden = true;
    this.onVisibility();
  }

  async setBadge({ index, text }: { index: number; text: string }): Promise<void> {
    this.check('setTabBarBadge', index);
    // WeChat shows at most three characters, longer texts as "…".
    this.badges.set(index, text.length > 3 ? '…' : text);
    this.dots.delete(index);
    this.draw();
  }

  async removeBadge({ index }: { index: number }): Promise<void> {
    this.check('removeTabBarBadge', index);
    this.badges.delete(index);
    this.draw();
  }

  async showRedDot({ index }: { index: number }): Promise<void> {
    this.check('showTabBarRedDot', index);
    this.badges.delete(index);
    this.dots.add(index);
    this.draw();
  }

  async hideRedDot({ index }: { index: number }): Promise<void> {
    this.check('hideTabBarRedDot', index);
    this.dots.delete(index);
    this.draw();
  }

  async setItem(options: { index: number } & Partial<Item>): Promise<void> {
    this.check('setTabBarItem', options.index);
    const { index, ...change } = options;
    this.config = {
      ...this.config,
      list: this.list.map((item, at) => (at === index ? { ...item, ...change } : item)),
    };
    this.draw();
  }

  async setStyle(style: TabBarStyle): Promise<void> {
    this.check('setTabBarStyle');
    this.configure({ ...this.config, ...style });
  }

  private check(api: string, index = 0): void {
    if (!this.onTabPage()) throw new Error(`${api}:fail not TabBar page`);
    if (!this.list[index]) throw new Error(`${api}:fail tabbar item not found`);
  }

  private draw(): void {
    const { color, selectedColor, backgroundColor, borderStyle } = this.config;
    const set = (name: string, value: string | undefined) =>
      value && this.host.style.setProperty(name, value);
    set('--ink', color);
    set('--selected', selectedColor);
    set('--paper', backgroundColor);
    set('--line', borderStyle === 'white' ? '#fff3' : '#0003');
    this.items.replaceChildren(...this.list.map((item, index) => this.drawItem(item, index)));
  }

  private drawItem(item: Item, index: number): HTMLElement {
    const selected = item.pagePath === this.selected;
    const tab = element('button', { role: 'tab', 'aria-selected': String(selected) });
    const icon = (selected ? item.selectedIconPath : undefined) ?? item.iconPath;
    if (icon) tab.append(element('img', { src: icon, alt: '' }));
    tab.append(element('span', icon ? {} : { class: 'text-only' }, item.text));
    const badge = this.badges.get(index);
    if (badge) tab.append(element('span', { class: 'badge' }, badge));
    if (this.dots.has(index)) tab.append(element('span', { class: 'dot', 'aria-label': '有新内容' }));
    tab.onclick = () => this.onTap(index);
    return tab;
  }
}
