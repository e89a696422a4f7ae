const handles = new WeakMap<object, unknown>();

export function registerNodeHandle(element: object, handle: unknown): void {
  handles.set(element, handle);
}

/** What a selector query's `.node()` and `.context()` give for an element: a canvas, a ScrollViewContext … */
export function nodeOf(element: object): unknown {
  return handles.get(element);
}
