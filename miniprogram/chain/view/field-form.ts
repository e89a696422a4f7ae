import type { ChainField, ChainOption, FieldType } from '../../../typings/contract/fields';
import { fenText } from '../../view/chain-time';
import { grouped } from '../../view/numbers';
import { fieldTypes } from '../copy/editor';
import { field as copy } from '../copy/field';
import { fenFrom, type Typed, wholeFrom, yuanTyped } from './money';

/** Limits of the contract. */
export const MAX_FIELDS = 20;
export const MAX_OPTIONS = 50;

export interface OptionForm {
  id: string;
  label: string;
  capacity: string;
  /** Yuan. */
  price: string;
}

/** One question as the inputs hold it. */
export interface FieldForm {
  id: string;
  type: FieldType;
  label: string;
  hint: string;
  required: boolean;
  personal: boolean;
  counted: boolean;
  min: string;
  max: string;
  options: OptionForm[];
  /** Places and prices of the options are shown. */
  detailed: boolean;
}

/** `f3` when f1 and f2 are taken; ids stay, so a removed one is not given again while its successors live. */
export function nextId(letter: 'f' | 'o', taken: readonly { id: string }[]): string {
  const numbers = taken.map(({ id }) => Number(/^[fo](\d{1,6})$/.exec(id)?.[1] ?? 0));
  return `${letter}${Math.max(0, ...numbers) + 1}`;
}

export const hasOptions = (type: FieldType): boolean => type === 'single' || type === 'multiple';

const optionForm = ({ id, label, capacity, priceFen }: ChainOption): OptionForm => ({
  id,
  label,
  capacity: capacity === undefined ? '' : String(capacity),
  price: yuanTyped(priceFen),
});

export function newField(type: FieldType, id: string): FieldForm {
  const options = hasOptions(type) ? ['o1', 'o2'].map(option => ({ ...blankOption, id: option })) : [];
  const label = type === 'phone' ? copy.phoneLabel : '';
  return { ...blankField, id, type, label, personal: type === 'phone', options };
}

const blankOption: OptionForm = { id: '', label: '', capacity: '', price: '' };
export const blankField: FieldForm = {
  id: '',
  type: 'text',
  label: '',
  hint: '',
  required: true,
  personal: false,
  counted: false,
  min: '',
  max: '',
  options: [],
  detailed: false,
};

export function fieldForm(field: ChainField): FieldForm {
  const { id, type, label, required, personal, hint = '', counted = false, min, max, options = [] } = field;
  return {
    ...{ id, type, label, required, personal, hint, counted },
    min: min === undefined ? '' : String(min),
    max: max === undefined ? '' : String(max),
    options: options.map(optionForm),
    detailed: options.some(({ capacity, priceFen }) => capacity !== undefined || priceFen !== undefined),
  };
}

type Range = readonly [least: number, most: number];

/** Least and most of what a type counts; undefined where it counts nothing. */
export function rangesOf({ type, counted }: Pick<FieldForm, 'type' | 'counted'>): {
  min?: Range;
  max?: Range;
} {
  const most = counted ? 99 : MAX_OPTIONS;
  const ranges: Partial<Record<FieldType, { min?: Range; max?: Range }>> = {
    number: { min: [0, 1_000_000], max: [0, 1_000_000] },
    text: { max: [1, 100] },
    paragraph: { max: [1, 500] },
    multiple: { ...(counted ? {} : { min: [0, MAX_OPTIONS] }), max: [1, most] },
  };
  return ranges[type] ?? {};
}

const bounded = (text: string, range: Range | undefined): Typed =>
  range === undefined ? 'blank' : wholeFrom(text, range[0], range[1]);

function boundProblem(form: FieldForm): string | undefined {
  const ranges = rangesOf(form);
  const min = bounded(form.min, ranges.min);
  const max = bounded(form.max, ranges.max);
  if (min === 'wrong' && ranges.min) return copy.bound(ranges.min[0], grouped(ranges.min[1]));
  if (max === 'wrong' && ranges.max) return copy.bound(ranges.max[0], grouped(ranges.max[1]));
  return typeof min === 'number' && typeof max === 'number' && min > max ? copy.boundOrder : undefined;
}

