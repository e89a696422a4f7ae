import * as v from 'valibot';
import type { Answer } from '../../../typings/contract/entries';
import { chainId, paragraph, requestId } from '../chains/schema';
import { exactObject } from '../gateway/input';
import { line } from '../items/schema';

/** What `entryIdOf` gives. */
export const entryId = v.pipe(v.string(), v.regex(/^e[\w-]{32}$/));
/** Calls about many entries take so many at once. */
export const ENTRIES_AT_ONCE = 100;
export const entryIds: v.GenericSchema<unknown, string[]> = v.pipe(
  v.array(entryId),
  v.minLength(1),
  v.maxLength(ENTRIES_AT_ONCE),
  v.transform(all => [...new Set(all)]),
);

const PERSON_NAME_MAX = 20;
export const personName = line(PERSON_NAME_MAX);
export const reason = line(100);

/** Of a field or an option: see the schema of chains. */
const SHORT_ID = /^[A-Za-z0-9]{1,12}$/;
const shortId = v.pipe(v.string(), v.regex(SHORT_ID));
const FIELDS_MAX = 20;
const OPTIONS_MAX = 50;

/** A plain object: valibot takes arrays for records. */
const mapOf = <T extends v.GenericSchema>(value: T, most: number) =>
  v.pipe(
    v.custom<Record<string, unknown>>(
      given => typeof given === 'object' && given !== null && !Array.isArray(given),
      'an object',
    ),
    v.check(given => Object.keys(given).length <= most, `at most ${most}`),
    // Beside the record's own check, because that lets `__proto__` through and drops it.
    v.check(given => Object.keys(given).every(key => SHORT_ID.test(key)), 'ids'),
    v.record(shortId, value),
  );

/** Only the shape: whether an answer fits its field is for `readAnswers`. */
const answer: v.GenericSchema<unknown, Answer> = v.union([
  paragraph(500),
  v.number(),
  v.pipe(v.array(shortId), v.maxLength(OPTIONS_MAX)),
  mapOf(v.number(), OPTIONS_MAX),
]);

export const answers = mapOf(answer, FIELDS_MAX);
const places = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99));

const entryFields = { name: personName, answers, places: v.exactOptional(places) };

export const joinInput = exactObject({
  chainId,
  requestId,
  forOther: v.exactOptional(v.boolean()),
  byName: v.exactOptional(personName),
  remember: v.exactOptional(v.boolean()),
  ...entryFields,
});

export const keyInInput = exactObject({ chainId, requestId, ...entryFields });

export const editEntryInput = exactObject({
  chainId,
  entryId,
  name: v.exactOptional(personName),
  answers: v.exactOptional(answers),
  places: v.exactOptional(places),
});

export const entryFilter = v.picklist(['all', 'in', 'waiting', 'asking', 'unpaid', 'gone']);
/** Number of the last entry of the page before. */
export const numberCursor = v.pipe(v.string(), v.regex(/^[1-9]\d{0,5}$/));
