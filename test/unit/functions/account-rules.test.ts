import fc from 'fast-check';
import {
  deletionFrom,
  fateOf,
  isErased,
  isOver,
  isSweepDue,
  QUIET_MS,
} from '../../../cloudfunctions/core/accounts/rules';
import type { LoggedEvent } from '../../../cloudfunctions/core/chains/document';
import type { EntryDocument } from '../../../cloudfunctions/core/entries/document';
import {
  bookAfter,
  chainEventAfter,
  ERASED_NAME,
  factsAfter,
  imagesOf,
  impersonalAnswers,
  madeEntryAfter,
  ownEntryAfter,
  partOf,
} from '../../../cloudfunctions/core/forgetting/rules';
import type { SeatStatus } from '../../../cloudfunctions/core/seats/book';
import { optionCountsOf, placesTaken } from '../../../cloudfunctions/core/seats/figures';
import { bookOf, NOW, settings, withOptions } from '../../support/functions/seat-books';

const HOUR_MS = 3_600_000;

test('an account is over 72 hours after the request, not a millisecond before', () => {
  const deletion = deletionFrom(NOW);
  expect(isOver({ deletion }, NOW + 72 * HOUR_MS - 1)).toBe(false);
  expect(isOver({ deletion }, NOW + 72 * HOUR_MS)).toBe(true);
  expect(isOver({}, NOW)).toBe(false);
});

test('an erasure ends when ten minutes after a look nothing is found', () => {
  expect(isSweepDue({ salt: 's' }, NOW)).toBe(true);
  expect(isSweepDue({ salt: 's', sweptAt: NOW }, NOW + QUIET_MS - 1)).toBe(false);
  expect(isSweepDue({ salt: 's', sweptAt: NOW }, NOW + QUIET_MS)).toBe(true);
  expect(isErased({ salt: 's' }, 0)).toBe(false);
  expect(isErased({ salt: 's', sweptAt: NOW }, 1)).toBe(false);
  expect(isErased({ salt: 's', sweptAt: NOW }, 0)).toBe(true);
});

test('a chain goes to whoever was named for it, and to nobody else', () => {
  const owner = { uid: 'o', name: '王', role: 'owner', successor: true };
  const helper = { uid: 'h', name: '李', role: 'organizer', successor: false };
  const heir = { uid: 's', name: '周', role: 'volunteer', successor: true };
  expect(fateOf([owner, helper])).toEqual({ fate: 'erased' });
  expect(fateOf([owner, helper, heir])).toEqual({ fate: 'handed', successorName: '周' });
});

const entry = (given: Partial<EntryDocument> = {}): EntryDocument => ({
  ...{ _id: 'old', chain: 'c', request: 'r', people: ['me'], name: '张三', places: 2, at: NOW },
  ...{ answers: {}, payment: 'paid', events: [] },
  ...given,
});

test('an own entry keeps places, choices and money, and nothing that tells of its person', () => {
  const fields = [
    ...withOptions({ a: undefined }),
    { id: 't', type: 'text' as const, label: '备注', required: false, personal: false },
    { id: 'd', type: 'date' as const, label: '生日', required: false, personal: false },
    { id: 'n', type: 'number' as const, label: '几件', required: false, personal: false },
    { id: 'p', type: 'number' as const, label: '身高', required: false, personal: true },
  ];
  const answers = { f: 'a', t: '我是张三', d: '1990-01-01', n: 3, p: 180, gone: 'x' };
  expect(impersonalAnswers(fields, answers)).toEqual({ f: 'a', n: 3 });
  const own = entry({
    ...{ uid: 'me', answers, sealed: { p: 'k' }, author: 'me', note: '张三的', paidFen: 5 },
    ended: { status: 'removed', at: NOW, reason: '张三来过了' },
    events: [
      { at: 1, what: 'joined', uid: 'me', name: '张三' },
      { at: 2, what: 'removed', uid: 'staff', name: '王', detail: '张三来过了' },
    ],
  });
  expect(ownEntryAfter(own, fields, 'me', { _id: 'new', request: 'q' })).toEqual({
    ...{ _id: 'new', chain: 'c', request: 'q', people: [], name: ERASED_NAME, places: 2, at: NOW },
    ...{ answers: { f: 'a', n: 3 }, payment: 'paid', paidFen: 5, ended: { status: 'removed', at: NOW } },
    events: [
      { at: 1, what: 'joined', name: ERASED_NAME },
      { at: 2, what: 'removed', uid: 'staff', name: '王' },
    ],
  });
});

