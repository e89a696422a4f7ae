import type * as glassEasel from 'glass-easel';
import { BUILTIN_TAGS } from '../compiler/builtin-tags';

/**
 * The DOM backend for the phone. WXML tags that WeChat defines become `wx-<tag>` elements, so that an `input` is
 * the built-in and not the browser's, and page styles cannot meet the preview's own elements. Events come from
 * `installGestures` and the built-ins alone: glass-easel's own DOM listeners are left out.
 */
export function createBackend(framework: typeof glassEasel): glassEasel.CurrentWindowBackendContext {
  const backend = new framework.CurrentWindowBackendContext();
  const dom = backend.document;
  backend.document = {
    createElement: tag => dom.createElement(BUILTIN_TAGS.has(tag) ? `wx-${tag}` : tag),
    createTextNode: content => dom.createTextNode(content),
    createDocumentFragment: () => dom.createDocumentFragment(),
  };
  backend.setListenerStats = () => undefined;
  backend.setModelBindingStat = () => undefined;
  return backend;
}
