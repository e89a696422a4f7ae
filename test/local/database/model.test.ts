import fs from 'node:fs';
import fc from 'fast-check';
import { type Database, openDatabase } from '../../../local/cloud/database';
import { newFolder } from './sdk-database';

const byN = { name: 'n', keys: [['n', 1]] as [string, number][], unique: false };
const byCode = { name: 'code', keys: [['code', 1]] as [string, number][], unique: true };

let dir: string;
let database: Database;
beforeEach(async () => {
  dir = newFolder();
  const schema = { collections: { things: { indexes: [byN, byCode] } } };
  database = await openDatabase({ dir, schema, now: () => 0 });
});
afterEach(async () => {
  await database.close();
  fs.rmSync(dir, { recursive: true, force: true });
});

interface Thing {
  _id: number;
  n: number;
  code: number;
}
type Model = Map<number, Thing>;

const send = async (action: string, fields: object): Promise<Record<string, unknown>> => {
  const request = { action: `database.${action}`, collectionName: 'things', ...fields };
  return (await database.handle(request))['data'] as Record<string, unknown>;
};

/** One step: what it does to the model and what the database must answer. */
type Step =
  | { kind: 'insert'; _id: number; n: number; code: number }
  | { kind: 'set'; _id: number; code: number }
  | { kind: 'inc'; from: number; to: number; by: number }
  | { kind: 'remove'; from: number; to: number }
  | { kind: 'read'; from: number; to: number; way: 1 | -1; limit: number };

const small = fc.integer({ min: 0, max: 9 });
const range = { from: small, to: small };
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('insert' as const), _id: small, n: small, code: small }),
    },
    fc.record({ kind: fc.constant('set' as const), _id: small, code: small }),
    fc.record({ kind: fc.constant('inc' as const), ...range, by: fc.integer({ min: -3, max: 3 }) }),
    fc.record({ kind: fc.constant('remove' as const), ...range }),
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('read' as const),
        ...range,
        way: fc.constantFrom(1 as const, -1 as const),
        limit: fc.integer({ min: 1, max: 5 }),
      }),
    },
  ),
  { minLength: 5, maxLength: 25 },
);

const within = (model: Model, { from, to }: { from: number; to: number }) =>
  [...model.values()].filter(({ n }) => n >= from && n <= to);
const queryOf = ({ from, to }: { from: number; to: number }) =>
  JSON.stringify({ n: { $gte: from, $lte: to } });

const isTaken = (model: Model, _id: number, code: number) =>
  [...model.values()].some(thing => thing._id !== _id && thing.code === code);

const REFUSED = 'DATABASE_DUPLICATE_WRITE';

/** What each step does to the model, and the answer it must get; a refused one leaves the model as it is. */
const EXPECTED: { [K in Step['kind']]: (model: Model, step: Extract<Step, { kind: K }>) => unknown } = {
  insert(model, { _id, n, code }) {
    if (model.has(_id) || isTaken(model, _id, code)) return REFUSED;
    model.set(_id, { _id, n, code });
    return [_id];
  },
  set(model, { _id, code }) {
    const thing = model.get(_id);
    if (!thing) return 0;
    if (isTaken(model, _id, code)) return REFUSED;
    model.set(_id, { ...thing, code });
    return thing.code === code ? 0 : 1;
  },
  inc(model, step) {
    const hit = within(model, step);
    for (const thing of hit) model.set(thing._id, { ...thing, n: thing.n + step.by });
    return step.by === 0 ? 0 : hit.length;
  },
  remove(model, step) {
    const hit = within(model, step);
    for (const { _id } of hit) model.delete(_id);
    return hit.length;
  },
  read: (model, step) =>
    within(model, step)
      .sort((a, b) => step.way * (a.n - b.n) || a._id - b._id)
      .slice(0, step.limit),
};

const expected = (model: Model, step: Step): unknown =>
  (EXPECTED[step.kind] as (model: Model, step: Step) => unknown)(model, step);