const filled = ({ options }: FieldForm): OptionForm[] => options.filter(({ label }) => label.trim() !== '');

function optionsProblem(form: FieldForm): string | undefined {
  if (!hasOptions(form.type)) return undefined;
  const options = filled(form);
  if (options.length === 0) return copy.noOptions;
  if (new Set(options.map(({ label }) => label.trim())).size < options.length) return copy.sameOptions;
  if (options.some(({ capacity }) => wholeFrom(capacity, 1, 2000) === 'wrong')) return copy.optionCapacity;
  return options.some(({ price }) => fenFrom(price) === 'wrong') ? copy.optionPrice : undefined;
}

const numberIn = <K extends string>(key: K, value: Typed): { [key in K]?: number } =>
  typeof value === 'number' ? ({ [key]: value } as never) : {};

const optionOf = ({ id, label, capacity, price }: OptionForm): ChainOption => ({
  id,
  label: label.trim(),
  ...numberIn('capacity', wholeFrom(capacity, 1, 2000)),
  ...numberIn('priceFen', fenFrom(price)),
});

/** The question, or what is wrong with it. Options left blank are not taken. */
export function fieldOf(form: FieldForm): { field: ChainField } | { problem: string } {
  if (form.label.trim() === '') return { problem: copy.noLabel };
  const problem = optionsProblem(form) ?? boundProblem(form);
  if (problem !== undefined) return { problem };
  const { id, type, required } = form;
  const ranges = rangesOf(form);
  const hint = form.hint.trim();
  return {
    field: {
      ...{ id, type, required },
      label: form.label.trim(),
      personal: type === 'phone' || (form.personal && !hasOptions(type)),
      ...(hint === '' ? {} : { hint }),
      ...(type === 'multiple' && form.counted ? { counted: true } : {}),
      ...numberIn('min', bounded(form.min, ranges.min)),
      ...numberIn('max', bounded(form.max, ranges.max)),
      ...(hasOptions(type) ? { options: filled(form).map(optionOf) } : {}),
    },
  };
}

export interface FieldRow {
  id: string;
  name: string;
  text: string;
}

/** How the editor lists a question: what it is, and what is to be known of it. */
export function fieldRow(field: ChainField): FieldRow {
  const { id, label, type, required, options = [], personal } = field;
  const prices = options.flatMap(({ priceFen }) => (priceFen === undefined ? [] : [priceFen]));
  const parts = [
    fieldTypes[type],
    required ? copy.required : copy.optional,
    ...(options.length > 0 ? [copy.options(options.length)] : []),
    ...(prices.length > 0 ? [copy.from(fenText(Math.min(...prices)))] : []),
    ...(personal ? [copy.personal] : []),
  ];
  return { id, name: label, text: parts.join(' · ') };
}

/** Several options at once: one a line, numbers in front left out. */
export function optionsFrom(text: string, before: readonly OptionForm[]): OptionForm[] {
  const kept = before.filter(({ label }) => label.trim() !== '');
  const known = new Set(kept.map(({ label }) => label.trim()));
  const lines = text.split(/[\n;；]/).map(line => line.replace(/^\s*\d{1,2}[.、)）]\s*/, '').trim());
  const added: OptionForm[] = [];
  for (const line of lines) {
    const label = Array.from(line).slice(0, 40).join('');
    if (label === '' || known.has(label) || kept.length + added.length >= MAX_OPTIONS) continue;
    known.add(label);
    added.push({ ...blankOption, id: nextId('o', [...before, ...added]), label });
  }
  return [...kept, ...added];
}

export const addOption = (options: readonly OptionForm[]): OptionForm[] => [
  ...options,
  { ...blankOption, id: nextId('o', options) },
];
