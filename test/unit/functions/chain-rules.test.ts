import { parseChain } from '../../../cloudfunctions/core/chains/document';
import { completeDraft } from '../../../cloudfunctions/core/chains/draft';
import { newChain, newRound } from '../../../cloudfunctions/core/chains/new-chain';
import { dayEnd, dayStart } from '../../../cloudfunctions/core/chains/recurrence';
import {
  isRestorable,
  joiningOf,
  joinRefusalOf,
  phaseOf,
  refusalOf,
  TRASH_MS,
} from '../../../cloudfunctions/core/chains/rules';
import { appointed, transferred } from '../../../cloudfunctions/core/chains/staff';
import type { ChainDraft } from '../../../typings/contract/fields';

const NOW = Date.UTC(2025, 0, 6, 2);
const HOUR_MS = 3_600_000;

const chainOf = (given: Partial<ChainDraft> = {}, more: object = {}) => {
  const settings = completeDraft({ title: '标题', organizerName: '王教练', ...given });
  return parseChain({ ...newChain({ uid: 'u', request: 'r', settings, state: 'open', now: NOW }), ...more });
};

test('joining opens at opensAt and ends at closesAt, to the millisecond', () => {
  const chain = chainOf({ opensAt: NOW, closesAt: NOW + HOUR_MS });
  const at = (now: number) => [refusalOf(chain, now), phaseOf(chain, now)];
  expect(at(NOW - 1)).toEqual(['NOT_OPEN_YET', 'scheduled']);
  expect(at(NOW)).toEqual([undefined, 'open']);
  expect(at(NOW + HOUR_MS - 1)).toEqual([undefined, 'open']);
  expect(at(NOW + HOUR_MS)).toEqual(['CLOSED', 'closed']);
});

test('a trashed chain is restorable before purgeAt and not at it', () => {
  const chain = chainOf({}, { state: 'trashed', formerState: 'open', purgeAt: NOW + TRASH_MS });
  expect(isRestorable(chain, NOW + TRASH_MS - 1)).toBe(true);
  expect(isRestorable(chain, NOW + TRASH_MS)).toBe(false);
  expect(refusalOf(chain, NOW)).toBe('GONE');
  expect(isRestorable(chainOf({}, { state: 'erasing', purgeAt: NOW + 1 }), NOW)).toBe(false);
});

test.each([
  ['closed', 'CLOSED'],
  ['cancelled', 'CLOSED'],
  ['checking', 'NOT_OPEN_YET'],
  ['erasing', 'GONE'],
])('a chain that is %s takes nobody: %s', (state, refusal) => {
  expect(joiningOf(chainOf({}, { state }), 'pu', NOW)).toEqual({ joining: 'refused', refusal });
});

test('one more gets a place, a turn, an approval or a refusal', () => {
  const book = { left: { room: 5, total: 0 } };
  const full = { book: { ...chainOf().book, ...book } };
  const joining = (given: Partial<ChainDraft>, more: object = {}) =>
    joiningOf({ ...chainOf({ capacity: 1, ...given }), ...more }, 'pu', NOW);
  expect(joining({})).toEqual({ joining: 'place' });
  expect(joining({}, full)).toEqual({ joining: 'waitlist' });
  expect(joining({ waitlist: false }, full)).toEqual({ joining: 'refused', refusal: 'FULL' });
  expect(joining({ approval: true }, full)).toEqual({ joining: 'approval' });
  const mine = { book: { ...chainOf().book, own: { pu: 'k' }, live: { pu: 20 } } };
  expect(joining({ forOthers: false }, mine)).toEqual({ joining: 'refused', refusal: 'ALREADY_JOINED' });
  expect(joining({}, mine)).toEqual({ joining: 'refused', refusal: 'TOO_LARGE' });
});

const weekly = (given: Partial<ChainDraft> = {}) =>
  chainOf({
    recurrence: { weekdays: [1], from: '2025-01-06', until: '2025-03-31', skip: [], makeUps: 1 },
    ...given,
  });
const roundOn = (series: ReturnType<typeof weekly>, date: string) => parseChain(newRound(series, date, NOW));

test('times of a round stand to its day as those of the series to its event', () => {
  const eventAt = dayStart('2025-01-06') + 19 * HOUR_MS;
  const series = weekly({ eventAt, opensAt: eventAt - 72 * HOUR_MS, closesAt: eventAt - 24 * HOUR_MS });
  const shift = dayStart('2025-01-20') - dayStart('2025-01-06');
  expect(roundOn(series, '2025-01-20').settings).toMatchObject({
    ...{ eventAt: eventAt + shift, opensAt: eventAt + shift - 72 * HOUR_MS },
    closesAt: eventAt + shift - 24 * HOUR_MS,
  });
  // Without an event, or with a deadline far from it, the time of the day counts; midnight is the end of the day.
  const closesAt = dayStart('2025-04-01');
  expect(roundOn(weekly({ closesAt }), '2025-01-20').settings.closesAt).toBe(dayEnd('2025-01-20'));
  const checkIn = roundOn(weekly({ template: 'check-in' }), '2025-01-20').settings;
  expect([checkIn.opensAt, checkIn.closesAt]).toEqual([dayStart('2025-01-20'), dayEnd('2025-01-20')]);
});

test('a round whose day is over takes those who fill in later, where that is allowed, and nothing else', () => {
  const early = roundOn(weekly({ closesAt: dayStart('2025-01-06') + HOUR_MS }), '2025-01-06');
  const over = dayEnd('2025-01-06');
  // Between its deadline and the end of its day it is simply closed.
  expect([joinRefusalOf(early, over - 1), joinRefusalOf(early, over)]).toEqual(['CLOSED', undefined]);
  expect(refusalOf(early, over)).toBe('CLOSED');
  const strict = weekly({
    recurrence: { weekdays: [1], from: '2025-01-06', until: '2025-03-31', skip: [], makeUps: 0 },
  });
  const round = roundOn(strict, '2025-01-06');
  expect([joinRefusalOf(round, over - 1), joinRefusalOf(round, over)]).toEqual([undefined, 'CLOSED']);
});

const staff = [
  { uid: 'a', name: '甲', role: 'owner' as const, successor: false },
  { uid: 'b', name: '乙', role: 'volunteer' as const, successor: true },
];

test('there is one successor at most, twenty staff at most, and one owner', () => {
  const person = { uid: 'c', name: '丙', role: 'organizer' as const, successor: true };
  expect(appointed(staff, person)?.map(({ successor }) => successor)).toEqual([false, false, true]);
  expect(appointed(staff, { ...person, uid: 'b', role: 'participant', successor: false })).toHaveLength(1);
  const many = Array.from({ length: 20 }, (_, index) => ({ ...person, uid: `u${index}` }));
  expect(appointed(many, person)).toBeUndefined();
  expect(appointed(many, { ...person, uid: 'u3' })).toHaveLength(20);
  expect(transferred(staff, 'b')).toEqual([
    { uid: 'b', name: '乙', role: 'owner', successor: false },
    { uid: 'a', name: '甲', role: 'organizer', successor: false },
  ]);
});
