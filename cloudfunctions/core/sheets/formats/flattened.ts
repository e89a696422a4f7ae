import { isBlank } from './cleaning';

/** A number with its separator, or a part in brackets, in which nobody looks for one. */
const NUMBERS =
  /「[^「」]{0,200}」|(?<![0-9０-９.．:：/-])([0-9０-９]{1,3}) {0,2}[.．、)）:：,，](?= ?([0-9０-９]?))/gu;
/** A line with fewer is a sentence that happens to have numbers. */
const ENTRIES_MIN = 2;
/** A flattened text has no lines to speak of. */
const LINES_MAX = 4;

interface Found {
  at: number;
  /** In front of a digit: two of them may be amounts, "2.5斤". */
  isDecimal: boolean;
  /** Behind a blank, and not in front of a digit: rather a number of the list than a part of its text. */
  isClear: boolean;
}

function foundIn(line: string): Map<string, Found[]> {
  const found = new Map<string, Found[]>();
  for (const match of line.matchAll(NUMBERS)) {
    const [, digits, next] = match;
    if (digits === undefined) continue;
    const key = digits.normalize('NFKC').replace(/^0+/, '');
    const isDecimal = next !== '';
    const isClear = !isDecimal && (match.index === 0 || line[match.index - 1] === ' ');
    const places = found.get(key);
    if (places) places.push({ at: match.index, isDecimal, isClear });
    else found.set(key, [{ at: match.index, isDecimal, isClear }]);
  }
  return found;
}

/** Where 1, 2, 3 … follow one another in a line. */
function placesIn(line: string): Found[] {
  const found = foundIn(line);
  const places: Found[] = [];
  for (let number = 1; ; number += 1) {
    const later = (found.get(String(number)) ?? []).filter(({ at }) => at > (places.at(-1)?.at ?? -1));
    const next = later.find(({ isClear }) => isClear) ?? later[0];
    if (!next) return places;
    places.push(next);
  }
}

function broken(line: string): string[] {
  const places = placesIn(line);
  const isSure = places.length > ENTRIES_MIN || places.every(({ isDecimal }) => !isDecimal);
  if (places.length < ENTRIES_MIN || !isSure) return [line];
  const starts = [0, ...places.map(({ at }) => at).filter(at => at > 0)];
  return starts.map((at, index) => line.slice(at, starts[index + 1]).trim());
}

/** The lines of a text whose line breaks were lost; undefined when it has them still. */
export function unflattened(lines: string[]): string[] | undefined {
  const full = lines.filter(line => !isBlank(line));
  if (full.length === 0 || full.length > LINES_MAX) return undefined;
  const all = full.flatMap(broken);
  return all.length === full.length ? undefined : all;
}
