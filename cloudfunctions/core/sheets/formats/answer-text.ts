import type { Answer } from '../../../../typings/contract/entries';
import type { ChainField } from '../../../../typings/contract/fields';

const labelOf = ({ options = [] }: ChainField, id: string): string =>
  options.find(option => option.id === id)?.label ?? id;

/** An answer as people read it: labels instead of ids, counts behind a sign. */
export function answerText(field: ChainField, answer: Answer | undefined): string {
  if (answer === undefined) return '';
  if (typeof answer === 'number') return String(answer);
  if (typeof answer === 'string') return field.type === 'single' ? labelOf(field, answer) : answer;
  if (Array.isArray(answer)) return answer.map(id => labelOf(field, id)).join('、');
  return Object.entries(answer)
    .map(([id, count]) => `${labelOf(field, id)}×${count}`)
    .join('、');
}
