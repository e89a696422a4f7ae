import fc from 'fast-check';
import { canonicalUrl } from '../../cloudfunctions/core/items/canonical-url';
import type { ItemDraft } from '../../typings/contract/items';
import { anyLine } from './any-line';

const anyNote = fc
  .array(fc.oneof(anyLine(40), fc.constantFrom('', '\tx')), { minLength: 1, maxLength: 4 })
  .map(lines => lines.join('\n').trim())
  .filter(text => text !== '');

const anyUrl = fc
  .webUrl({ withQueryParameters: true, withFragments: true, size: 'small' })
  .filter(url => url.length < 900 && canonicalUrl(url) !== undefined);

/** 2000 to just before `now`, some on whole seconds. */
const anyInstant = (now: number) =>
  fc.oneof(
    fc.integer({ min: 946_684_800_000, max: now }),
    fc.integer({ min: 946_684_800, max: Math.floor(now / 1000) - 1 }).map(seconds => seconds * 1000),
  );

const anyTags = fc.uniqueArray(anyLine(20), { minLength: 1, maxLength: 4 });

const anySnapshot = (now: number) =>
  fc
    .record(
      {
        title: anyLine(200),
        author: anyLine(100),
        cover: fc.webPath().map(path => `https://example.com/${encodeURI(path)}`),
        takenAt: anyInstant(now),
      },
      { requiredKeys: ['takenAt'] },
    )
    .map(snapshot => ({ ...snapshot }));

/** Any item a person can have, as it is added. */
export const anyDraft = (now: number): fc.Arbitrary<ItemDraft> =>
  fc
    .record(
      {
        kind: fc.constantFrom('follow', 'like', 'favorite'),
        name: anyLine(100),
        targetType: fc.constantFrom(
          'official-account',
          'channel',
          'mini-program',
          'article',
          'video',
          'other',
        ),
        url: anyUrl,
        handle: anyLine(200),
        label: anyLine(20),
        tags: anyTags,
        folder: anyLine(20),
        starred: fc.boolean(),
        protected: fc.boolean(),
        note: anyNote,
        marks: fc.uniqueArray(fc.constantFrom('advert-heavy', 'outdated'), { minLength: 1 }),
        addedAt: anyInstant(now),
        lastReadAt: anyInstant(now),
        postsPerWeek: fc.double({ min: 0, max: 10_000, noNaN: true }).map(count => count + 0),
        dead: fc.boolean(),
        snapshot: anySnapshot(now),
      },
      { requiredKeys: ['kind', 'name', 'addedAt'] },
    )
    .map(draft => ({ ...draft }) as ItemDraft);