test('an entry that the person made for somebody stays that person’s', () => {
  const made = entry({
    ...{ by: 'me', byName: '张三', name: '奶奶', author: 'me', answers: { t: '靠窗' }, note: '常客' },
    events: [{ at: 1, what: 'joined', uid: 'me', name: '张三' }],
  });
  const after = madeEntryAfter(made, 'me', { _id: 'new', request: 'q', sealed: { p: 'k' } });
  expect(after).toMatchObject({ name: '奶奶', answers: { t: '靠窗' }, note: '常客', sealed: { p: 'k' } });
  expect(after).toMatchObject({ by: '', byName: ERASED_NAME, author: '', people: [] });
  expect(JSON.stringify(after)).not.toMatch(/"me"|张三/);
  expect(madeEntryAfter({ ...made, author: 'staff' }, 'me', { _id: 'n', request: 'q' }).author).toBe('staff');
});

test('what the book says decides whose an entry is', () => {
  expect(partOf(entry({ by: 'me' }), { uid: 'other' }, 'me')).toBe('made');
  expect(partOf(entry({ by: 'other' }), { uid: 'me' }, 'me')).toBe('own');
  expect(partOf(entry({ uid: 'me' }), undefined, 'me')).toBe('own');
  expect(partOf(entry({ by: 'other' }), { uid: 'third' }, 'me')).toBe('touched');
});

const seat = fc.record({
  status: fc.constantFrom<SeatStatus>('in', 'waiting', 'asking', 'offered'),
  places: fc.integer({ min: 1, max: 3 }),
  picks: fc.constantFrom({}, { f_a: 1 }, { f_a: 2, f_b: 1 }),
  by: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
});

test('a book without a person has the same places, choices, numbers and queue', () => {
  fc.assert(
    fc.property(fc.array(seat, { maxLength: 8 }), given => {
      const seats = given.map(({ by, ...one }) => (by === undefined ? one : { ...one, by }));
      const book = bookOf(settings({ capacity: 30, fields: withOptions({ a: 9, b: undefined }) }), seats);
      const ids = new Map(
        Object.values(book.held)
          .filter(({ uid, by }) => uid === 'a' || by === 'a')
          .map(({ entryId }) => [entryId, `n${entryId.slice(1)}`]),
      );
      const after = bookAfter(book, 'a', ids);
      expect([after.left, after.waits, after.waiting]).toEqual([book.left, book.waits, book.waiting]);
      expect([placesTaken(after), optionCountsOf(after)]).toEqual([placesTaken(book), optionCountsOf(book)]);
      expect(after.order).toEqual(book.order.map(id => ids.get(id) ?? id));
      for (const [index, id] of after.order.entries()) {
        const [before, now] = [book.held[book.order[index]?.slice(0, 17) ?? ''], after.held[id.slice(0, 17)]];
        expect([now?.status, now?.places, now?.picks]).toEqual([
          before?.status,
          before?.places,
          before?.picks,
        ]);
        expect(now).toMatchObject({ key: id.slice(0, 17), entryId: id });
      }
      const people = Object.values(after.held).flatMap(({ uid, by }) => [uid, by]);
      expect(people).not.toContain('a');
      expect(Object.keys({ ...after.others, ...after.claimed })).not.toContain('pa');
    }),
  );
});

test('news follow entries to their new ids and do not name the person', () => {
  const fact = (keys: string[], to?: string[]) => ({
    ...{ id: 'f', kind: 'removed' as const, keys, at: NOW },
    ...(to && { to }),
  });
  const [old, other] = [`e${'a'.repeat(32)}`, `e${'b'.repeat(32)}`];
  const ids = new Map([[old, `e${'n'.repeat(32)}`]]);
  const outbox = [fact([other.slice(0, 17)]), fact([old.slice(0, 17)]), fact([], ['me', 'you'])];
  const after = factsAfter(outbox, 'me', ids);
  expect([...after.keys()]).toEqual([1, 2]);
  expect(after.get(1)?.keys).toEqual([`e${'n'.repeat(16)}`]);
  expect(after.get(2)?.to).toEqual(['', 'you']);
});

test.each([
  ['who did it', { uid: 'me', by: '张三' }, { by: ERASED_NAME }],
  [
    'who it is about',
    { uid: 'o', by: '王', subject: '张三', about: ['me'] },
    { uid: 'o', by: '王', subject: ERASED_NAME },
  ],
  [
    'one of several',
    { subject: '张三、李四', about: ['me', 'li'] },
    { subject: `${ERASED_NAME}等 2 人`, about: ['li'] },
  ],
  ['one of many', { subject: '张三、李四等 7 人', about: ['me'] }, { subject: `${ERASED_NAME}等 7 人` }],
] as const)('a chain’s history does not name the person as %s', (_, given, expected) => {
  const what = { _id: 'x', at: NOW, what: 'appointed' as const };
  const event = { ...what, ...given } as LoggedEvent;
  expect(chainEventAfter(event, 'me')).toEqual({ ...what, ...expected });
  expect(chainEventAfter(event, 'somebody else')).toBeUndefined();
});

test('pictures are known by the folder of who uploaded them', () => {
  const images = ['cloud://env.x/chains/me/a.png', 'cloud://env.x/chains/menu/b.png'];
  expect(imagesOf(images, 'me')).toEqual(images.slice(0, 1));
});
