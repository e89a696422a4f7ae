import type { Refusal } from '../../../typings/contract/errors';
import type { ChainDraft, Recurrence } from '../../../typings/contract/fields';
import { refusalText } from '../../view/refusal';
import { problems as copy } from '../copy/editor';
import type { ChainForm, RecurrenceForm } from './chain-form';
import { fenFrom, type Typed, wholeFrom } from './money';

/** A sentence for each input that is not right, by the input's name in the form. */
export type FormProblems = Partial<Record<keyof ChainForm, string>>;
export type Drafted = { draft: ChainDraft } | { problems: FormProblems };

/** Numbers the server takes. */
const RANGES: Record<
  'capacity' | 'perPerson' | 'minimum' | 'holdHours' | 'eraseAfterDays',
  [least: number, most: number]
> = {
  capacity: [1, 2000],
  perPerson: [1, 99],
  minimum: [1, 2000],
  holdHours: [1, 72],
  eraseAfterDays: [1, 365],
};
type Whole = keyof typeof RANGES;
const wholes = Object.keys(RANGES) as Whole[];

const DAY_MS = 24 * 60 * 60_000;
const MOST_DAYS = 366;
const MAX_MAKE_UPS = 31;

function recurrenceProblem(recurrence: RecurrenceForm | null): string | undefined {
  if (recurrence === null) return undefined;
  const { from, until, weekdays, makeUps } = recurrence;
  if (weekdays.length === 0) return copy.weekdays;
  if (from === '' || until === '') return copy.rangeMissing;
  if (from > until) return copy.range;
  if ((Date.parse(until) - Date.parse(from)) / DAY_MS > MOST_DAYS) return copy.rangeLong;
  return wholeFrom(makeUps || '0', 0, MAX_MAKE_UPS) === 'wrong' ? copy.whole(0, MAX_MAKE_UPS) : undefined;
}

function numberProblems(form: ChainForm, numbers: Record<Whole, Typed>): FormProblems {
  const found: FormProblems = {};
  for (const key of wholes) if (numbers[key] === 'wrong') found[key] = copy.whole(...RANGES[key]);
  if (fenFrom(form.price) === 'wrong') found.price = copy.price;
  const { minimum, capacity } = numbers;
  if (typeof minimum === 'number' && typeof capacity === 'number' && minimum > capacity) {
    found.minimum = copy.minimum;
  }
  return found;
}

function formProblems(form: ChainForm, numbers: Record<Whole, Typed>): FormProblems {
  const found = numberProblems(form, numbers);
  if (form.title.trim() === '') found.title = copy.title;
  if (form.organizerName.trim() === '') found.organizerName = copy.organizerName;
  const { opensAt, closesAt } = form;
  if (opensAt !== null && closesAt !== null && closesAt <= opensAt) found.closesAt = copy.closesAt;
  else if (numbers.minimum !== 'blank' && closesAt === null && form.recurrence === null) {
    found.closesAt = copy.deadline;
  }
  const recurrence = recurrenceProblem(form.recurrence);
  if (recurrence !== undefined) found.recurrence = recurrence;
  return found;
}

const recurrenceOf = ({ makeUps, ...days }: RecurrenceForm): Recurrence => ({
  ...days,
  makeUps: Number(makeUps || '0'),
});

/** Only numbers are sent; a blank one takes the setting away. */
const given = <K extends string, T>(key: K, value: T | 'blank' | 'wrong' | null): { [key in K]?: T } =>
  value === 'blank' || value === 'wrong' || value === null ? {} : ({ [key]: value } as never);
const numberOr = (value: Typed, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

/** What the form says, ready to be sent; or what is wrong with it, input by input. */
export function draftOf(form: ChainForm): Drafted {
  const typed = wholes.map(key => [key, wholeFrom(form[key], ...RANGES[key])]);
  const numbers: Record<Whole, Typed> = Object.fromEntries(typed);
  const found = formProblems(form, numbers);
  if (Object.keys(found).length > 0) return { problems: found };
  const { template, fields, waitlist, approval, forOthers, names } = form;
  return {
    draft: {
      ...{ template, fields, waitlist, approval, forOthers, names },
      title: form.title.trim(),
      organizerName: form.organizerName.trim(),
      description: form.description.trim(),
      place: form.place.trim(),
      images: form.pictures.map(({ fileId }) => fileId),
      perPerson: numberOr(numbers.perPerson, 1),
      eraseAfterDays: numberOr(numbers.eraseAfterDays, 30),
      ...given('eventAt', form.eventAt),
      ...given('opensAt', form.opensAt),
      ...given('closesAt', form.closesAt),
      ...given('capacity', numbers.capacity),
      ...given('minimum', numbers.minimum),
      ...given('holdHours', numbers.holdHours),
      ...given('priceFen', fenFrom(form.price)),
      ...(form.recurrence === null ? {} : { recurrence: recurrenceOf(form.recurrence) }),
    },
  };
}

/** Names of the contract that are called otherwise in the form. */
const formNames: Record<string, keyof ChainForm> = { priceFen: 'price', images: 'pictures' };

/** Where a refusal belongs: the input its path names (`draft.title`, `changes.fields.2.label`), else '' for the foot of the page. */
export function refusedAt(error: Refusal, now: number, form: ChainForm): { key: string; text: string } {
  const [first = '', second = ''] = (error.path ?? '').split('.');
  const name = first === 'draft' || first === 'changes' ? second : first;
  const key = formNames[name] ?? name;
  return { key: key in form ? key : '', text: refusalText(error, now) };
}
