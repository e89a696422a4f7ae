import { element } from '../../element';
import type { PreviewHost } from '../../host/preview-host';
import { type ApiTable, asyncApi } from '../api-call';
import { fileUrl } from '../files/file-url';
import { openLayer } from './layer';

type Icon = 'success' | 'error' | 'loading' | 'none';

interface ToastOptions {
  title: string;
  icon?: Icon;
  image?: string;
  /** Milliseconds. */
  duration?: number;
  mask?: boolean;
}

type HideOptions = { noConflict?: boolean };

/** A toast with an icon has one line; WeChat cuts what does not fit into it. */
const ICON_TITLE_CHARACTERS = 7;
const DEFAULT_DURATION_MS = 1500;
const MARKS: Record<Exclude<Icon, 'none' | 'loading'>, string> = { success: '✓', error: '!' };

function iconMark(options: ToastOptions): HTMLElement {
  const mark = element('div', { class: 'wx-toast-mark', 'aria-hidden': 'true' });
  const icon = options.icon ?? 'success';
  if (options.image) mark.append(element('img', { src: fileUrl(options.image), alt: '' }));
  else if (icon === 'loading') mark.append(element('span', { class: 'wx-toast-spin' }));
  else if (icon !== 'none') mark.append(MARKS[icon] ?? MARKS.success);
  return mark;
}

function toastBox(options: ToastOptions): HTMLElement {
  const plain = options.icon === 'none' && !options.image;
  const title = plain ? options.title : [...options.title].slice(0, ICON_TITLE_CHARACTERS).join('');
  const box = element('div', {
    class: `wx-toast ${plain ? 'wx-toast-text' : 'wx-toast-icon'}`,
    role: 'status',
    'aria-live': 'polite',
    'data-testid': 'wx-toast',
  });
  if (!plain) box.append(iconMark(options));
  box.append(element('div', { class: 'wx-toast-title' }, title));
  return box;
}

/** The one toast of the phone: a toast and a loading share the place, the later one wins. */
class ToastLayer {
  private layer: HTMLElement | undefined;
  private kind: 'toast' | 'loading' = 'toast';
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: PreviewHost) {}

  show(kind: 'toast' | 'loading', options: ToastOptions): void {
    this.clear();
    this.kind = kind;
    this.layer = openLayer(this.host, options.mask ? 'wx-blocking' : '');
    this.layer.append(toastBox(options));
    if (kind === 'toast') {
      this.timer = setTimeout(() => this.clear(), options.duration ?? DEFAULT_DURATION_MS);
    }
  }

  /** `hideLoading` also hides a toast and the other way round, unless called with `noConflict`. */
  hide(kind: 'toast' | 'loading', { noConflict = false }: HideOptions): void {
    if (!noConflict || kind === this.kind) this.clear();
  }

  private clear(): void {
    clearTimeout(this.timer);
    this.layer?.remove();
    this.layer = undefined;
  }
}

/** `wx.showToast`, `showLoading` and their hides; `showToastNow` is for APIs that bring a toast themselves. */
export function toastApi(host: PreviewHost): ApiTable & { showToastNow: (title: string) => void } {
  const layer = new ToastLayer(host);
  const required = { title: 'String' } as const;
  return {
    showToast: asyncApi<ToastOptions>('showToast', o => layer.show('toast', o), { required }),
    showLoading: asyncApi<ToastOptions>(
      'showLoading',
      o => layer.show('loading', { ...o, icon: 'loading' }),
      {
        required,
      },
    ),
    hideToast: asyncApi<HideOptions>('hideToast', o => layer.hide('toast', o)),
    hideLoading: asyncApi<HideOptions>('hideLoading', o => layer.hide('loading', o)),
    showToastNow: (title: string) => layer.show('toast', { title, icon: 'none' }),
  };
}
