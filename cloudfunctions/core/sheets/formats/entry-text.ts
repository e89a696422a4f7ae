import type { Certainty, ParsedLine } from '../../../../typings/contract/sheets';
import { cut } from '../../imports/formats/texts';
import { fitted, NAME_MAX, type Named, namedIn } from './entry-name';
import { numbersOff } from './phones';
import { mayCount, quantityAt } from './quantity';

/** Of what stands behind a name: as long as an organizer's note. */
export const REST_MAX = 200;

/** What the text of one entry says. */
export interface EntryText {
  name: string;
  rest: string;
  places: number;
  certainty: Certainty;
  doubts: ParsedLine['doubts'];
}

interface Counted {
  places: number;
  rest: string;
  /** Absent: nothing was to be guessed. */
  doubt?: Certainty;
}

const RANK: Record<Certainty, number> = { sure: 0, likely: 1, unsure: 2 };
export const lessSure = (a: Certainty, b: Certainty): Certainty => (RANK[a] >= RANK[b] ? a : b);

const EMPTY: EntryText = { name: '', rest: '', places: 1, certainty: 'unsure', doubts: ['empty'] };
const BRACKETS = /^[(（【[] ?([^()（）【】[\]]{1,20}?) ?[)）】\]]/u;
const LEADING = /^[ ，,、；;|｜:：)）]{1,20}/u;
const TIME_AT_START = /^[0-9０-９]{1,2}[.．:：][0-9０-９]{2}(?![0-9０-９])/u;
/** Two or three characters that may be another person. */
const SECOND_NAME = /^\p{Script=Han}{2,3}(?:[、，,; ]|$)/u;

/** "（2人）" right behind the name is what it says. */
function bracketsOff(text: string): string {
  const [whole = '', inner = ''] = BRACKETS.exec(text) ?? [];
  return quantityAt(inner)?.left === '' ? `${inner} ${text.slice(whole.length)}` : text;
}

/** One plain quantity somewhere behind the name: "张三 3栋201 2份". */
function countedLater(text: string): Counted {
  const words = text.split(/(?<=[ ，,、；;])/u);
  const plain = words.flatMap((word, index) => {
    const quantity = quantityAt(word.replace(/[ ，,、；;]$/u, ''));
    return quantity?.certainty === 'sure' && quantity.left === '' ? [{ index, places: quantity.places }] : [];
  });
  const [only] = plain;
  if (!only || plain.length > 1)
    return { places: 1, rest: text, ...(mayCount(text) && { doubt: 'unsure' as const }) };
  const rest = words
    .filter((_, index) => index !== only.index)
    .join('')
    .trim();
  return { places: only.places, rest, doubt: 'likely' };
}

function counted({ behind, isQuoted, gap }: Named): Counted {
  const text = bracketsOff(behind);
  const quantity = quantityAt(text);
  if (quantity) {
    const rest = quantity.left.replace(LEADING, '').trim();
    if (quantity.certainty !== 'sure') return { places: quantity.places, rest, doubt: quantity.certainty };
    const isMore = !isQuoted && mayCount(rest);
    return { places: quantity.places, rest, ...(isMore && { doubt: 'likely' as const }) };
  }
  if (isQuoted) return { places: 1, rest: behind };
  if (/[、，,/]/.test(gap) && SECOND_NAME.test(behind)) return { places: 1, rest: behind, doubt: 'unsure' };
  return countedLater(behind);
}

/** A quantity in front of the name, if there is one, moved behind it. */
function turned(text: string): { text: string; isTurned: boolean } {
  const quantity = quantityAt(text);
  const left = quantity && LEADING.test(quantity.left) ? quantity.left.replace(LEADING, '').trim() : '';
  if (!quantity || left === '' || quantity.certainty === 'unsure') return { text, isTurned: false };
  return { text: `${left} ${quantity.places}人`, isTurned: true };
}

function readLine(line: string): EntryText {
  const { text, isTurned } = turned(line);
  if (TIME_AT_START.test(text)) {
    const { name, over } = fitted(text);
    return { name, rest: over, places: 1, certainty: 'unsure', doubts: ['starts-with-number'] };
  }
  const named = namedIn(text);
  const { places, rest, doubt: found } = counted(named);
  const doubt = isTurned ? lessSure('likely', found ?? 'likely') : found;
  const isNumber = !named.isQuoted && /^[0-9０-９]/.test(text);
  return {
    ...{ name: named.name, rest, places },
    certainty: isNumber ? lessSure('likely', doubt ?? 'likely') : (doubt ?? 'sure'),
    doubts: [...(isNumber ? ['starts-with-number' as const] : []), ...(doubt ? ['quantity' as const] : [])],
  };
}

/** Name, places and the rest of an entry of one or several lines, and how sure that is. Phone numbers are part of the rest. */
export function readEntryText(lines: string[]): EntryText {
  const full = lines.map(line => line.trim()).filter(line => line !== '');
  const parts = full.map(numbersOff);
  const numbers = parts.flatMap(part => part.numbers);
  const [first, ...below] = parts.map(({ text }) => text).filter(text => text !== '');
  if (first === undefined) return { ...EMPTY, rest: cut(numbers.join(' '), REST_MAX) };
  const read = readLine(first);
  const isBroken = full.length > 1;
  // Nearly all entries: nothing is to be cut or joined.
  if (!isBroken && numbers.length === 0 && read.name.length <= NAME_MAX && read.rest.length <= REST_MAX)
    return read;
  const { name, over } = fitted(read.name);
  // In front, where none of their digits is cut off.
  const rest = [...numbers, over, read.rest, ...below].filter(part => part !== '').join(' ');
  const isLong = over !== '' || rest.length > REST_MAX;
  const certainty = isBroken ? lessSure(read.certainty, 'likely') : read.certainty;
  const doubts = [
    ...read.doubts,
    ...(isBroken ? ['several-lines' as const] : []),
    ...(isLong ? ['long' as const] : []),
    ...(name === '' ? ['empty' as const] : []),
  ];
  return {
    ...{ name, rest: cut(rest, REST_MAX), places: read.places },
    certainty: isLong || name === '' ? 'unsure' : certainty,
    doubts,
  };
}
