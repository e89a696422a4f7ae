import { type Child, element } from '../element';
export function button(text: string, testId: string, onClick: () => void): HTMLButtonElement {
  const node = element('button', { type: 'button', 'data-testid': testId }, text);
  node.addEventListener('click', onClick);
  return node;
}

/** A titled part of the strip. */
export function section(title: string, ...children: Child[]): HTMLElement {
  return element('section', { 'aria-label': title }, element('h2', {}, title), ...children);
}
