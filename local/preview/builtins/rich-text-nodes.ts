/** One node of `rich-text`, as the page gives it. */
export interface RichNode {
  type?: string;
  name?: string;
  attrs?: Record<string, unknown>;
  children?: RichNode[];
  text?: string;
}

/** Attributes WeChat lets through besides `class` and `style`, by tag; other tags vanish with all they hold. */
const TRUSTED: ReadonlyMap<string, readonly string[]> = new Map(
  `a abbr address article aside b bdi bdo:dir big blockquote br caption center cite code col:span,width
   colgroup:span,width dd del div dl dt em fieldset font:color,face,size footer h1 h2 h3 h4 h5 h6 header hr i
   img:alt,src,height,width ins label legend li mark nav ol:start,type p pre q rt ruby s section small span strong sub
   sup table:width tbody td:colspan,height,rowspan,width tfoot th:colspan,height,rowspan,width thead
   tr:colspan,height,rowspan,width tt u ul`
    .split(/\s+/)
    .map(entry => {
      const [tag = '', attributes = ''] = entry.split(':');
      return [tag, attributes === '' ? [] : attributes.split(',')];
    }),
);

/** The attributes a tag may carry; undefined for a tag that may not be shown. */
export function trustedAttributes(tag: string): readonly string[] | undefined {
  return TRUSTED.get(tag);
}

function nodesOf(parent: Node): RichNode[] {
  return Array.from(parent.childNodes).flatMap((node): RichNode[] => {
    if (node instanceof Text) return [{ type: 'text', text: node.data }];
    if (!(node instanceof Element)) return [];
    const attrs = Object.fromEntries(Array.from(node.attributes, ({ name, value }) => [name, value]));
    return [{ name: node.localName, attrs, children: nodesOf(node) }];
  });
}

/** Reads HTML without running or loading anything of it. */
export function parseRichText(html: string): RichNode[] {
  return nodesOf(new DOMParser().parseFromString(html, 'text/html').body);
}
