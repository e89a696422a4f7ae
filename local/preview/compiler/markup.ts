const QUOTED = /"(?:\{\{[\s\S]*?\}\}|[^"])*"|'(?:\{\{[\s\S]*?\}\}|[^'])*'/.source;
const SKIPPED = /<!--[\s\S]*?-->|<wxs\b[\s\S]*?<\/wxs\s*>|\{\{[\s\S]*?\}\}/.source;
const NOT_TEXT = new RegExp(`${SKIPPED}|<(?:${QUOTED}|[^>"'])*>`, 'g');
const NOT_TAGS = new RegExp(`${SKIPPED}|=\\s*(?:${QUOTED})`, 'g');

/** Names of the tags that open in a WXML source, each once; comparisons in expressions are not taken for tags. */
export function openedTags(source: string): string[] {
  const markup = source.replace(NOT_TAGS, '');
  return [...new Set([...markup.matchAll(/<([a-zA-Z][\w-]*)/g)].map(match => match[1] ?? ''))];
}

/** WeChat reads `\n` in written text as a line break; glass-easel's compiler knows only the entity. */
export function withLineBreaks(source: string): string {
  if (!source.includes('\\n')) return source;
  let end = 0;
  const parts: string[] = [];
  for (const match of source.matchAll(NOT_TEXT)) {
    parts.push(source.slice(end, match.index).replaceAll('\\n', '&#10;'), match[0]);
    end = match.index + match[0].length;
  }
  return parts.join('') + source.slice(end).replaceAll('\\n', '&#10;');
}
