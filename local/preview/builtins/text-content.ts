const ENTITIES: Record<string, string> = {
  nbsp: '\u00a0',
  lt: '<',
  gt: '>',
  amp: '&',
  apos: "'",
  quot: '"',
  ensp: '\u2002',
  emsp: '\u2003',
};

/** What each value of `space` puts in place of a space. */
export const SPACES: Record<string, string> = { nbsp: '\u00a0', ensp: '\u2002', emsp: '\u2003' };

const watched = new WeakSet<HTMLElement>();
/** What was written last: rewriting our own output would decode `&amp;lt;` twice. */
const written = new WeakMap<Text, string>();

/** The entities WeChat's `decode` knows; everything else stays as it is. */
export function decodeEntities(text: string): string {
  return text.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}

function rewriteNode(node: Text, decode: boolean, space: string | undefined): void {
  if (written.get(node) === node.data) return;
  const decoded = decode ? decodeEntities(node.data) : node.data;
  const text = space ? decoded.replaceAll(' ', space) : decoded;
  written.set(node, text);
  if (text !== node.data) node.data = text;
}

function rewrite(root: HTMLElement): void {
  const space = SPACES[root.getAttribute('space') ?? ''];
  for (const node of root.childNodes) {
    if (node instanceof Text) rewriteNode(node, root.hasAttribute('decode'), space);
  }
}

/** Keeps the text nodes of a `text` decoded and spaced while the framework goes on writing them. */
export function watchText(root: HTMLElement): void {
  rewrite(root);
  if (watched.has(root)) return;
  watched.add(root);
  new MutationObserver(() => rewrite(root)).observe(root, {
    characterData: true,
    childList: true,
    subtree: true,
  });
}
