const warned = new Set<string>();

/** Shows a component the preview lacks as a dashed box with its name; its children stay visible inside. */
export function markUnknownComponent(root: HTMLElement, name: string): void {
  root.setAttribute('data-unknown-component', name);
  if (warned.has(name)) return;
  warned.add(name);
  console.warn(`<${name}> is not available in the preview; its place is shown as a dashed box.`);
}

export const UNKNOWN_COMPONENT_CSS = `
[data-unknown-component]{display:block;box-sizing:border-box;min-height:32px;padding:6px 8px;border:1px dashed #b0b0b0;
  color:#8a8a8a;font-size:12px}
[data-unknown-component]::before{content:'<' attr(data-unknown-component) '>'}
`;
