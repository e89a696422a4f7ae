import type { ChainChanges, ChainDraft } from '../../../typings/contract/fields';
import { daysBetween, roundDays } from './recurrence';

type GivenDraft = Partial<ChainDraft> & Pick<ChainDraft, 'title' | 'organizerName'>;

const DEFAULTS: Omit<ChainDraft, 'title' | 'organizerName'> = {
  template: 'activity',
  description: '',
  place: '',
  perPerson: 1,
  fields: [],
  images: [],
  waitlist: true,
  approval: false,
  forOthers: true,
  names: 'everyone',
  eraseAfterDays: 30,
};

export const completeDraft = (given: GivenDraft): ChainDraft => ({ ...DEFAULTS, ...given });

/** Settings after changes: null takes an optional one away. */
export function changedSettings(settings: ChainDraft, changes: ChainChanges): ChainDraft {
  const entries = Object.entries({ ...settings, ...changes });
  // The schema lets null through for optional settings only.
  return Object.fromEntries(entries.filter(([, value]) => value !== null)) as unknown as ChainDraft;
}

export interface Flaw {
  path: keyof ChainDraft;
  expected: string;
}

/** From the first to the last day of a recurring chain. */
const SPAN_MAX = 366;

function recurrenceFlaw({ recurrence }: ChainDraft): string | undefined {
  if (!recurrence) return undefined;
  const span = daysBetween(recurrence.from, recurrence.until);
  if (span < 1 || span > SPAN_MAX + 1) return `a last day at most ${SPAN_MAX} days after the first`;
  return roundDays(recurrence).length === 0 ? 'at least one day with a round' : undefined;
}

/** What each setting must be like beside the others. */
const FITS: { path: keyof ChainDraft; expected: string; isFit(draft: ChainDraft): boolean }[] = [
  {
    path: 'closesAt',
    expected: 'an instant after opensAt',
    isFit: ({ opensAt = 0, closesAt = Number.POSITIVE_INFINITY }) => opensAt < closesAt,
  },
  {
    path: 'closesAt',
    expected: 'a deadline, at which the minimum is decided',
    isFit: ({ minimum, closesAt, recurrence }) =>
      minimum === undefined || closesAt !== undefined || recurrence !== undefined,
  },
  {
    path: 'minimum',
    expected: 'at most the capacity',
    isFit: ({ minimum = 1, capacity = Number.POSITIVE_INFINITY }) => minimum <= capacity,
  },
];

/** The first setting that does not go with the others. */
export function flawOf(draft: ChainDraft): Flaw | undefined {
  const flaw = FITS.find(({ isFit }) => !isFit(draft));
  if (flaw) return { path: flaw.path, expected: flaw.expected };
  const expected = recurrenceFlaw(draft);
  return expected === undefined ? undefined : { path: 'recurrence', expected };
}

/** A chain that nobody could ever join is a slip. */
export const deadlineFlaw = ({ closesAt, recurrence }: ChainDraft, now: number): Flaw | undefined =>
  closesAt !== undefined && closesAt <= now && !recurrence
    ? { path: 'closesAt', expected: 'an instant to come' }
    : undefined;

/** Whether a person may show a picture: they uploaded it, into `chains/<their uid>/`. */
const isOwnImage = (fileId: string, uid: string): boolean =>
  /^cloud:\/\/[^/]+\/chains\/([^/]+)\/[^/]+$/.exec(fileId)?.[1] === uid;

/** @param kept pictures that were there before, by whomever. */
export const imagesFlaw = ({ images }: ChainDraft, uid: string, kept: string[] = []): Flaw | undefined =>
  images.every(id => kept.includes(id) || isOwnImage(id, uid))
    ? undefined
    : { path: 'images', expected: 'pictures uploaded by the caller' };

/** All words that others will read. */
export const textsOf = ({ title, organizerName, description, place, fields }: ChainDraft): string[] => [
  ...[title, organizerName, description, place],
  ...fields.flatMap(({ label, hint = '', options = [] }) => [
    label,
    hint,
    ...options.map(option => option.label),
  ]),
];
