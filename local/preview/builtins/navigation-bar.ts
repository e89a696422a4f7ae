import { type BuiltinNode, type BuiltinView, defineBuiltin } from './builtin';

const DEFAULTS = {
  title: '',
  loading: false,
  frontColor: '',
  backgroundColor: '',
  colorAnimationDuration: 0,
  colorAnimationTimingFunc: 'linear',
};

/** The bar of the page on top, as properties; goes inside `page-meta`. */
class NavigationBarView implements BuiltinView {
  private isAttached = false;

  constructor(private readonly node: BuiltinNode<typeof DEFAULTS>) {}

  attached(): void {
    this.isAttached = true;
    const written = Object.keys(DEFAULTS) as (keyof typeof DEFAULTS)[];
    this.update(new Set(written.filter(name => this.node.data[name] !== DEFAULTS[name])));
  }

  update(changed: ReadonlySet<string>): void {
    const { host, element, data } = this.node;
    // A page further down must not write on the bar of the one that covers it.
    if (!this.isAttached || host.pageOf(element) !== host.currentPage()) return;
    if (changed.has('title')) host.navigationBar.setTitle(data.title);
    if (changed.has('frontColor') || changed.has('backgroundColor')) this.paint();
    if (!changed.has('loading')) return;
    if (data.loading) host.navigationBar.showLoading();
    else host.navigationBar.hideLoading();
  }

  private paint(): void {
    const { host, element, data } = this.node;
    const config = host.pageOf(element)?.config ?? {};
    const standardFront = config['navigationBarTextStyle'] === 'black' ? '#000000' : '#ffffff';
    host.navigationBar.setColor({
      frontColor: data.frontColor || standardFront,
      backgroundColor: data.backgroundColor || String(config['navigationBarBackgroundColor'] ?? '#000000'),
    });
  }
}

export const navigationBar = defineBuiltin({
  tag: 'navigation-bar',
  defaults: DEFAULTS,
  css: 'wx-navigation-bar{display:none}',
  create: node => new NavigationBarView(node),
});
