import { type Child, element } from '../../element';
import type { PreviewHost } from '../../host/preview-host';
import { LAYER_CSS } from './layer-style';

export function button(text: string, className: string, onClick: () => void): HTMLButtonElement {
  const node = element('button', { type: 'button', class: className }, text);
  node.addEventListener('click', onClick);
  return node;
}

function ensureStyle(host: PreviewHost): void {
  const root = host.layers.styleRoot;
  if (!root.querySelector('style[data-wx-layers]')) {
    root.append(element('style', { 'data-wx-layers': '' }, LAYER_CSS));
  }
}

/** Puts an empty layer over the phone; the theme and the system font size at that moment apply to it. */
export function openLayer(host: PreviewHost, className: string): HTMLElement {
  ensureStyle(host);
  const dark = host.settings.theme === 'dark' && host.appConfig.darkmode === true;
  const layer = element('div', {
    class: `wx-layer ${className}`,
    'data-theme': dark ? 'dark' : 'light',
    style: `--scale:${host.settings.fontScale}`,
  });
  host.layers.container.append(layer);
  return layer;
}

function focusable(panel: HTMLElement): HTMLElement[] {
  return [...panel.querySelectorAll<HTMLElement>('button:not([disabled]), input, textarea, a[href]')];
}

function keepFocusInside(panel: HTMLElement, event: KeyboardEvent): void {
  const stops = focusable(panel);
  const root = panel.getRootNode() as ShadowRoot | Document;
  const at = stops.indexOf(root.activeElement as HTMLElement);
  const next = stops[(at + (event.shiftKey ? -1 : 1) + stops.length) % stops.length];
  event.preventDefault();
  next?.focus();
}

export interface DialogShape {
  className: string;
  label: string;
  role?: 'dialog' | 'alertdialog';
  /** Escape, and a tap beside the panel when `maskCloses`. */
  onCancel: () => void;
  maskCloses?: boolean;
}

export interface OpenDialog {
  panel: HTMLElement;
  close(): void;
}

/** A modal layer: takes the keyboard, keeps it until closed, and gives it back to where it was. */
export function openDialog(host: PreviewHost, shape: DialogShape, ...children: Child[]): OpenDialog {
  const before = document.activeElement;
  const layer = openLayer(host, `wx-modal-layer ${shape.className}`);
  const panel = element(
    'div',
    { class: 'wx-panel', role: shape.role ?? 'dialog', 'aria-modal': 'true', 'aria-label': shape.label },
    ...children,
  );
  panel.tabIndex = -1;
  const mask = element('div', { class: 'wx-mask' });
  if (shape.maskCloses) mask.addEventListener('click', shape.onCancel);
  layer.append(mask, panel);
  layer.addEventListener('keydown', event => {
    event.stopPropagation();
    if (event.key === 'Escape') shape.onCancel();
    if (event.key === 'Tab') keepFocusInside(panel, event);
  });
  panel.focus();
  return {
    panel,
    close() {
      layer.remove();
      if (before instanceof HTMLElement) before.focus();
    },
  };
}
