import type { HostPage, PageMeta } from '../host/preview-host';
import { type BuiltinNode, type BuiltinView, defineBuiltin } from './builtin';
import { pixels } from './length';

const DEFAULTS = {
  backgroundTextStyle: '',
  backgroundColor: '',
  backgroundColorTop: '',
  backgroundColorBottom: '',
  rootBackgroundColor: '',
  scrollTop: '',
  /** In ms. */
  scrollDuration: 300,
  pageStyle: '',
  rootFontSize: '',
  pageFontSize: '',
  pageOrientation: '',
};

/** Passed to the page as they are; scrolling is done here, which has to know when it ends. */
const PASSED = [
  'backgroundTextStyle',
  'pageStyle',
  'rootFontSize',
  'pageFontSize',
  'pageOrientation',
] as const;
const BACKGROUNDS = ['backgroundColor', 'backgroundColorTop', 'backgroundColorBottom'] as const;

/** Sets what belongs to the page as a whole, for as long as it is there. */
class PageMetaView implements BuiltinView {
  private page: HostPage | undefined;
  private readonly onScroll = () => {
    this.node.fire('scroll', { scrollTop: this.page?.scroller.scrollTop ?? 0 });
  };
  private stopListening: () => void = () => undefined;

  constructor(private readonly node: BuiltinNode<typeof DEFAULTS>) {}

  attached(): void {
    const { host, element } = this.node;
    this.page = host.pageOf(element);
    this.page?.scroller.addEventListener('scroll', this.onScroll, { passive: true });
    this.stopListening = host.events.on('windowResize', ({ size }) => {
      if (host.currentPage() === this.page) this.node.fire('resize', { size });
    });
    const written = Object.keys(DEFAULTS) as (keyof typeof DEFAULTS)[];
    this.update(new Set(written.filter(name => this.node.data[name] !== DEFAULTS[name])));
  }

  detached(): void {
    this.page?.scroller.removeEventListener('scroll', this.onScroll);
    this.stopListening();
    this.page = undefined;
  }

  update(changed: ReadonlySet<string>): void {
    const { data } = this.node;
    if (!this.page) return;
    const meta: PageMeta = {};
    for (const name of PASSED) if (changed.has(name)) meta[name] = data[name];
    if (BACKGROUNDS.some(name => changed.has(name))) {
      // The strip that a pull shows is the one above the page.
      meta.backgroundColor = data.backgroundColorTop || data.backgroundColor;
    }
    if (changed.has('rootBackgroundColor')) meta.rootBackgroundColor = data.rootBackgroundColor;
    this.page.setMeta(meta);
    // After the running update: what is scrolled to may only just be coming into being.
    if (changed.has('scrollTop') && data.scrollTop !== '') setTimeout(() => void this.scroll(), 0);
  }

  private async scroll(): Promise<void> {
    const { scrollTop, scrollDuration } = this.node.data;
    const top = pixels(scrollTop, this.node.host.settings.width);
    await this.page?.scrollTo({ scrollTop: top, duration: scrollDuration });
    if (this.page) this.node.fire('scrolldone');
  }
}

export const pageMeta = defineBuiltin({
  tag: 'page-meta',
  defaults: DEFAULTS,
  css: 'wx-page-meta{display:none}',
  create: node => new PageMetaView(node),
});
