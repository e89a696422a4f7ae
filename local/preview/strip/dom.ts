export type Child = Node | string;

/** A DOM element in one expression. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

export function button(text: string, testId: string, onClick: () => void): HTMLButtonElement {
  const node = element('button', { type: 'button', 'data-testid': testId }, text);
  node.addEventListener('click', onClick);
  return node;
}

/** A titled part of the strip. */
export function section(title: string, ...children: Child[]): HTMLElement {
  return element('section', { 'aria-label': title }, element('h2', {}, title), ...children);
}
