import { paceOf } from '../../../cloudfunctions/core/gateway/pace';

const NOW = Date.parse('2026-03-01T12:00:00Z');

test('240 calls a minute pass, the next one when the first of them is a minute old', () => {
  for (let call = 0; call < 240; call += 1) expect(paceOf('busy', NOW + call)).toBeUndefined();
  expect(paceOf('busy', NOW + 240)).toBe(NOW + 60_000);
  expect(paceOf('busy', NOW + 59_999)).toBe(NOW + 60_000);
  expect(paceOf('busy', NOW + 60_000)).toBeUndefined();
  expect(paceOf('busy', NOW + 60_000)).toBe(NOW + 60_001);
});

test('one person’s calls are nothing to another', () => {
  for (let call = 0; call < 240; call += 1) paceOf('one', NOW);
  expect(paceOf('one', NOW)).toBe(NOW + 60_000);
  expect(paceOf('another', NOW)).toBeUndefined();
});

test('a clock that was set back locks nobody out', () => {
  for (let call = 0; call < 240; call += 1) paceOf('moved', NOW);
  expect(paceOf('moved', NOW - 3_600_000)).toBeUndefined();
});
