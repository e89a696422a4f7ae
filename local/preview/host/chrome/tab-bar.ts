import { element } from '../../element';
import type { TabBarConfig, TabBarControl, TabBarStyle } from '../preview-host';
import { shadowHost } from './dom';

const CSS = `
:host{background:var(--paper,#fff);box-shadow:inset 0 .5px var(--line,#0003);padding-bottom:var(--home-indicator);font:12px/1.3 -apple-system,"PingFang SC","Noto Sans CJK SC",sans-serif}
:host([hidden]){display:none}
.items{display:flex;height:50px}
button{appearance:none;border:0;background:none;padding:0;margin:0;flex:1;color:var(--ink,#7a7e83);font:inherit;position:relative;cursor:pointer;
  display:flex;flex-direction:column;align-items:center;justify-content:center}
button[aria-selected=true]{color:var(--selected,#3cc51f)}
button:focus-visible{outline:2px solid;outline-offset:-4px}
img{width:26px;height:26px}
.text-only{font-size:16px}
.badge{position:absolute;top:3px;left:calc(50% + 8px);min-width:10px;padding:0 4px;border-radius:9px;background:#fa5151;color:#fff;font-size:11px;line-height:17px}
.dot{position:absolute;top:5px;left:calc(50% + 12px);width:9px;height:9px;border-radius:5px;background:#fa5151}
`;

type Item = TabBarConfig['list'][number];

export interface TabBarSurroundings {
  /** Index of a tapped tab, the selected one included. */
  onTap: (index: number) => void;
  /** True while a tab page is on top: WeChat refuses changes elsewhere. */
  onTabPage: () => boolean;
  onVisibility: () => void;
  /** Address of an icon as setTabBarItem names it. */
  iconUrl: (icon: string) => string;
}

/** The phone's tab bar. */
export class TabBar implements TabBarControl {
  readonly host: HTMLElement;
  private readonly items = element('div', { class: 'items', role: 'tablist' });
  private readonly tabs: HTMLButtonElement[];
  private readonly badges = new Map<number, string>();
  private readonly dots = new Set<number>();
  /** What setTabBarItem and setTabBarStyle chose: it outlives changes of page and theme. */
  private readonly itemChanges = new Map<number, Partial<Item>>();
  private style: TabBarStyle = {};
  private selected = '';
  /** Set by hideTabBar; the bar stays away on every tab page until showTabBar. */
  hidden = false;

  constructor(
    private config: TabBarConfig,
    private readonly around: TabBarSurroundings,
  ) {
    const { host, root } = shadowHost('preview-tab-bar', CSS);
    this.host = host;
    this.tabs = config.list.map((_, index) => {
      const tab = element('button', { role: 'tab' });
      tab.onclick = () => around.onTap(index);
      return tab;
    });
    this.items.append(...this.tabs);
    root.append(this.items);
  }

  get list(): readonly Item[] {
    return this.config.list.map((item, index) => ({ ...item, ...this.itemChanges.get(index) }));
  }

  /** Replaces colours and icons, as a change of theme does. */
  configure(config: TabBarConfig): void {
    if (config === this.config) return;
    this.config = config;
    this.draw();
  }

  select(path: string): void {
    if (path === this.selected) return;
    this.selected = path;
    this.draw();
  }

  async show(): Promise<void> {
    this.check('showTabBar');
    this.hidden = false;
    this.around.onVisibility();
  }

  async hide(): Promise<void> {
    this.check('hideTabBar');
    this.hidden = true;
    this.around.onVisibility();
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
    for (const key of ['iconPath', 'selectedIconPath'] as const) {
      if (change[key]) change[key] = this.around.iconUrl(change[key]);
    }
    this.itemChanges.set(index, { ...this.itemChanges.get(index), ...change });
    this.draw();
  }

  async setStyle(style: TabBarStyle): Promise<void> {
    this.check('setTabBarStyle');
    this.style = { ...this.style, ...style };
    this.draw();
  }

  private check(api: string, index = 0): void {
    if (!this.around.onTabPage()) throw new Error(`${api}:fail not TabBar page`);
    if (!this.list[index]) throw new Error(`${api}:fail tabbar item not found`);
  }

  private draw(): void {
    const { color, selectedColor, backgroundColor, borderStyle } = { ...this.config, ...this.style };
    const set = (name: string, value: string | undefined) =>
      value && this.host.style.setProperty(name, value);
    set('--ink', color);
    set('--selected', selectedColor);
    set('--paper', backgroundColor);
    set('--line', borderStyle === 'white' ? '#fff3' : '#0003');
    this.list.forEach((item, index) => {
      this.drawItem(item, index);
    });
  }

  private drawItem(item: Item, index: number): void {
    const tab = this.tabs[index];
    const selected = item.pagePath === this.selected;
    const icon = (selected ? item.selectedIconPath : undefined) ?? item.iconPath;
    const content: HTMLElement[] = icon ? [element('img', { src: icon, alt: '' })] : [];
    content.push(element('span', icon ? {} : { class: 'text-only' }, item.text));
    const badge = this.badges.get(index);
    if (badge) content.push(element('span', { class: 'badge' }, badge));
    if (this.dots.has(index)) content.push(element('span', { class: 'dot', 'aria-label': '有新内容' }));
    tab?.replaceChildren(...content);
    tab?.setAttribute('aria-selected', String(selected));
  }
}
