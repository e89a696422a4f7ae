import type { Answer } from '../../../typings/contract/entries';
import type { ChainField } from '../../../typings/contract/fields';
import { cut } from '../imports/formats/texts';
import { PHONE, PHONE_FIELD, REMARK_FIELD } from './formats/jielong';
import { choicesIn, MENU_FIELD } from './formats/menu';

/** What stood behind a name, put where a chain made from the text has a field for it. */
export interface LineAnswers {
  answers: Record<string, Answer>;
  /** Fits into no field that everybody may read: for the organizers. */
  note: string;
}

const REMARK_MAX = 100;

function phoneIn(text: string, fields: ChainField[]): LineAnswers {
  const [phone = ''] = PHONE.exec(text) ?? [];
  const field = fields.find(({ id, type }) => id === PHONE_FIELD && type === 'phone');
  if (!field || phone === '') return { answers: {}, note: text };
  return { answers: { [field.id]: phone }, note: text.replace(phone, ' ').replace(/ {2,}/g, ' ').trim() };
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

/** A remark that everybody may read has no phone number in it. */
function remarkOf(text: string, fields: ChainField[]): Record<string, Answer> {
  const field = fields.find(({ id, type, personal }) => id === REMARK_FIELD && type === 'text' && !personal);
  const max = Math.min(field?.max ?? REMARK_MAX, REMARK_MAX);
  return field && text !== '' && text.length <= max && !PHONE.test(text)
    ? { [field.id]: cut(text, max) }
    : {};
}

export function lineAnswers(text: string, fields: ChainField[]): LineAnswers {
  const { answers: phone, note } = phoneIn(text, fields);
  const chosen = chosenIn(note, fields);
  if (Object.keys(chosen).length > 0) return { answers: { ...phone, ...chosen }, note: wordsBeside(note) };
  const remark = remarkOf(note, fields);
  return { answers: { ...phone, ...remark }, note: Object.keys(remark).length > 0 ? '' : note };
}

/** What is more than letters and counts: the organizers should read it. */
const wordsBeside = (text: string): string => (/\p{Script=Han}/u.test(text) ? text : '');
