import type { HostPage } from '../host/preview-host';
import { type BuiltinNode, type BuiltinView, defineBuiltin } from './builtin';

const DEFAULTS = {
  title: '',
  loading: false,
  frontColor: '',
  backgroundColor: '',
  colorAnimationDuration: 0,
  colorAnimationTimingFunc: 'linear',
};

/** The bar of the page it is in, as properties; goes inside `page-meta`. */
class NavigationBarView implements BuiltinView {
  private page: HostPage | undefined;

  constructor(private readonly node: BuiltinNode<typeof DEFAULTS>) {}

  attached(): void {
    this.page = this.node.host.pageOf(this.node.element);
    const written = Object.keys(DEFAULTS) as (keyof typeof DEFAULTS)[];
    this.update(new Set(written.filter(name => this.node.data[name] !== DEFAULTS[name])));
  }

  update(changed: ReadonlySet<string>): void {
    const { data } = this.node;
    if (!this.page) return;
    const { navigationBar } = this.page;
    if (changed.has('title')) navigationBar.setTitle(data.title);
    if (changed.has('frontColor') || changed.has('backgroundColor')) this.paint(this.page);
    if (!changed.has('loading')) return;
    if (data.loading) navigationBar.showLoading();
    else navigationBar.hideLoading();
  }

  private paint({ config, navigationBar }: HostPage): void {
    const { data } = this.node;
    const standardFront = config['navigationBarTextStyle'] === 'black' ? '#000000' : '#ffffff';
    navigationBar.setColor({
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
