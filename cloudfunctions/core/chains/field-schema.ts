import * as v from 'valibot';
import type { ChainField, ChainOption } from '../../../typings/contract/fields';
import { exactObject } from '../gateway/input';
import { line } from '../items/schema';

export const PARTICIPANTS_MAX = 2000;
const FIELDS_MAX = 20;
const OPTIONS_MAX = 50;
/** Characters of an answer. */
export const TEXT_MAX = { text: 100, paragraph: 500 } as const;
/** Of each option of a counted choice. */
export const COUNT_MAX = 999;
export const NUMBER_MAX = 1_000_000_000;

export const whole = (min: number, max: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
/** Hundredths of a yuan. */
export const fen = whole(0, 10_000_000);
export const places = whole(1, PARTICIPANTS_MAX);

/** Part of a name in the seat book: no dot, no underscore. */
const shortId = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9]{1,12}$/),
  // Every object has these.
  v.check(id => !(id in Object.prototype), 'another id'),
);

const option = exactObject({
  id: shortId,
  label: line(40),
  capacity: v.exactOptional(places),
  priceFen: v.exactOptional(fen),
}) satisfies v.GenericSchema<unknown, ChainOption>;

const areDifferent = (all: { id: string }[]): boolean => new Set(all.map(one => one.id)).size === all.length;
const bound = v.pipe(v.number(), v.minValue(-NUMBER_MAX), v.maxValue(NUMBER_MAX));

const shape = exactObject({
  id: shortId,
  type: v.picklist(['text', 'paragraph', 'number', 'single', 'multiple', 'phone', 'date']),
  label: line(30),
  required: v.boolean(),
  hint: v.exactOptional(line(40)),
  min: v.exactOptional(bound),
  max: v.exactOptional(bound),
  options: v.exactOptional(
    v.pipe(
      v.array(option),
      v.minLength(1),
      v.maxLength(OPTIONS_MAX),
      v.check(all => areDifferent(all), 'options with different ids'),
    ),
  ),
  counted: v.exactOptional(v.boolean()),
  personal: v.boolean(),
}) satisfies v.GenericSchema<unknown, ChainField>;

const isCount = (value: number | undefined, least: number, most: number): boolean =>
  value === undefined || (Number.isInteger(value) && value >= least && value <= most);

/** What `min` and `max` mean depends on the type; some have no use for them. */
function hasFittingBounds({ type, min, max, options = [], counted = false }: ChainField): boolean {
  if (type === 'number') return true;
  if (type === 'multiple')
    return isCount(min, 0, options.length) && isCount(max, 1, counted ? COUNT_MAX : options.length);
  if (type === 'text' || type === 'paragraph') return min === undefined && isCount(max, 1, TEXT_MAX[type]);
  return min === undefined && max === undefined;
}

const hasFittingOptions = ({ type, options }: ChainField): boolean =>
  (type === 'single' || type === 'multiple') === (options !== undefined);

const field = v.pipe(
  shape,
  v.check(hasFittingOptions, 'options of a choice, and of nothing else'),
  v.check(({ counted, type }) => !counted || type === 'multiple', 'counts of a multiple choice only'),
  // What is counted cannot be sealed.
  v.check(({ options, personal }) => !options || !personal, 'no personal choice'),
  v.check(({ min = -NUMBER_MAX, max = NUMBER_MAX }) => min <= max, 'min ≤ max'),
  v.check(hasFittingBounds, 'bounds that fit the type'),
  v.transform(one => (one.type === 'phone' ? { ...one, personal: true } : one)),
) satisfies v.GenericSchema<unknown, ChainField>;

export const fields = v.pipe(
  v.array(field),
  v.maxLength(FIELDS_MAX),
  v.check(all => areDifferent(all), 'fields with different ids'),
);
