import { element } from '../../element';
import { shadowHost } from './dom';

/** Class names that no mini program will use by accident: page sheets share this document. */
const SHELL_CSS = `
html,body{margin:0;height:100%;overflow:hidden;-webkit-text-size-adjust:none}
.preview-phone{position:relative;height:100%;overflow:hidden;background:#fff;color:#000;
  font:16px/normal -apple-system,BlinkMacSystemFont,"Helvetica Neue","PingFang SC","Noto Sans SC","Noto Sans CJK SC",sans-serif;
  -webkit-tap-highlight-color:transparent;-webkit-user-select:none;user-select:none}
.preview-frame{position:absolute;inset:0;overflow:hidden}
.preview-frame[data-hidden]{visibility:hidden;pointer-events:none;transform:translateX(-200%)}
.preview-bar{position:absolute;left:0;right:0;top:0;z-index:2}
.preview-view{position:absolute;left:0;right:0;top:var(--page-top);bottom:var(--page-bottom);overflow:hidden;
  contain:layout paint}
.preview-content{position:absolute;inset:0;transition:transform .2s}
.preview-scroller{position:absolute;inset:0;overflow:hidden auto;scrollbar-width:none;overscroll-behavior:contain;background:var(--page-canvas,#fff)}
.preview-scroller:is([data-locked],[data-clipped]){overflow:hidden}
.preview-tab-bar{position:absolute;left:0;right:0;bottom:0;z-index:3}
.preview-home-indicator{position:absolute;z-index:4;left:50%;bottom:8px;width:134px;height:5px;margin-left:-67px;border-radius:3px;
  background:#7f7f7fb0;pointer-events:none}
.preview-layers{position:absolute;inset:0;z-index:10;pointer-events:none}
@layer wx-builtin{wx-page{display:block;min-height:100%}}
[data-theme=dark]{color-scheme:dark}
[data-theme=dark] .preview-scroller{background:var(--page-canvas,#191919)}
`;

const LAYERS_CSS = `
:host{font:16px/1.4 -apple-system,BlinkMacSystemFont,"Helvetica Neue","PingFang SC","Noto Sans SC","Noto Sans CJK SC",sans-serif;color:#000}
.layers{position:absolute;inset:0;pointer-events:none}
.layers>*{pointer-events:auto}
`;

/** The phone's fixed parts: where pages go, where the tab bar goes, and the layers above both. */
export interface PhoneShell {
  phone: HTMLElement;
  /** The system's bar at the foot of phones without a home button. */
  homeIndicator: HTMLElement;
  frames: HTMLElement;
  container: HTMLElement;
  styleRoot: ShadowRoot;
}

export function drawShell(): PhoneShell {
  document.head.append(element('style', { 'data-preview': 'shell' }, SHELL_CSS));
  const frames = element('div', { class: 'preview-frames' });
  const layers = shadowHost('preview-layers', LAYERS_CSS);
  const container = element('div', { class: 'layers' });
  layers.root.append(container);
  const homeIndicator = element('div', { class: 'preview-home-indicator' });
  const phone = element('div', { class: 'preview-phone' }, frames, homeIndicator, layers.host);
  document.body.append(phone);
  return { phone, frames, homeIndicator, container, styleRoot: layers.root };
}
