import { assetUrl } from './asset-url';
import { type BuiltinNode, type BuiltinView, defineBuiltin } from './builtin';
import { parseRichText, type RichNode, trustedAttributes } from './rich-text-nodes';
import { decodeEntities, SPACES } from './text-content';

const DEFAULTS = {
  nodes: null as unknown,
  space: '',
  userSelect: false,
  mode: 'default',
};

/** Shows formatted text given as nodes or HTML. Nothing inside it gets events: a tap is one on the whole. */
class RichText implements BuiltinView {
  constructor(private readonly node: BuiltinNode<typeof DEFAULTS>) {}

  update(changed: ReadonlySet<string>): void {
    const { nodes, space, userSelect } = this.node.data;
    this.node.root.toggleAttribute('user-select', userSelect);
    if (!changed.has('nodes') && !changed.has('space')) return;
    const list = typeof nodes === 'string' ? parseRichText(nodes) : nodes;
    const drawn = Array.isArray(list) ? list.flatMap(node => this.draw(node as RichNode)) : [];
    this.node.root.replaceChildren(...drawn);
    this.node.root.style.whiteSpace = space === '' ? '' : 'pre-wrap';
  }

  private draw(node: RichNode): Node[] {
    if (node.type === 'text') return [this.text(node.text ?? '')];
    const tag = String(node.name ?? '').toLowerCase();
    const attributes = trustedAttributes(tag);
    if (!attributes) return [];
    const dom = this.element(tag, node.attrs ?? {});
    for (const name of attributes) this.setAttribute(dom, name, node.attrs?.[name]);
    const children = Array.isArray(node.children) ? node.children : [];
    dom.append(...children.flatMap(child => this.draw(child)));
    return [dom];
  }

  /** Classes mean what they mean in the page around, lengths may be rpx: only framework nodes know both. */
  private element(tag: string, { class: names, style }: Record<string, unknown>): HTMLElement {
    if (!names && !style) return document.createElement(tag);
    const part = this.node.part(tag);
    if (names) part.setClass(String(names));
    if (style) part.setStyle(String(style));
    return part.dom;
  }

  private setAttribute(dom: HTMLElement, name: string, value: unknown): void {
    if (value === undefined || value === null) return;
    if (name !== 'src') {
      dom.setAttribute(name, String(value));
      return;
    }
    assetUrl(this.node, String(value)).then(
      url => dom.setAttribute('src', url),
      error => console.warn(`<rich-text>: ${error}`),
    );
  }

  private text(text: string): Text {
    const space = SPACES[this.node.data.space];
    const isHtml = typeof this.node.data.nodes === 'string';
    const decoded = isHtml ? text : decodeEntities(text);
    return document.createTextNode(space ? decoded.replaceAll(' ', space) : decoded);
  }
}

export const richText = defineBuiltin({
  tag: 'rich-text',
  defaults: DEFAULTS,
  css: `
wx-rich-text{display:block}
wx-rich-text *{pointer-events:none}
wx-rich-text img{max-width:100%}
wx-rich-text[user-select]{-webkit-user-select:text;user-select:text}
`,
  create: node => new RichText(node),
});
