import * as v from 'valibot';
import { optionalLine } from '../chains/schema';
import { personName } from '../entries/schema';
import { exactObject } from '../gateway/input';
import { REST_MAX } from './formats/entry-text';
import { PLACES_MAX } from './formats/quantity';
import { openLine } from './line-answers';
import { LINES_MAX } from './rules';

/** Characters of a pasted text: what one call carries with room for its frame. */
export const TEXT_MAX = 60_000;

export const pastedText = v.pipe(v.string(), v.minLength(1), v.maxLength(TEXT_MAX));

export const sheetFormat = v.picklist(['text', 'csv', 'xlsx', 'large-type']);

const pastedLine = v.pipe(
  exactObject({
    name: personName,
    places: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(PLACES_MAX)),
    note: v.exactOptional(optionalLine(REST_MAX)),
  }),
  v.transform(openLine),
);
export const pastedLines = v.pipe(v.array(pastedLine), v.minLength(1), v.maxLength(LINES_MAX));
