import type { Answer } from '../../../typings/contract/entries';
import type { ChainField } from '../../../typings/contract/fields';
import { dayText } from '../../view/chain-time';
import { oneLine } from '../../view/one-line';
import { entryWords as words } from '../copy/entries';

const labelOf = (field: ChainField, id: string): string =>
  field.options?.find(option => option.id === id)?.label ?? '';

function countedText(field: ChainField, counts: Record<string, number>): string {
  const chosen = (field.options ?? []).filter(({ id }) => (counts[id] ?? 0) > 0);
  return chosen.map(({ id, label }) => words.times(label, counts[id] ?? 0)).join('、');
}

/** An answer in words; blank when nothing was answered. */
export function answerText(field: ChainField, answer: Answer | undefined): string {
  if (answer === undefined) return '';
  if (Array.isArray(answer)) {
    const labels = answer.map(id => labelOf(field, id));
    return labels.filter(label => label !== '').join('、');
  }
  if (typeof answer === 'object') return countedText(field, answer);
  if (typeof answer === 'number') return String(answer);
  if (field.type === 'single') return labelOf(field, answer);
  return field.type === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(answer) ? dayText(answer) : answer;
}

/** All answers in one line, in the order of the fields: 素食 · 座位 2. */
export function answersLine(fields: readonly ChainField[], answers: Record<string, Answer>): string {
  const texts = fields.map(field => {
    const text = answerText(field, answers[field.id]);
    return field.type === 'number' && text !== '' ? `${field.label} ${text}` : text;
  });
  return oneLine(...texts);
}
