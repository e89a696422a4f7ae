import type { ChainView } from '../../../typings/contract/chains';
import type { Answer } from '../../../typings/contract/entries';
import type { ChainField, ChainOption, FieldType } from '../../../typings/contract/fields';
import { dayText, fenText } from '../../view/chain-time';
import { grouped } from '../../view/numbers';
import { oneLine, spoken } from '../../view/one-line';
import { join as copy } from '../copy/join';
import { COUNT_MAX, TEXT_MAX } from './form-problems';

export interface OptionEditor {
  id: string;
  label: string;
  /** Price and how many are left. */
  note: string;
  on: boolean;
  count: number;
  max: number;
  /** Nothing is left and nobody can wait. */
  off: boolean;
  said: string;
}

/** How one field is filled in. */
export interface FieldEditor {
  id: string;
  type: FieldType;
  label: string;
  required: boolean;
  hint: string;
  personal: boolean;
  /** Text as typed; a date in words. */
  text: string;
  /** `date`: what the picker stands on. */
  day: string;
  number: number;
  blank: boolean;
  min: number;
  max: number;
  counted: boolean;
  options: OptionEditor[];
  /** Words of the button that shows the rest of the options; blank when all are shown. */
  more: string;
}

/** Shown before "还有 n 项": a page must stay below 1,000 nodes. */
const OPTIONS_SHOWN = 8;
const NUMBER_MAX = 1_000_000_000;

function choiceHint({ min = 0, max, counted, hint = '' }: ChainField): string {
  if (counted) return oneLine(hint, max === undefined ? '' : copy.eachAtMost(max));
  if (min > 0 && max !== undefined) return oneLine(hint, copy.between(min, max));
  if (max !== undefined) return oneLine(hint, copy.atMost(max));
  return oneLine(hint, min > 1 ? copy.atLeast(min) : '');
}

function hintOf(field: ChainField): string {
  const { type, hint = '' } = field;
  if (type === 'multiple') return choiceHint(field);
  return hint === '' && type === 'phone' ? copy.phoneHint : hint;
}

const countOf = (answer: Answer | undefined, option: string): number =>
  typeof answer === 'object' && !Array.isArray(answer) ? (answer[option] ?? 0) : 0;

const isOn = (answer: Answer | undefined, option: string): boolean =>
  answer === option || (Array.isArray(answer) && answer.includes(option)) || countOf(answer, option) > 0;

function leftNote(left: number | undefined, waitlist: boolean): string {
  if (left === undefined) return '';
  if (left > 0) return copy.left(grouped(left));
  return waitlist ? copy.fullWaits : copy.full;
}

/** `left`: places of the option, those that my own entry holds included. */
function optionEditor(
  { max: most = COUNT_MAX }: ChainField,
  { id, label, priceFen }: ChainOption,
  answer: Answer | undefined,
  left: number | undefined,
  waitlist: boolean,
): OptionEditor {
  const on = isOn(answer, id);
  const note = oneLine(priceFen === undefined ? '' : fenText(priceFen), leftNote(left, waitlist));
  return {
    id,
    label,
    note,
    on,
    count: countOf(answer, id),
    max: waitlist ? most : Math.min(most, left ?? most),
    off: !on && left === 0 && !waitlist,
    said: spoken(label, note),
  };
}

/** How many of an option an answer holds, `places` for one that was simply chosen. */
function heldOf(answer: Answer | undefined, option: string, places: number): number {
  const count = countOf(answer, option);
  if (count > 0) return count;
  return isOn(answer, option) ? places : 0;
}

export interface EditorContext {
  chain: Pick<ChainView, 'optionPlaces' | 'waitlist'>;
  /** The entry being edited: what it holds is free for it. */
  before?: { answers: Record<string, Answer>; places: number };
  /** Shown with all its options. */
  unfolded: string;
}

const isText = ({ type }: ChainField): boolean => type === 'text' || type === 'paragraph';
const maxOf = (field: ChainField): number =>
  field.max ?? (isText(field) ? TEXT_MAX[field.type === 'text' ? 'text' : 'paragraph'] : NUMBER_MAX);

export function fieldEditor(
  field: ChainField,
  answer: Answer | undefined,
  context: EditorContext,
): FieldEditor {
  const { chain, before, unfolded } = context;
  const options = (field.options ?? []).map(option => {
    const held = before === undefined ? 0 : heldOf(before.answers[field.id], option.id, before.places);
    const left = chain.optionPlaces[`${field.id}.${option.id}`]?.left;
    return optionEditor(field, option, answer, left === undefined ? left : left + held, chain.waitlist);
  });
  // What was chosen stays in sight.
  const isFolded = options.length > OPTIONS_SHOWN && unfolded !== field.id;
  const shown = isFolded ? options.filter(({ on }, index) => on || index < OPTIONS_SHOWN) : options;
  const text = typeof answer === 'string' ? answer : '';
  return {
    id: field.id,
    type: field.type,
    label: field.label,
    required: field.required,
    hint: hintOf(field),
    personal: field.personal,
    text: field.type === 'date' && text !== '' ? dayText(text) : text,
    day: field.type === 'date' ? text : '',
    number: typeof answer === 'number' ? answer : 0,
    blank: typeof answer !== 'number',
    min: field.min ?? 0,
    max: maxOf(field),
    counted: field.counted === true,
    options: shown,
    more: shown.length < options.length ? copy.moreOptions(options.length - shown.length) : '',
  };
}
