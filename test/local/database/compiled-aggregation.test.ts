import fc from 'fast-check';
import { compileExpression, NotCompiled } from '../../../local/cloud/database/aggregation/compiled';
import { evaluator, runStage } from '../../../local/cloud/database/aggregation/expressions';
import { compileGroup } from '../../../local/cloud/database/aggregation/group';
import { DatabaseError } from '../../../local/cloud/database/database-error';
import { plainCopy } from '../../../local/cloud/database/plain';
import type { Doc, Value } from '../../../local/cloud/database/values';
import { documents, values } from './random-documents';

const plainDocuments = documents(values).map(docs => docs.map(plainCopy));

/** Fewer kinds of values, which groups can be formed and summed over. */
const groupable = fc
  .array(
    fc.record(
      {
        a: fc.oneof(fc.array(fc.constantFrom('a', 'z')), fc.constantFrom('a', 'z')),
        b: fc.integer({ min: -1, max: 3 }),
        c: fc.constantFrom<Value>(0.5, 2, null, Number.POSITIVE_INFINITY),
      },
      { requiredKeys: ['a'] },
    ),
    { maxLength: 25 },
  )
  .map(docs => docs.map((doc, _id): Doc => ({ _id, ...doc })));

const leaves: fc.Arbitrary<Value> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('$a', '$b', '$c', '$_id', '$missing') },
  fc.constantFrom<Value>(0, 1, 2, 'a', '', 'z', true, false, null, new Date(0)),
);

const { expression: expressions } = fc.letrec<{ expression: Value }>(tie => {
  const inner = tie('expression');
  const pair = fc.tuple(inner, inner).map(parts => [...parts]);
  return {
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaves,
      fc
        .tuple(fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte', '$and', '$or', '$ifNull'), pair)
        .map(([operator, operands]): Value => ({ [operator]: operands })),
      fc.tuple(inner, inner, inner).map((parts): Value => ({ $cond: [...parts] })),
      fc
        .tuple(inner, inner, inner)
        .map(([if_, then, else_]): Value => ({ $cond: { if: if_, then, else: else_ } })),
      fc.constantFrom('a', 'z', '中').map((text): Value => ({ $in: [text, '$a'] })),
      fc.tuple(inner, inner).map(([x, y]): Value => ({ x, y })),
    ),
  };
});

const groups: fc.Arbitrary<Doc> = fc
  .tuple(
    expressions,
    fc.oneof(fc.constantFrom<Value>('$b', '$c', 1, 2), expressions),
    fc.constantFrom('$sum', '$min', '$max'),
  )
  .map(([_id, operand, operator]) => ({ _id, count: { $sum: 1 }, of: { [operator]: operand } }));

/** undefined where the closures leave the work to mingo, and where mingo refuses it. */
function unlessLeft<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof NotCompiled || error instanceof DatabaseError) return undefined;
    throw error;
  }
}

const inMingo = (name: string, spec: Value, docs: Doc[]) =>
  runStage(name, spec, docs.map(plainCopy), {}, () => []);

describe('compiled aggregation', () => {
  it('evaluates expressions to what mingo makes of them', () => {
    let compared = 0;
    fc.assert(
      fc.property(plainDocuments, expressions, (docs, expression) => {
        const compute = compileExpression(expression);
        for (const doc of docs) {
          const value = compute && unlessLeft(() => [compute(doc)]);
          if (!value) continue;
          compared += 1;
          // A computed field of a group is mingo's own evaluation.
          const [row] = inMingo('$project', { _id: 0, value: { $cond: [true, expression, 0] } }, [doc]);
          expect({ value: value[0] }).toEqual({ value: row?.['value'] });
        }
      }),
    );
    expect(compared).toBeGreaterThan(300);
  });

  it('groups as mingo groups', () => {
    let compared = 0;
    fc.assert(
      fc.property(groupable, groups, (docs, spec) => {
        const run = compileGroup(spec);
        const rows = run && unlessLeft(() => run(docs));
        if (!rows) return;
        compared += 1;
        expect(rows).toEqual(inMingo('$group', spec, docs));
      }),
      { numRuns: 500 },
    );
    expect(compared).toBeGreaterThan(50);
  });

  it('leaves documents as they are', () => {
    fc.assert(
      fc.property(plainDocuments, groups, expressions, (docs, spec, expression) => {
        const before = docs.map(plainCopy);
        const run = compileGroup(spec);
        unlessLeft(() => run?.(docs));
        const compute = evaluator('$expr', expression, {});
        for (const doc of docs) unlessLeft(() => compute(doc));
        expect(docs).toEqual(before);
      }),
    );
  });
});
