import { parseCron } from '../../local/cloud/timers/cron';

/** Beijing time without a zone, such as `2026-03-01 09:00:00`. */
const beijing = (text: string): number => Date.parse(`${text.replace(' ', 'T')}+08:00`);

test.each([
  ['0 */5 * * * * *', '2026-03-01 09:02:10', '2026-03-01 09:05:00', '2026-03-01 09:00:00'],
  ['0 0 9 * * * *', '2026-03-01 09:00:00', '2026-03-02 09:00:00', '2026-03-01 09:00:00'],
  ['0 0 9 * * * *', '2026-03-01 08:59:59', '2026-03-01 09:00:00', '2026-02-28 09:00:00'],
  ['30 0 0 1 1 * *', '2026-12-31 23:59:59', '2027-01-01 00:00:30', '2026-01-01 00:00:30'],
  ['0 30 8 * * MON-FRI *', '2026-03-07 12:00:00', '2026-03-09 08:30:00', '2026-03-06 08:30:00'],
  ['0 0 0 29 2 * *', '2026-03-01 00:00:00', '2028-02-29 00:00:00', '2024-02-29 00:00:00'],
  ['0 0 0 1 6 * 2024-2030/3', '2026-03-01 00:00:00', '2027-06-01 00:00:00', '2024-06-01 00:00:00'],
])('%s at %s comes next at %s and was last due at %s', (expression, at, next, last) => {
  const cron = parseCron(expression);
  expect(cron.next(beijing(at))).toBe(beijing(next));
  expect(cron.last(beijing(at))).toBe(beijing(last));
});

test('an expression whose years are over comes no more', () => {
  const cron = parseCron('0 0 0 1 1 * 2020');
  expect(cron.next(beijing('2026-03-01 00:00:00'))).toBeUndefined();
  expect(cron.last(beijing('2026-03-01 00:00:00'))).toBe(beijing('2020-01-01 00:00:00'));
});

test.each(['* * * * *', '0 0 0 30 2 * *', 'x 0 0 1 1 * *', '0 0 0 1 1 * someday', '61 * * * * * *', ''])(
  '"%s" is refused with its text',
  expression => {
    expect(() => parseCron(expression)).toThrow(`timer "${expression}"`);
  },
);
