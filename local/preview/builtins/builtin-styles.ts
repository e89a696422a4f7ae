import { UNKNOWN_COMPONENT_CSS } from './unknown-component';

/** Containers and text. `pre-line`: line breaks inside a text count, runs of spaces do not. */
const LIGHT_CSS = `
[hidden]{display:none!important}
wx-page{display:block;-webkit-user-select:none;user-select:none;-webkit-tap-highlight-color:transparent}
wx-view,wx-cover-view,wx-custom-wrapper,wx-list-view,wx-grid-view,wx-open-container,wx-share-element,wx-snapshot,
wx-sticky-section,wx-nested-scroll-header,wx-nested-scroll-body,wx-keyboard-accessory{display:block}
wx-sticky-header{display:block;position:sticky;top:0;z-index:1}
wx-cover-view{line-height:1.2;overflow:hidden;white-space:nowrap}
wx-text,wx-span,wx-selection{display:inline;white-space:pre-line}
wx-text[space]{white-space:pre-wrap}
wx-text[selectable],wx-text[user-select],wx-selection{-webkit-user-select:text;user-select:text}
wx-text[user-select]{display:inline-block}
`;

/** In a cascade layer: any rule of the mini program wins, whatever its specificity. */
export function addBuiltinStyles(componentCss: readonly string[]): void {
  const style = document.createElement('style');
  style.textContent = `@layer wx-builtin{${LIGHT_CSS}${componentCss.join('')}${UNKNOWN_COMPONENT_CSS}}`;
  document.head.prepend(style);
}
