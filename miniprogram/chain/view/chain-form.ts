import type { ChainView } from '../../../typings/contract/chains';
import type {
  ChainChanges,
  ChainDraft,
  ChainField,
  ChainTemplate,
  NameVisibility,
  Recurrence,
} from '../../../typings/contract/fields';
import { yuanTyped } from './money';

/** A picture of the chain: its cloud file, and where the phone shows it from. */
export interface FormPicture {
  fileId: string;
  url: string;
}

/** What the editor's inputs hold: numbers as typed, null where nothing is set. Instants in epoch ms. */
export interface ChainForm {
  template: ChainTemplate;
  title: string;
  organizerName: string;
  description: string;
  place: string;
  eventAt: number | null;
  opensAt: number | null;
  closesAt: number | null;
  capacity: string;
  perPerson: string;
  minimum: string;
  /** Yuan. */
  price: string;
  holdHours: string;
  eraseAfterDays: string;
  fields: ChainField[];
  pictures: FormPicture[];
  waitlist: boolean;
  approval: boolean;
  forOthers: boolean;
  names: NameVisibility;
  recurrence: RecurrenceForm | null;
}

export interface RecurrenceForm extends Omit<Recurrence, 'makeUps'> {
  makeUps: string;
}

export const blankForm: ChainForm = {
  template: 'activity',
  title: '',
  organizerName: '',
  description: '',
  place: '',
  eventAt: null,
  opensAt: null,
  closesAt: null,
  capacity: '',
  perPerson: '1',
  minimum: '',
  price: '',
  holdHours: '',
  eraseAfterDays: '30',
  fields: [],
  pictures: [],
  waitlist: true,
  approval: false,
  forOthers: true,
  names: 'everyone',
  recurrence: null,
};

const typed = (value: number | undefined): string => (value === undefined ? '' : String(value));

const recurrenceForm = (recurrence: Recurrence | undefined): RecurrenceForm | null =>
  recurrence === undefined ? null : { ...recurrence, makeUps: String(recurrence.makeUps) };

/** Numbers as their inputs show them; those a draft does not set are left out. */
function typedNumbers(draft: Partial<ChainDraft>): Partial<ChainForm> {
  const { capacity, perPerson, minimum, holdHours, eraseAfterDays, priceFen } = draft;
  const all = {
    ...{ capacity: typed(capacity), perPerson: typed(perPerson), minimum: typed(minimum) },
    ...{ holdHours: typed(holdHours), eraseAfterDays: typed(eraseAfterDays), price: yuanTyped(priceFen) },
  };
  return Object.fromEntries(Object.entries(all).filter(([, text]) => text !== ''));
}

/** What a form holds as a draft does. */
const PLAIN = [
  ...(['template', 'title', 'organizerName', 'description', 'place', 'eventAt', 'opensAt'] as const),
  ...(['closesAt', 'fields', 'waitlist', 'approval', 'forOthers', 'names'] as const),
];

/** The settings of a draft on top of `base`. `urls`: where the phone shows its pictures from, by file id. */
export function formOf(
  draft: Partial<ChainDraft>,
  base: ChainForm,
  urls: Record<string, string> = {},
): ChainForm {
  const { recurrence, images } = draft;
  const plain = PLAIN.flatMap(key => (draft[key] === undefined ? [] : [[key, draft[key]]]));
  return {
    ...base,
    ...(Object.fromEntries(plain) as Partial<ChainForm>),
    ...typedNumbers(draft),
    pictures: images?.map(fileId => ({ fileId, url: urls[fileId] ?? fileId })) ?? base.pictures,
    recurrence: recurrenceForm(recurrence) ?? base.recurrence,
  };
}

const keys: (keyof ChainDraft)[] = [
  'template',
  'title',
  'organizerName',
  'description',
  'eventAt',
  'place',
  'opensAt',
  'closesAt',
  'capacity',
  'perPerson',
  'minimum',
  'priceFen',
  'fields',
  'images',
  'waitlist',
  'holdHours',
  'approval',
  'forOthers',
  'names',
  'eraseAfterDays',
  'recurrence',
];

/** The settings alone, out of all that is known of a chain. */
export const settingsOf = (chain: ChainView): ChainDraft =>
  Object.fromEntries(keys.flatMap(key => (chain[key] === undefined ? [] : [[key, chain[key]]]))) as never;

/** Signed addresses of a chain's pictures, by file id. */
export const urlsOf = ({ images, imageUrls }: ChainView): Record<string, string> =>
  Object.fromEntries(images.map((fileId, at) => [fileId, imageUrls[at] ?? fileId]));

/** Objects with the same members in another order are the same. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** What differs from `before`; null for what is taken away. Empty: nothing was changed. */
export function changesOf(before: ChainDraft, after: ChainDraft): ChainChanges {
  const changed = keys.filter(key => canonical(before[key]) !== canonical(after[key]));
  return Object.fromEntries(changed.map(key => [key, after[key] ?? null])) as ChainChanges;
}
