import { element } from '../element';
import { button } from './dom';

/** The strip beside the phones; in a narrow window only its head is there, and a button opens the rest. */
export function foldingStrip(title: string, ...parts: HTMLElement[]): HTMLElement {
  const fold = button('打开设置', 'strip-fold', () => {
    const open = strip.classList.toggle('open');
    fold.textContent = open ? '收起设置' : '打开设置';
    fold.setAttribute('aria-expanded', String(open));
  });
  fold.setAttribute('aria-expanded', 'false');
  fold.classList.add('fold');
  const strip = element(
    'aside',
    { class: 'strip', 'aria-label': '控制条' },
    element('header', {}, element('h1', {}, title), fold),
    element('div', { class: 'strip-body' }, ...parts),
  );
  return strip;
}
