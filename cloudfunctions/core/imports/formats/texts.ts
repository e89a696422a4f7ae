/** One more record than an import takes: enough to refuse it, and no more is read. */
export const RECORDS_READ = 20_001;

/** Control characters, line separators and halves of characters: they have no place in a line of text. */
const UNSHOWN = /[\p{Cc}\p{Cs}\u2028\u2029]/u;
const UNSHOWN_IN_NOTE = /(?![\n\t])[\p{Cc}\p{Cs}\u2028\u2029]/gu;
const GAP = /[\s\p{Cc}\p{Cs}]+/gu;

/** At most `max` UTF-16 units, never half a character. */
export function cut(text: string, max: number): string {
  const head = text.slice(0, max);
  return (/[\uD800-\uDBFF]$/.test(head) ? head.slice(0, -1) : head).trim();
}

/** One line of text as other programs write it, made fit for a field; undefined when nothing is left of it. */
export function lineOf(value: unknown, max: number): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const line = cut(
    String(value)
      .replace(GAP, gap => (UNSHOWN.test(gap) ? ' ' : gap))
      .trim(),
    max,
  );
  return line === '' ? undefined : line;
}

/** The same for a text of several lines. */
export function noteOf(value: unknown, max = 1000): string | undefined {
  if (typeof value !== 'string') return undefined;
  const note = cut(value.replace(/\r\n?/g, '\n').replace(UNSHOWN_IN_NOTE, '').trim(), max);
  return note === '' ? undefined : note;
}

/** A picture's address; http and protocol-relative ones exist as https too. Anything else is none. */
export function coverOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 1000) return undefined;
  const address = value.trim().replace(/^(http:)?\/\//i, 'https://');
  return /^https:\/\/[^\s/]+\//.test(address) && URL.canParse(address) ? address : undefined;
}

/** Epoch ms of a number of seconds, ms or µs since 1970, as number or digits; undefined for 0 and what is none. */
export function epochOf(value: unknown): number | undefined {
  const digits = typeof value === 'number' ? String(Math.trunc(value)) : String(value ?? '').trim();
  if (/^\d{9,10}$/.test(digits)) return Number(digits) * 1000;
  if (/^\d{12,13}$/.test(digits)) return Number(digits);
  return /^\d{15,16}$/.test(digits) ? Math.trunc(Number(digits) / 1000) : undefined;
}

/** Tags of a list, each made fit, at most 20. */
export function tagsOf(values: unknown[]): string[] {
  const tags = values.flatMap(value => lineOf(value, 20) ?? []);
  return [...new Set(tags)].slice(0, 20);
}

/** The whole path of a folder where it fits, else the innermost one. */
export function folderOf(path: string[], max = 20): string | undefined {
  const names = path.flatMap(name => lineOf(name, max) ?? []);
  const whole = names.join('/');
  return whole.length <= max ? lineOf(whole, max) : names.at(-1);
}

/** Without a title an address is called by its host and the end of its path. */
export function nameOfAddress(address: string): string {
  if (!URL.canParse(address)) return cut(address, 100);
  const url = new URL(address);
  const last = url.pathname.split('/').filter(Boolean).at(-1);
  return cut(`${url.hostname.replace(/^www\./, '')}${last === undefined ? '' : ` ${last}`}`, 100);
}
