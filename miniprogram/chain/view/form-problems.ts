import type { Answer } from '../../../typings/contract/entries';
import type { ChainField } from '../../../typings/contract/fields';
import { wrongs } from '../copy/join';
import type { Form } from './form';

/** Characters a text may have where its field does not say. */
export const TEXT_MAX = { text: 100, paragraph: 500 };
/** Most of each option where its field does not say. */
export const COUNT_MAX = 99;
export const NAME_MAX = 20;

/** Mainland mobile numbers, else + and a country's number; one with stars is somebody's that was not changed. */
export function isPhone(text: string): boolean {
  const plain = text.replace(/[\s-]/g, '').replace(/^\+86(?=1[3-9]\d{9}$)/, '');
  return /^(1[3-9]\d{9}|\+[1-9]\d{6,14})$/.test(plain) || text.includes('*');
}

function textProblem({ type, max }: ChainField, text: string): string {
  const most = max ?? TEXT_MAX[type === 'paragraph' ? 'paragraph' : 'text'];
  if (text.trim().length > most) return wrongs.long(most);
  return type === 'text' && /[\n\t]/.test(text.trim()) ? wrongs.oneLine : '';
}

function numberProblem({ min, max }: ChainField, value: number): string {
  if (!Number.isFinite(value) || Math.abs(value * 100 - Math.round(value * 100)) >= 1e-4)
    return wrongs.number;
  if (min !== undefined && value < min) return wrongs.min(min);
  return max !== undefined && value > max ? wrongs.max(max) : '';
}

function choiceProblem({ min = 0, max, counted }: ChainField, chosen: number): string {
  if (chosen < min) return wrongs.atLeast(min);
  return !counted && max !== undefined && chosen > max ? wrongs.atMost(max) : '';
}

const chosenOf = (answer: Answer): number =>
  Array.isArray(answer) ? answer.length : Object.values(answer).filter(count => count > 0).length;

const isEmpty = (answer: Answer | undefined): boolean =>
  answer === undefined ||
  (typeof answer === 'string' && answer.trim() === '') ||
  (typeof answer === 'object' && chosenOf(answer) === 0);

function missing({ required, label, options }: ChainField): string {
  if (!required) return '';
  return options === undefined ? wrongs.fill(label) : wrongs.choose(label);
}

/** Why an answer will not do; blank when it will. */
export function fieldProblem(field: ChainField, answer: Answer | undefined): string {
  if (answer === undefined || isEmpty(answer)) return missing(field);
  if (typeof answer === 'number') return numberProblem(field, answer);
  if (typeof answer === 'object') return choiceProblem(field, chosenOf(answer));
  if (field.type === 'phone') return isPhone(answer) ? '' : wrongs.phone;
  return field.type === 'text' || field.type === 'paragraph' ? textProblem(field, answer) : '';
}

export function nameProblem(name: string): string {
  if (name.trim() === '') return wrongs.name;
  return Array.from(name.trim()).length > NAME_MAX ? wrongs.nameLong : '';
}

/** By field id, `name` and `byName` for the names; only those that are wrong. */
export function formProblems(
  fields: readonly ChainField[],
  form: Form,
  isOther: boolean,
): Record<string, string> {
  const all = [
    ['byName', isOther ? nameProblem(form.byName) : ''],
    ['name', nameProblem(form.name)],
    ...fields.map(field => [field.id, fieldProblem(field, form.answers[field.id])]),
  ];
  return Object.fromEntries(all.filter(([, problem]) => problem !== ''));
}
