type Kind = 'tag' | 'text' | 'other';

interface Piece {
  kind: Kind;
  text: string;
}

/** Names of the tags that open in a WXML source, each once; comparisons in expressions are not taken for tags. */
export function openedTags(source: string): string[] {
  const tags = piecesOf(source).filter(({ kind }) => kind === 'tag');
  return [...new Set(tags.flatMap(({ text }) => /^<([a-zA-Z][\w-]*)/.exec(text)?.[1] ?? []))];
}

/**
 * What WeChat's older compiler reads and glass-easel's does not, in words of the latter: `\n` in written text
 * breaks the line, and `wx:for-items` is `wx:for`. Lines stay where they are.
 */
export function toGlassEasel(source: string): string {
  if (!source.includes('\\n') && !source.includes('wx:for-items')) return source;
  const rewrite: Record<Kind, (text: string) => string> = {
    text: text => text.replaceAll('\\n', '&#10;'),
    tag: tag => tag.replace(/\bwx:for-items(?=\s*=)/, 'wx:for'),
    other: text => text,
  };
  return piecesOf(source)
    .map(({ kind, text }) => rewrite[kind](text))
    .join('');
}

/** The source in pieces, complete and in order; a piece that does not end goes to the end of the source. */
function piecesOf(source: string): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < source.length; ) {
    const [kind, end] = pieceAt(source, at);
    pieces.push({ kind, text: source.slice(at, end) });
    at = end;
  }
  return pieces;
}

function pieceAt(source: string, at: number): [Kind, end: number] {
  if (source.startsWith('<!--', at)) return ['other', after(source, '-->', at)];
  if (source.startsWith('{{', at)) return ['other', after(source, '}}', at)];
  if (/^<wxs\b/.test(source.slice(at, at + 5))) {
    const opened = endOfTag(source, at);
    return source[opened - 2] === '/' ? ['tag', opened] : ['other', after(source, '</wxs', opened)];
  }
  if (/^<[a-zA-Z/]/.test(source.slice(at, at + 2))) return ['tag', endOfTag(source, at)];
  const next = source.slice(at + 1).search(/<|\{\{/);
  return ['text', next < 0 ? source.length : at + 1 + next];
}

/** Behind the `>`; one in quotes or in an expression does not count. */
function endOfTag(source: string, start: number): number {
  let at = start;
  while (at < source.length) {
    const letter = source[at];
    if (letter === '>') return at + 1;
    if (source.startsWith('{{', at)) at = after(source, '}}', at);
    else if (letter === '"' || letter === "'") at = endOfValue(source, letter, at + 1);
    else at += 1;
  }
  return source.length;
}

function endOfValue(source: string, quote: string, start: number): number {
  let at = start;
  while (at < source.length && source[at] !== quote) {
    at = source.startsWith('{{', at) ? after(source, '}}', at) : at + 1;
  }
  return at + 1;
}

/** The place behind the next `mark`, or the end. */
function after(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  return found < 0 ? source.length : found + mark.length;
}
