import fc from 'fast-check';
import { coreName, sameName } from '../../../cloudfunctions/core/rosters/names';
import { type Answered, rosterView } from '../../../cloudfunctions/core/rosters/rules';

const answered = (name: string, status: Answered['status'] = 'in'): Answered => ({
  entryId: `id-${name}`,
  name,
  status,
});

test('a roster says of each name whether it answered, and which entries may be meant', () => {
  const entries = [answered('张三'), answered('李四 ', 'waiting'), answered('王五妈妈'), answered('路人')];
  expect(rosterView(['李四', '张三', '王五', '赵六'], entries)).toEqual({
    rows: [
      { name: '李四', status: 'waiting', entryId: 'id-李四 ' },
      { name: '张三', status: 'in', entryId: 'id-张三' },
      { name: '王五', status: 'unanswered', similar: ['王五妈妈'] },
      { name: '赵六', status: 'unanswered' },
    ],
    answered: 2,
    unanswered: 2,
    others: 2,
  });
});

test('an entry that has its own place on the roster is not offered to another name', () => {
  const view = rosterView(['张三', '张三丰'], [answered('张三')]);
  expect(view.rows[1]).toEqual({ name: '张三丰', status: 'unanswered' });
});

/** Entries offered to the only name of a roster. */
const similarTo = (name: string, others: string[]): string[] =>
  rosterView(
    [name],
    others.map(other => answered(other)),
  ).rows[0]?.similar ?? [];

test.each([
  ['张三', '张三（爸爸）', true],
  ['张三（妈妈）', '张三妈妈', true],
  ['张三（妈妈）', '张三的爸爸', true],
  ['张三', '3班张三', true],
  ['张三', '张三丰', true],
  ['张三', '李四', false],
  ['张', '张三', false],
])('%s and %s may be the same: %s', (one, other, similar) => {
  expect(similarTo(one, [other])).toEqual(similar ? [other] : []);
  expect(similarTo(other, [one])).toEqual(similar ? [one] : []);
});

test('to a name are offered the first five entries that have its core, are in it or have it in them', () => {
  const some = fc.string({ unit: fc.constantFrom('张', '三', '李', '1', ' ', '妈妈'), maxLength: 5 });
  const isIn = (one: string, other: string): boolean => one.length > 1 && other.includes(one);
  const arePair = (one: string, other: string): boolean =>
    one === other || isIn(one, other) || isIn(other, one);
  fc.assert(
    fc.property(
      fc.uniqueArray(some, { maxLength: 12 }),
      fc.array(some, { maxLength: 20 }),
      (names, taken) => {
        const { rows } = rosterView(
          names,
          taken.map(name => answered(name)),
        );
        for (const { name, similar } of rows.filter(row => row.status === 'unanswered')) {
          const others = taken.filter(other => !names.some(listed => sameName(listed) === sameName(other)));
          expect(similar ?? []).toEqual(
            others.filter(other => arePair(coreName(name), coreName(other))).slice(0, 5),
          );
        }
      },
    ),
  );
});

test('the work grows with the names, not with their pairs', () => {
  const folded = jest.spyOn(String.prototype, 'normalize');
  const looked = jest.spyOn(String.prototype, 'includes');
  const numbered = (word: string): string[] =>
    Array.from({ length: 2000 }, (_, index) => `${word}${index}号`);
  const { unanswered, others } = rosterView(
    numbered('张三'),
    numbered('李四').map(name => answered(name)),
  );
  const calls = folded.mock.calls.length + looked.mock.calls.length;
  jest.restoreAllMocks();
  expect({ unanswered, others }).toEqual({ unanswered: 2000, others: 2000 });
  expect(calls).toBeLessThan(10 * 4000);
});
