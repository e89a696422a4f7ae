import { ObjectId } from 'bson';
import fc from 'fast-check';
import { doubleOf } from '../../../local/cloud/database/ejson';
import type { Doc, Value } from '../../../local/cloud/database/values';

/** Few different values, so that they meet; every type an index has to put in order. */
export const scalars: fc.Arbitrary<Value> = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -1, max: 3 }) },
  { weight: 3, arbitrary: fc.constantFrom<Value>('', 'a', 'ab', 'abc', 'b', '中', '🧹', 'a\0b') },
  { weight: 2, arbitrary: fc.constantFrom<Value>(null, true, false) },
  fc.constantFrom<Value>(0.5, -1.5, doubleOf(2), Number.NaN, Number.POSITIVE_INFINITY, 2 ** 40, -0),
  fc.constantFrom<Value>(new Date(0), new Date(-5), new Date(9_000_000_000_000)),
  fc.constantFrom<Value>(new ObjectId('0'.repeat(24)), new ObjectId('f'.repeat(24))),
);

const objects: fc.Arbitrary<Value> = fc.dictionary(fc.constantFrom('x', 'y'), scalars, { maxKeys: 2 });

/** Half of them of numbers, which ranges can pass through. */
export const lists: fc.Arbitrary<Value> = fc.oneof(
  fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 1, maxLength: 3 }),
  fc.array(fc.oneof(scalars, objects, fc.constantFrom<Value>([1], [])), { maxLength: 3 }),
);

export const values = fc.oneof({ weight: 5, arbitrary: scalars }, objects, lists);

/** Documents of fields `a` (anything), `b` and `c` (no lists), each of which may be missing. */
export const documents = (a: fc.Arbitrary<Value>): fc.Arbitrary<Doc[]> =>
  fc
    .array(fc.record({ a, b: scalars, c: fc.constantFrom<Value>(1, 2, 'z', null) }, { requiredKeys: [] }), {
      minLength: 5,
      maxLength: 25,
    })
    .map(list => list.map((doc, i) => ({ _id: i, ...doc })));

const comparisons = fc.record({
  op: fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$eq', '$ne'),
  value: values,
});

const conditions: fc.Arbitrary<Value> = fc.oneof(
  { weight: 3, arbitrary: scalars },
  { weight: 6, arbitrary: comparisons.map(({ op, value }) => ({ [op]: value })) },
  { weight: 3, arbitrary: fc.tuple(scalars, scalars).map(([low, high]) => ({ $gte: low, $lt: high })) },
  fc.array(scalars, { maxLength: 4 }).map(list => ({ $in: list })),
  fc.array(scalars, { maxLength: 3 }).map(list => ({ $nin: list })),
  fc.array(scalars, { minLength: 1, maxLength: 2 }).map(list => ({ $all: list })),
  fc.boolean().map(flag => ({ $exists: flag })),
  comparisons.map(({ op, value }) => ({ $not: { [op]: value } })),
  comparisons.map(({ op, value }) => ({ $elemMatch: { [op]: value } })),
  scalars.map(x => ({ $elemMatch: { x } })),
  fc.constantFrom<Value>(/^a/, /^ab?$/, /b/, /^A/i, { $size: 2 }, { $type: 'number' }),
  objects,
);

const paths = fc.constantFrom('a', 'a', 'a.x', 'b', 'b', 'c', '_id');
const one = fc.tuple(paths, conditions).map(([path, condition]): Doc => ({ [path]: condition }));
const several = fc.tuple(one, one).map(([first, second]): Doc => ({ ...first, ...second }));

/** Mostly of one or two conditions: more of them find nothing, which proves nothing. */
export const filters: fc.Arbitrary<Doc> = fc.oneof(
  { weight: 6, arbitrary: one },
  { weight: 4, arbitrary: several },
  { weight: 2, arbitrary: fc.constant<Doc>({}) },
  fc.tuple(one, one).map(parts => ({ $and: parts })),
  { weight: 2, arbitrary: fc.tuple(several, one).map(parts => ({ $or: parts })) },
  fc.tuple(one, one, one).map(([first, ...parts]) => ({ ...first, $or: parts })),
  one.map(part => ({ $nor: [part] })),
);

/** An order of up to three fields that always ends with the id, so that it is total. */
export const orders: fc.Arbitrary<Doc> = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom('a', 'a.x', 'b', 'c'), { maxLength: 2 }),
    fc.array(fc.constantFrom(1, -1), { minLength: 3, maxLength: 3 }),
  )
  .map(([paths, ways]) => Object.fromEntries([...paths, '_id'].map((path, i) => [path, ways[i] ?? 1])));
