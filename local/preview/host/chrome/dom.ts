import { element } from '../../element';

/** An element whose content page sheets cannot reach. */
export function shadowHost(className: string, css: string): { host: HTMLElement; root: ShadowRoot } {
  const host = element('div', { class: className });
  const root = host.attachShadow({ mode: 'open' });
  root.append(element('style', {}, css));
  return { host, root };
}
