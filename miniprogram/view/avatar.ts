/** White letters on each of these have a contrast of at least 4.5:1. */
const COLORS = ['#3A6EA5', '#7A5195', '#A8552F', '#2F7D6B', '#7A6B28', '#5B6B8C', '#9C4A4A', '#46755A'];

export interface Avatar {
  letter: string;
  color: string;
}

/** The first letter of a name on a colour that is always the same for that name. */
export function avatarOf(name: string): Avatar {
  const letter = Array.from(name.replace(/^[@#\s]+/, ''))[0] ?? '?';
  let hash = 0;
  for (const char of name) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  return { letter: letter.toUpperCase(), color: COLORS[hash % COLORS.length] ?? '#3A6EA5' };
}
