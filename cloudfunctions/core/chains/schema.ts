import * as v from 'valibot';
import type { ChainChanges, ChainDraft, Recurrence } from '../../../typings/contract/fields';
import { exactObject } from '../gateway/input';
import { instant, line } from '../items/schema';
import { fen, fields, places, whole } from './field-schema';

/** What `shortHash` gives. */
export const chainId = v.pipe(v.string(), v.regex(/^[\w-]{16}$/));
/** Made by the phone, one for each tap. */
export const requestId = v.pipe(v.string(), v.regex(/^[\w-]{6,64}$/));
/** What `uidOf` gives. */
export const personId = v.pipe(v.string(), v.regex(/^[\w-]{22}$/));

const isDay = (text: string): boolean => {
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text);
};

/** `YYYY-MM-DD`: a day that the calendar has. */
export const day = v.pipe(v.string(), v.isoDate(), v.check(isDay, 'a day'));

const CONTROL = /(?![\n\t])[\p{Cc}\p{Cs}\u2028\u2029]/u;

/** Text of up to `max` characters, in as many lines as it likes. */
export const paragraph = (max: number) =>
  v.pipe(
    v.string(),
    v.check(text => !CONTROL.test(text), 'no control characters'),
    v.trim(),
    v.maxLength(max),
  );

/** A single line that may be empty. */
export const optionalLine = (max: number) => v.pipe(paragraph(max), v.regex(/^[^\n\t]*$/));

const IMAGES_MAX = 9;
const SKIPS_MAX = 100;

const sorted = <T extends string | number>(all: T[]): T[] => [...new Set(all)].sort();

const recurrence = exactObject({
  weekdays: v.pipe(v.array(whole(0, 6)), v.minLength(1), v.maxLength(7), v.transform(sorted)),
  from: day,
  until: day,
  skip: v.pipe(v.array(day), v.maxLength(SKIPS_MAX), v.transform(sorted)),
  makeUps: whole(0, 31),
}) satisfies v.GenericSchema<unknown, Recurrence>;

const setting = {
  template: v.picklist(['activity', 'group-buy', 'survey', 'check-in', 'duty', 'vote']),
  title: line(60),
  organizerName: line(20),
  description: paragraph(2000),
  place: optionalLine(60),
  perPerson: whole(1, 99),
  images: v.pipe(
    v.array(v.pipe(v.string(), v.maxLength(500), v.regex(/^cloud:\/\/[^\s]+$/))),
    v.maxLength(IMAGES_MAX),
    v.transform(all => [...new Set(all)]),
  ),
  holdHours: whole(1, 72),
  names: v.picklist(['everyone', 'joined', 'organizers']),
  eraseAfterDays: whole(1, 365),
};

export const chainDraft = exactObject({
  template: v.exactOptional(setting.template),
  title: setting.title,
  organizerName: setting.organizerName,
  description: v.exactOptional(setting.description),
  eventAt: v.exactOptional(instant),
  place: v.exactOptional(setting.place),
  opensAt: v.exactOptional(instant),
  closesAt: v.exactOptional(instant),
  capacity: v.exactOptional(places),
  perPerson: v.exactOptional(setting.perPerson),
  minimum: v.exactOptional(places),
  priceFen: v.exactOptional(fen),
  fields: v.exactOptional(fields),
  images: v.exactOptional(setting.images),
  waitlist: v.exactOptional(v.boolean()),
  holdHours: v.exactOptional(setting.holdHours),
  approval: v.exactOptional(v.boolean()),
  forOthers: v.exactOptional(v.boolean()),
  names: v.exactOptional(setting.names),
  eraseAfterDays: v.exactOptional(setting.eraseAfterDays),
  recurrence: v.exactOptional(recurrence),
}) satisfies v.GenericSchema<unknown, Partial<ChainDraft> & Pick<ChainDraft, 'title' | 'organizerName'>>;

export const chainChanges = v.pipe(
  exactObject({
    template: v.exactOptional(setting.template),
    title: v.exactOptional(setting.title),
    organizerName: v.exactOptional(setting.organizerName),
    description: v.exactOptional(setting.description),
    eventAt: v.exactOptional(v.nullable(instant)),
    place: v.exactOptional(setting.place),
    opensAt: v.exactOptional(v.nullable(instant)),
    closesAt: v.exactOptional(v.nullable(instant)),
    capacity: v.exactOptional(v.nullable(places)),
    perPerson: v.exactOptional(setting.perPerson),
    minimum: v.exactOptional(v.nullable(places)),
    priceFen: v.exactOptional(v.nullable(fen)),
    fields: v.exactOptional(fields),
    images: v.exactOptional(setting.images),
    waitlist: v.exactOptional(v.boolean()),
    holdHours: v.exactOptional(v.nullable(setting.holdHours)),
    approval: v.exactOptional(v.boolean()),
    forOthers: v.exactOptional(v.boolean()),
    names: v.exactOptional(setting.names),
    eraseAfterDays: v.exactOptional(setting.eraseAfterDays),
    recurrence: v.exactOptional(v.nullable(recurrence)),
  }),
  v.check(changes => Object.keys(changes).length > 0, 'at least one change'),
) satisfies v.GenericSchema<unknown, ChainChanges>;
