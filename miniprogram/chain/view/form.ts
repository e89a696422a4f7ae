import type { ChainView } from '../../../typings/contract/chains';
import type {
  Answer,
  Contact,
  ContactsView,
  EntryFields,
  EntryView,
} from '../../../typings/contract/entries';
import type { ChainField } from '../../../typings/contract/fields';
import { ownEntry } from './joining';

/** Who the form is for. */
export type FormFor = 'own' | 'other' | 'edit' | 'key-in';

/** What was typed so far. */
export interface Form {
  name: string;
  places: number;
  answers: Record<string, Answer>;
  remember: boolean;
  /** For somebody else: who I am, as the list will say it. */
  byName: string;
}

export const blankForm: Form = { name: '', places: 1, answers: {}, remember: true, byName: '' };

const phoneField = (fields: readonly ChainField[]): ChainField | undefined =>
  fields.find(({ type }) => type === 'phone');

/** Name and phone of somebody known, in the form; an unknown phone leaves what was typed. */
export function withPerson(
  form: Form,
  fields: readonly ChainField[],
  { name, phone }: { name?: string | undefined; phone?: string | undefined },
): Form {
  const field = phoneField(fields);
  const answers =
    field === undefined || phone === undefined ? form.answers : { ...form.answers, [field.id]: phone };
  return { ...form, name: name ?? form.name, answers };
}

/** How the form begins: as the entry is, or with what is remembered of me. */
export function firstForm(
  chain: Pick<ChainView, 'fields' | 'mine'>,
  as: FormFor,
  me: ContactsView['me'],
  entry?: EntryView,
): Form {
  if (entry !== undefined)
    return { ...blankForm, name: entry.name, places: entry.places, answers: entry.answers, remember: false };
  if (as === 'own') return withPerson(blankForm, chain.fields, me);
  return { ...blankForm, byName: me.name ?? ownEntry(chain)?.name ?? '' };
}

export const withContact = (form: Form, fields: readonly ChainField[], { name, phone }: Contact): Form =>
  withPerson(form, fields, { name, phone });

/** The phone that was typed; blank when none was asked for. */
export function phoneOf({ answers }: Form, fields: readonly ChainField[]): string {
  const answer = answers[phoneField(fields)?.id ?? ''];
  return typeof answer === 'string' ? answer.trim() : '';
}

const isBlank = (answer: Answer | undefined): boolean =>
  answer === undefined ||
  (typeof answer === 'string' && answer.trim() === '') ||
  (typeof answer === 'object' && Object.values(answer).every(one => one === 0));

/** What is sent: nothing for a field left empty. */
export function toSend({ name, places, answers }: Form, fields: readonly ChainField[]): EntryFields {
  const given = fields.flatMap(({ id }): [string, Answer][] => {
    const answer = answers[id];
    return answer === undefined || isBlank(answer)
      ? []
      : [[id, typeof answer === 'string' ? answer.trim() : answer]];
  });
  return { name: name.trim(), places, answers: Object.fromEntries(given) };
}

/** How often an option was chosen: for each place once, or as its own count says. */
function chosenCount(answer: Answer | undefined, option: string, places: number): number {
  if (typeof answer === 'string') return answer === option ? places : 0;
  if (Array.isArray(answer)) return answer.includes(option) ? places : 0;
  return typeof answer === 'object' ? (answer[option] ?? 0) : 0;
}

/** In fen; undefined where nothing has a price. The server's word counts, this is shown while filling in. */
export function totalFen({ priceFen, fields }: ChainView, { places, answers }: Form): number | undefined {
  const options = fields.flatMap(field => (field.options ?? []).map(option => ({ field, option })));
  if (priceFen === undefined && options.every(({ option }) => option.priceFen === undefined))
    return undefined;
  return options.reduce(
    (sum, { field, option }) =>
      sum + (option.priceFen ?? 0) * chosenCount(answers[field.id], option.id, places),
    (priceFen ?? 0) * places,
  );
}

/** An answer after a tap on one of its options. */
export function withOption(field: ChainField, answer: Answer | undefined, option: string): Answer {
  if (field.type === 'single') return answer === option && !field.required ? '' : option;
  const chosen = Array.isArray(answer) ? answer : [];
  return chosen.includes(option) ? chosen.filter(id => id !== option) : [...chosen, option];
}

export function withCount(answer: Answer | undefined, option: string, count: number): Answer {
  const counts = typeof answer === 'object' && !Array.isArray(answer) ? answer : {};
  return { ...counts, [option]: count };
}
