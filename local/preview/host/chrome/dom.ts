type Child = Node | string;

/** A DOM element with class and attributes; `text` and event properties go through `Object.assign`. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/** An element whose content page sheets cannot reach. */
export function shadowHost(className: string, css: string): { host: HTMLElement; root: ShadowRoot } {
  const host = element('div', { class: className });
  const root = host.attachShadow({ mode: 'open' });
  root.append(element('style', {}, css));
  return { host, root };
}
