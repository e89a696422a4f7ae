import type { Answer } from '../../../typings/contract/entries';
import type { ChainDraft, ChainField, ChainOption } from '../../../typings/contract/fields';

const DAY_MS = 86_400_000;

type Settings = Pick<ChainDraft, 'fields' | 'priceFen'>;

/** How often each option was chosen in one field; once a place where it has no count of its own. */
function countsOf(answer: Answer | undefined, places: number): [option: string, count: number][] {
  if (answer === undefined || typeof answer === 'number') return [];
  if (typeof answer === 'string') return [[answer, places]];
  if (Array.isArray(answer)) return answer.map(option => [option, places]);
  return Object.entries(answer);
}

interface Choice {
  field: ChainField;
  option: ChainOption;
  count: number;
}

/** Everything that an entry chose, with how much of it; nothing personal, which could be kept nowhere but sealed. */
const choicesOf = (
  { fields }: Pick<Settings, 'fields'>,
  places: number,
  answers: Record<string, Answer>,
): Choice[] =>
  fields.flatMap(field =>
    (field.personal ? [] : (field.options ?? [])).flatMap(option => {
      const chosen = countsOf(answers[field.id], places).find(([id]) => id === option.id);
      return chosen ? [{ field, option, count: chosen[1] }] : [];
    }),
  );

/** The same as the seat book has it, under `<field>_<option>`. */
export const picksOf = (
  settings: Pick<Settings, 'fields'>,
  places: number,
  answers: Record<string, Answer>,
): Record<string, number> =>
  Object.fromEntries(
    choicesOf(settings, places, answers).map(({ field, option, count }) => [
      `${field.id}_${option.id}`,
      count,
    ]),
  );

export const hasPrices = ({ fields, priceFen }: Settings): boolean =>
  priceFen !== undefined ||
  fields.some(({ options = [] }) => options.some(option => option.priceFen !== undefined));

/** What an entry costs by the prices of now, in fen; undefined where nothing has a price. */
export function amountDue(
  settings: Settings,
  places: number,
  answers: Record<string, Answer>,
): number | undefined {
  if (!hasPrices(settings)) return undefined;
  const chosen = choicesOf(settings, places, answers);
  const goods = chosen.reduce((sum, { option, count }) => sum + (option.priceFen ?? 0) * count, 0);
  return (settings.priceFen ?? 0) * places + goods;
}

/** When personal fields are erased: so long after the event, else the closing, else the creation. Epoch ms. */
export const eraseAtOf = (
  { eventAt, closesAt, eraseAfterDays }: Pick<ChainDraft, 'eventAt' | 'closesAt' | 'eraseAfterDays'>,
  createdAt: number,
): number => (eventAt ?? closesAt ?? createdAt) + eraseAfterDays * DAY_MS;
