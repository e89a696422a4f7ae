import { element } from '../element';
import { type Choice, openDialog } from './chrome/sheet';
import { fileAddress } from './file-address';
import type { Page } from './page';
import type { PreviewHost, ShareCard, ShareControl } from './preview-host';
import { writeQuery } from './routes';

/** WeChat waits this long for a promise in the page's answer, then sends what it has. */
const PROMISE_MS = 3_000;

interface Answer {
  title?: string;
  path?: string;
  query?: string;
  imageUrl?: string;
  promise?: Promise<Answer>;
}

/** A value in the words of an updatable message. */
interface Parameter {
  name: string;
  value: string;
}

export interface ShareParts {
  layer: HTMLElement;
  top: () => Page | undefined;
  /** Where the mini program's files are served. */
  assetBase: string;
  /** Used when the page gives no title. */
  appTitle: string;
  relaunch: () => void;
  post: PreviewHost['postToWorkbench'];
}

/** The menu behind ··· and the cards it would send. */
export class Share implements ShareControl {
  private readonly hiddenMenus = new WeakMap<Page, Set<string>>();
  private options: Record<string, unknown> = {};

  constructor(private readonly parts: ShareParts) {}

  show(menus: string[]): void {
    for (const menu of menus) this.hiddenOn().delete(menu);
  }

  hide(menus: string[]): void {
    for (const menu of menus) this.hiddenOn().add(menu);
  }

  update(options: Record<string, unknown>): void {
    this.options = { ...this.options, ...options };
  }

  openMenu(): void {
    const page = this.parts.top();
    if (!page) return;
    const allowed = (menu: string, hook: string) => page.has(hook) && !this.hiddenOn().has(menu);
    const choices: Choice[] = [
      {
        text: '发送给朋友',
        disabled: !allowed('shareAppMessage', 'onShareAppMessage'),
        run: () => void this.send('menu'),
      },
      {
        text: '分享到朋友圈',
        disabled: !allowed('shareTimeline', 'onShareTimeline') || !page.has('onShareAppMessage'),
        run: () => void this.ask('onShareTimeline', '分享到朋友圈', {}),
      },
      { text: '收藏', run: () => void this.ask('onAddToFavorites', '收藏', {}) },
      { text: '重新进入小程序', run: this.parts.relaunch },
      { text: '取消' },
    ];
    openDialog(this.parts.layer, 'sheet', '更多', [], choices);
  }

  send(from: 'menu' | 'button', target?: unknown): Promise<ShareCard | undefined> {
    return this.ask('onShareAppMessage', '发送给朋友', { from, target });
  }

  private async ask(
    hook: string,
    label: string,
    options: Record<string, unknown>,
  ): Promise<ShareCard | undefined> {
    const page = this.parts.top();
    if (!page) return undefined;
    const answer = (page.call(hook, options) ?? {}) as Answer;
    const card = await completeCard(answer, {
      title: this.parts.appTitle || page.navigationBar.getTitle(),
      path: `${page.path}${writeQuery(page.query)}`,
      imageUrl: '',
    });
    if (answer.query) card.path = `${page.path}?${answer.query}`;
    this.showCard(label, card);
    return card;
  }

  private showCard(label: string, card: ShareCard): void {
    // Without a picture WeChat takes one of the screen.
    const image = card.imageUrl
      ? element('img', { src: fileAddress(card.imageUrl, this.parts.assetBase), alt: '' })
      : element('div', { class: 'picture' }, '页面截图');
    const live = this.liveText();
    const content = [
      element('div', { class: 'title' }, card.title),
      image,
      ...(live === undefined ? [] : [element('div', { class: 'live' }, live)]),
      element('div', { class: 'path' }, card.path),
    ];
    const open = { text: '在另一台手机上打开', run: () => this.parts.post({ type: 'open-card', ...card }) };
    openDialog(this.parts.layer, 'card', label, content, [open, { text: '关闭' }]);
  }

  /** WeChat's own words under a card whose numbers go on changing in the chat; undefined: it is an ordinary card. */
  private liveText(): string | undefined {
    const { isUpdatableMessage, templateInfo } = this.options;
    if (isUpdatableMessage !== true) return undefined;
    const { parameterList = [] } = Object(templateInfo) as { parameterList?: Parameter[] };
    const values = new Map(parameterList.map(({ name, value }) => [name, value]));
    return `成员正在加入，当前 ${values.get('member_count') ?? 0}/${values.get('room_limit') ?? 0} 人`;
  }

  private hiddenOn(): Set<string> {
    const page = this.parts.top();
    const hidden = (page && this.hiddenMenus.get(page)) ?? new Set<string>();
    if (page) this.hiddenMenus.set(page, hidden);
    return hidden;
  }
}

async function completeCard(answer: Answer, otherwise: ShareCard): Promise<ShareCard> {
  const late = new Promise<Answer>(resolve => setTimeout(resolve, PROMISE_MS, {}));
  const promised = answer.promise ? await Promise.race([answer.promise.catch(() => ({})), late]) : {};
  const { title, path, imageUrl } = { ...answer, ...promised } as Answer;
  return {
    title: title || otherwise.title,
    path: (path || otherwise.path).replace(/^\//, ''),
    imageUrl: imageUrl ?? otherwise.imageUrl,
  };
}
