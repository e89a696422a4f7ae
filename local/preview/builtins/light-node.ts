import type * as glassEasel from 'glass-easel';
import { BUILTIN_TAGS } from '../compiler/builtin-tags';
import { applyCommonAttribute } from './common-properties';
import { watchText } from './text-content';

/** Containers and text whose behaviour is only style: native nodes, several times cheaper than components. */
export const LIGHT_TAGS: ReadonlySet<string> = new Set(
  `block cover-view custom-wrapper grid-view include import keyboard-accessory list-view nested-scroll-body
   nested-scroll-header open-container selection share-element slot snapshot span sticky-header sticky-section
   template text view wxs`.split(/\s+/),
);

const TEXT_OPTIONS = new Set(['decode', 'space', 'selectable', 'user-select']);

/** `decode` and `space` rewrite what stands in a text; the others are style. */
function updateTextOption(root: HTMLElement, name: string, value: unknown): void {
  root.toggleAttribute(name, Boolean(value) && value !== 'false');
  if (name === 'space' && value) root.setAttribute('space', String(value));
  if (name === 'decode' || name === 'space') watchText(root);
}

function updateLight(node: glassEasel.NativeNode, root: HTMLElement, name: string, value: unknown): boolean {
  if (applyCommonAttribute(node, root, name, value)) return true;
  if (node.is !== 'text' || !TEXT_OPTIONS.has(name)) return typeof value === 'object' && value !== null;
  updateTextOption(root, name, value);
  return true;
}

/**
 * Gives native nodes the properties WeChat gives `view` and `text`. The values arrive here unconverted
 * (as attributes glass-easel would make `hidden="{{undefined}}"` a present one).
 */
export function installLightNodes(framework: typeof glassEasel): void {
  const prototype = framework.NativeNode.prototype;
  const setAttribute = prototype.setAttribute;
  prototype.updateAttribute = function (this: glassEasel.NativeNode, name, value) {
    const root = this.getBackendElement() as unknown as HTMLElement | null;
    const done = root && BUILTIN_TAGS.has(this.is) && updateLight(this, root, name, value);
    if (!done) setAttribute.call(this, name, value);
  };
}