const plain = (list: unknown) =>
  (list as string[]).map(text =>
    JSON.parse(text, (_key, value) => (value?.$numberInt ? Number(value.$numberInt) : value)),
  );

const ANSWERS: {
  [K in Step['kind']]: (step: Extract<Step, { kind: K }>, where: object) => Promise<unknown>;
} = {
  insert: async ({ _id, n, code }, where) =>
    (await send('insertDocument', { ...where, data: [JSON.stringify({ _id, n, code })] }))['insertedIds'],
  set: async ({ _id, code }, where) => {
    const change = { query: JSON.stringify({ _id }), data: JSON.stringify({ $set: { code } }) };
    return (await send('modifyDocument', { ...where, ...change }))['updated'];
  },
  inc: async (step, where) => {
    const data = JSON.stringify({ $inc: { n: step.by } });
    return (await send('modifyDocument', { ...where, query: queryOf(step), data, multi: true }))['updated'];
  },
  remove: async (step, where) =>
    (await send('removeDocument', { ...where, query: queryOf(step), multi: true }))['deleted'],
  read: async (step, where) => {
    const order = JSON.stringify({ n: step.way, _id: 1 });
    return plain(
      (await send('getDocument', { ...where, query: queryOf(step), order, limit: step.limit }))['list'],
    );
  },
};

const answer = (step: Step, where: object): Promise<unknown> =>
  (ANSWERS[step.kind] as (step: Step, where: object) => Promise<unknown>)(step, where).catch(
    (error: { code: string }) => error.code,
  );

const all: Step = { kind: 'read', from: -1_000, to: 1_000, way: 1, limit: 1_000 };
const clear = () => send('removeDocument', { query: '{}', multi: true });

/** The steps in a transaction; gives the model it ended with, or nothing when a refusal ended it. */
async function runInside(transactionId: unknown, before: Model, list: Step[]): Promise<Model | undefined> {
  const model = new Map(before);
  for (const step of list) {
    const wanted = expected(model, step);
    expect(await answer(step, { transactionId })).toEqual(wanted);
    if (wanted === REFUSED) return undefined;
  }
  return model;
}

test('the database answers as a simple model does', async () => {
  const property = fc.asyncProperty(steps, async list => {
    await clear();
    const model: Model = new Map();
    for (const step of list) expect(await answer(step, {})).toEqual(expected(model, step));
    expect(await answer(all, {})).toEqual(expected(model, all));
  });
  await fc.assert(property, { numRuns: 25, endOnFailure: true });
});

test('a transaction answers so too, and outside nothing or everything of it shows', async () => {
  const property = fc.asyncProperty(steps, steps, fc.boolean(), async (first, second, commits) => {
    await clear();
    const before: Model = new Map();
    for (const step of first) expect(await answer(step, {})).toEqual(expected(before, step));
    const { transactionId } = await database.handle({ action: 'database.startTransaction' });
    const model = await runInside(transactionId, before, second);
    expect(await answer(all, {})).toEqual(expected(before, all));
    if (model)
      await database.handle({ action: `database.${commits ? 'commit' : 'abort'}Transaction`, transactionId });
    expect(await answer(all, {})).toEqual(expected(model && commits ? model : before, all));
  });
  await fc.assert(property, { numRuns: 15, endOnFailure: true });
});

test('updates of one document at the same time each happen once', async () => {
  await send('insertDocument', { data: ['{"_id":"a","n":0,"list":[]}'] });
  const updates = Array.from({ length: 60 }, (_, i) =>
    send('modifyAndReturnDoc', {
      query: '{"_id":"a"}',
      data: JSON.stringify({
        $inc: { n: 1 },
        $push: { list: i },
        $addToSet: { set: i % 7 },
        $max: { max: i },
      }),
    }),
  );
  const seen = (await Promise.all(updates)).map(({ doc }) => plain([doc])[0].n);
  expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
  const [doc] = plain((await send('getDocument', {}))['list']);
  expect(doc).toMatchObject({ n: 60, max: 59 });
  expect([new Set(doc.list).size, doc.set.length]).toEqual([60, 7]);
});
