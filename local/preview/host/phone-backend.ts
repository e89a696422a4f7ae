import * as glassEasel from 'glass-easel';
import { createBackend } from '../builtins/backend';
import { markUnknownComponent } from '../builtins/unknown-component';
import { BUILTIN_TAGS } from '../compiler/builtin-tags';

/** The built-ins' backend, fitted to a phone whose pages bring their own sheets (page-sheets.ts). */
export function phoneBackend(
  size: () => { windowWidth: number; windowHeight: number },
): glassEasel.CurrentWindowBackendContext {
  const backend = createBackend(glassEasel);
  backend.getWindowWidth = () => size().windowWidth;
  backend.getWindowHeight = () => size().windowHeight;
  backend.appendStyleSheetPath = () => 0;
  backend.disableStyleSheet = () => undefined;
  // Not an animation frame: a phone in a background tab must go on working.
  backend.render = done => {
    setTimeout(done, 0, null);
  };
  const associate = backend.associateValue.bind(backend);
  backend.associateValue = (node, element) => {
    associate(node, element);
    const native = element.asNativeNode();
    if (native && isUndeclared(native.is)) markUnknownComponent(node as unknown as HTMLElement, native.is);
  };
  return backend;
}

/** Neither WXML's own tag nor HTML's (the built-ins draw with those): a component nobody declared. */
function isUndeclared(tag: string): boolean {
  if (BUILTIN_TAGS.has(tag) || tag.startsWith('wx-')) return false;
  return tag.includes('-') || document.createElement(tag) instanceof HTMLUnknownElement;
}
