import { assetUrl } from './asset-url';
import { type BuiltinNode, type BuiltinView, defineBuiltin } from './builtin';

const DEFAULTS = {
  src: null as unknown,
  mode: 'scaleToFill',
  webp: false,
  lazyLoad: false,
  showMenuByLongpress: false,
  fadeIn: false,
  forceHttps: false,
  draggable: false,
  alt: '',
};

/** `object-fit` and `object-position` of each mode; the modes that only crop show the picture in its own size. */
const FITS: Record<string, [fit: string, position: string]> = {
  scaleToFill: ['fill', 'center'],
  aspectFit: ['contain', 'center'],
  aspectFill: ['cover', 'center'],
  widthFix: ['fill', 'center'],
  heightFix: ['fill', 'center'],
};

class ImageView implements BuiltinView {
  private readonly picture = new Image();
  private wanted = '';

  constructor(private readonly node: BuiltinNode<typeof DEFAULTS>) {
    this.picture.draggable = false;
    this.picture.hidden = true;
    node.root.append(this.picture);
    this.picture.addEventListener('load', () => this.onLoad());
    this.picture.addEventListener('error', () => this.fail(`GET ${this.picture.src} failed`));
    node.on('longpress', () => {
      if (node.data.showMenuByLongpress) this.showMenu();
    });
  }

  get semantics(): HTMLElement {
    return this.picture;
  }

  update(changed: ReadonlySet<string>): void {
    const { src, mode, lazyLoad, alt } = this.node.data;
    const [fit, position] = FITS[mode] ?? ['none', mode];
    this.picture.style.objectFit = fit;
    this.picture.style.objectPosition = position;
    this.picture.alt = alt;
    this.picture.loading = lazyLoad ? 'lazy' : 'eager';
    this.node.root.setAttribute('mode', mode);
    if (changed.has('src')) void this.load(src === null ? '' : String(src));
    if (changed.has('mode')) this.fixSize();
  }

  private async load(src: string): Promise<void> {
    this.wanted = src;
    if (src === '') {
      this.picture.removeAttribute('src');
      this.picture.hidden = true;
      return;
    }
    try {
      const url = await assetUrl(this.node, src);
      if (this.wanted !== src) return;
      // A hidden image never comes into view, and a lazy one would never load.
      this.picture.hidden = false;
      this.picture.src = url;
    } catch (error) {
      this.fail(String(error));
    }
  }

  private onLoad(): void {
    this.fixSize();
    this.node.fire('load', { width: this.picture.naturalWidth, height: this.picture.naturalHeight });
  }

  private fail(errMsg: string): void {
    this.picture.hidden = true;
    this.node.fire('error', { errMsg });
  }

  /** Shows what WeChat offers for a picture; the entries lead out of the mini program. */
  private showMenu(): void {
    const { wx } = globalThis as unknown as {
      wx: { showActionSheet(options: { itemList: string[] }): Promise<unknown> };
    };
    wx.showActionSheet({ itemList: ['发送给朋友', '保存图片', '收藏'] }).catch(() => undefined);
  }

  /** `widthFix` and `heightFix` keep the picture's proportions by giving the box the other length. */
  private fixSize(): void {
    const { naturalWidth, naturalHeight } = this.picture;
    const { mode } = this.node.data;
    if (!naturalHeight || (mode !== 'widthFix' && mode !== 'heightFix')) {
      this.node.element.setNodeStyle('', FIX_SEGMENT);
      return;
    }
    const fixed = mode === 'widthFix' ? 'height:auto!important' : 'width:auto!important';
    this.node.element.setNodeStyle(`aspect-ratio:${naturalWidth}/${naturalHeight};${fixed}`, FIX_SEGMENT);
  }
}

/** glass-easel's StyleSegmentIndex.TEMPLATE_EXTRA: survives changes of the `style` in WXML. */
const FIX_SEGMENT = 1;

export const image = defineBuiltin({
  tag: 'image',
  defaults: DEFAULTS,
  css: `
wx-image{display:inline-block;width:320px;height:240px;overflow:hidden}
wx-image>img{display:block;width:100%;height:100%}
wx-image>img[hidden]{display:none}
`,
  create: node => new ImageView(node),
});

export const coverImage = defineBuiltin({
  tag: 'cover-image',
  defaults: DEFAULTS,
  css: `
wx-cover-image{display:block;width:100%;overflow:hidden}
wx-cover-image>img{display:block;width:100%;height:100%}
`,
  create: node => new ImageView(node),
});
