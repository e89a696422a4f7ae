import type { SheetBundle } from '../compiler/app-bundle';
import { phoneUnits } from './inline-style';

/**
 * In WeChat every page is a document of its own. Here all pages of a phone share one, so each sheet is
 * put into an `@scope` whose roots are exactly the page frames that use it; as all sheets of a page have
 * the same root, specificity and order decide between them as in WeChat: app, components, page.
 */
export class PageSheets {
  private readonly numbers = new Map<string, number>();
  private readonly inserted = new Set<string>();
  private readonly sections: Record<'app' | 'component' | 'page', Comment>;

  constructor(private readonly sheets: ReadonlyMap<string, SheetBundle>) {
    for (const path of sheets.keys()) this.numbers.set(path, this.numbers.size);
    const section = (name: string) => document.head.appendChild(document.createComment(`${name} sheets`));
    this.sections = { app: section('app'), component: section('component'), page: section('page') };
  }

  /** Styles the page frame with app.wxss (unless the page is isolated from it), components and page. */
  use(frame: HTMLElement, page: string, components: readonly string[], withApp: boolean): void {
    const paths = [...(withApp ? ['app'] : []), ...components, page].filter(path => this.sheets.has(path));
    for (const path of paths) this.insert(path, page);
    const used = (frame.dataset['sheets'] ?? '').split(' ').filter(Boolean);
    frame.dataset['sheets'] = [...new Set([...used, ...paths.map(path => `${this.numbers.get(path)}`)])].join(
      ' ',
    );
  }

  private insert(path: string, page: string): void {
    const sheet = this.sheets.get(path);
    if (!sheet || this.inserted.has(path)) return;
    this.inserted.add(path);
    const style = document.createElement('style');
    style.dataset['path'] = path;
    style.textContent = `@scope ([data-sheets~="${this.numbers.get(path)}"]) {\n${phoneUnits(sheet.css)}\n}`;
    const section = path === 'app' ? 'app' : path === page ? 'page' : 'component';
    this.sections[section].before(style);
  }
}
