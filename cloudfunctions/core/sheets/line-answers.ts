import type { Answer } from '../../../typings/contract/entries';
import type { ChainField } from '../../../typings/contract/fields';
import { cut } from '../imports/formats/texts';
import { cleaned } from './formats/cleaning';
import { REST_MAX } from './formats/entry-text';
import { REMARK_FIELD } from './formats/jielong';
import { choicesIn, MENU_FIELD } from './formats/menu';
import { dialled, maskNumbers, numbersOff } from './formats/phones';

/** A name without a phone number in it, which is part of the note then; a number alone is masked. */
export function openLine<T extends { name: string; note?: string | undefined }>(line: T): T {
  const { text, numbers } = numbersOff(cleaned(line.name));
  if (numbers.length === 0) return line;
  const note = [...numbers, line.note ?? ''].join(' ').trim();
  return { ...line, name: text || maskNumbers(numbers.join(' ')), note };
}

/** What stood behind a name, put where a chain made from the text has a field for it. */
export interface LineAnswers {
  answers: Record<string, Answer>;
  /** Fits into no field: for organizers and volunteers, phone numbers masked. */
  note: string;
}

const REMARK_MAX = 100;

interface Phones {
  answers: Record<string, Answer>;
  /** Of numbers that no field takes. */
  masks: string[];
  /** The text without numbers. */
  words: string;
}

/** The first number that can be dialled belongs to the first phone field, sealed there. */
function phonesIn(given: string, fields: ChainField[]): Phones {
  const { text: words, numbers } = numbersOff(cleaned(given));
  const field = fields.find(({ type, personal }) => type === 'phone' && personal);
  const at = field ? numbers.findIndex(number => dialled(number) !== undefined) : -1;
  const phone = dialled(numbers[at] ?? '');
  const masks = numbers.filter((_, index) => index !== at).map(maskNumbers);
  return { answers: field && phone !== undefined ? { [field.id]: phone } : {}, masks, words };
}

/** Letters of the menu; counted where the field counts, one alone where it takes one. */
function chosenIn(text: string, fields: ChainField[]): Record<string, Answer> {
  const field = fields.find(({ id, personal }) => id === MENU_FIELD && !personal);
  const chosen = choicesIn(text, field?.options ?? []);
  if (!field || chosen.size === 0) return {};
  if (field.type === 'multiple')
    return { [field.id]: field.counted ? Object.fromEntries(chosen) : [...chosen.keys()] };
  const [only = ''] = chosen.keys();
  return field.type === 'single' && chosen.size === 1 ? { [field.id]: only } : {};
}

function remarkOf(text: string, fields: ChainField[]): Record<string, Answer> {
  const field = fields.find(({ id, type, personal }) => id === REMARK_FIELD && type === 'text' && !personal);
  const max = Math.min(field?.max ?? REMARK_MAX, REMARK_MAX);
  return field && text !== '' && text.length <= max ? { [field.id]: cut(text, max) } : {};
}

/** What is more than letters and counts: the organizers should read it. */
const wordsBeside = (text: string): string => (/\p{Script=Han}/u.test(text) ? text : '');

/** Answers from the words of a line, and which of them are left over. */
function saidIn(words: string, fields: ChainField[]): { answers: Record<string, Answer>; left: string } {
  const chosen = chosenIn(words, fields);
  if (Object.keys(chosen).length > 0) return { answers: chosen, left: wordsBeside(words) };
  const remark = remarkOf(words, fields);
  return { answers: remark, left: Object.keys(remark).length > 0 ? '' : words };
}

export function lineAnswers(text: string, fields: ChainField[]): LineAnswers {
  const { answers: phone, masks, words } = phonesIn(text, fields);
  const { answers, left } = saidIn(words, fields);
  const note = [...masks, left].filter(part => part !== '').join(' ');
  return { answers: { ...phone, ...answers }, note: cut(note, REST_MAX) };
}
