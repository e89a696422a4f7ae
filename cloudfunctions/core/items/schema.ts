import * as v from 'valibot';
import type { ItemChanges, ItemDraft, ItemFilter, ManyChanges } from '../../../typings/contract/items';
import { exactObject } from '../gateway/input';
import { silentDays } from '../people/schema';
import { canonicalUrl } from './canonical-url';

/** Control characters and halves of characters never belong to a text; a note may have line breaks and tabs. */
const CONTROL = /[\p{Cc}\p{Cs}\u2028\u2029]/u;
const CONTROL_IN_NOTE = /(?![\n\t])[\p{Cc}\p{Cs}\u2028\u2029]/u;

/** A trimmed single line of 1 to `max` characters. */
export const line = (max: number) =>
  v.pipe(
    v.string(),
    v.check(text => !CONTROL.test(text), 'no control characters'),
    v.trim(),
    v.minLength(1),
    v.maxLength(max),
  );

export const NOTE_MAX = 1000;
const note = v.pipe(
  v.string(),
  v.check(text => !CONTROL_IN_NOTE.test(text), 'no control characters'),
  v.trim(),
  v.maxLength(NOTE_MAX),
);

export const TAGS_MAX = 20;
export const FOLDER_MAX = 20;
const tags = v.pipe(
  v.array(line(20)),
  v.maxLength(TAGS_MAX),
  v.transform(all => [...new Set(all)]),
);
const folder = line(FOLDER_MAX);
const marks = v.pipe(
  v.array(v.picklist(['advert-heavy', 'outdated'])),
  v.maxLength(2),
  v.transform(all => [...new Set(all)]),
);
/** Epoch ms between 2000 and 2100. */
export const instant = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(946_684_800_000),
  v.maxValue(4_102_444_800_000),
);

export const itemKind = v.picklist(['follow', 'like', 'favorite']);
export const targetType = v.picklist([
  'official-account',
  'channel',
  'mini-program',
  'article',
  'video',
  'other',
]);
/** What `shortHash` gives. */
export const itemId = v.pipe(v.string(), v.regex(/^[\w-]{16}$/));

export const webAddress = v.pipe(
  v.string(),
  v.maxLength(1000),
  v.check(text => canonicalUrl(text) !== undefined, 'an http(s) address'),
);

/** A picture is shown from where it is: https only. */
const cover = v.pipe(
  v.string(),
  v.maxLength(1000),
  v.check(text => /^https:\/\/[^\s/]+\//.test(text) && URL.canParse(text), 'an https address'),
);

export const snapshot = exactObject({
  title: v.exactOptional(line(200)),
  author: v.exactOptional(line(100)),
  cover: v.exactOptional(cover),
  takenAt: instant,
});

export const itemDraft = exactObject({
  kind: itemKind,
  name: line(100),
  targetType: v.exactOptional(targetType),
  url: v.exactOptional(webAddress),
  handle: v.exactOptional(line(200)),
  label: v.exactOptional(line(20)),
  tags: v.exactOptional(tags),
  folder: v.exactOptional(folder),
  starred: v.exactOptional(v.boolean()),
  protected: v.exactOptional(v.boolean()),
  note: v.exactOptional(note),
  marks: v.exactOptional(marks),
  addedAt: v.exactOptional(instant),
  lastReadAt: v.exactOptional(instant),
  postsPerWeek: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(10_000))),
  dead: v.exactOptional(v.boolean()),
  snapshot: v.exactOptional(snapshot),
}) satisfies v.GenericSchema<unknown, ItemDraft>;

export const itemChanges = exactObject({
  name: v.exactOptional(line(100)),
  label: v.exactOptional(v.nullable(line(20))),
  tags: v.exactOptional(tags),
  folder: v.exactOptional(v.nullable(folder)),
  starred: v.exactOptional(v.boolean()),
  protected: v.exactOptional(v.boolean()),
  note: v.exactOptional(v.nullable(note)),
  marks: v.exactOptional(marks),
  dead: v.exactOptional(v.boolean()),
}) satisfies v.GenericSchema<unknown, ItemChanges>;

const isDisjoint = ({ addTags = [], removeTags = [] }: ManyChanges): boolean =>
  !addTags.some(tag => removeTags.includes(tag));

export const manyChanges = v.pipe(
  exactObject({
    addTags: v.exactOptional(tags),
    removeTags: v.exactOptional(tags),
    folder: v.exactOptional(v.nullable(folder)),
    starred: v.exactOptional(v.boolean()),
    protected: v.exactOptional(v.boolean()),
  }),
  v.check(changes => Object.keys(changes).length > 0, 'at least one change'),
  v.check(isDisjoint, 'no tag in both lists'),
) satisfies v.GenericSchema<unknown, ManyChanges>;

export const itemFilter = exactObject({
  query: v.exactOptional(v.pipe(v.string(), v.maxLength(60))),
  tag: v.exactOptional(line(20)),
  label: v.exactOptional(line(20)),
  folder: v.exactOptional(folder),
  starred: v.exactOptional(v.boolean()),
  protected: v.exactOptional(v.boolean()),
  duplicate: v.exactOptional(v.literal(true)),
  silence: v.exactOptional(v.picklist(['active', 'silent', 'unknown'])),
  silentDays: v.exactOptional(silentDays),
  frequent: v.exactOptional(v.boolean()),
  unopened: v.exactOptional(v.boolean()),
  dead: v.exactOptional(v.boolean()),
  marked: v.exactOptional(v.picklist(['advert-heavy', 'outdated'])),
  targetType: v.exactOptional(targetType),
}) satisfies v.GenericSchema<unknown, ItemFilter>;

export const itemSort = v.picklist(['recent', 'name', 'last-read', 'frequency']);
export const cursorText = v.pipe(v.string(), v.maxLength(600), v.regex(/^[\w-]+$/));
export const pageLimit = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100));
