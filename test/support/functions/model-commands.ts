import fc from 'fast-check';
import type { ItemChanges, ItemKind } from '../../../typings/contract/items';

/** What one of the person's devices does; batches are named by their number, counted from the latest. */
export type Command =
  | { do: 'add'; kind: ItemKind; name: string; tags: string[] }
  | { do: 'edit'; kind: ItemKind; name: string; changes: ItemChanges }
  | { do: 'preview' | 'remove'; kind: ItemKind; names: string[] | 'all' }
  | { do: 'commit' | 'pause' | 'resume' | 'cancel' | 'advance' | 'undo'; back: number }
  | { do: 'restore' | 'erase'; kind: ItemKind; names: string[] }
  | { do: 'import'; kind: ItemKind; names: string[]; tag: string; restoreTrashed: boolean }
  | { do: 'janitor' | 'courier' };

/** One command, two at the same moment, or time that passes. `trouble`: how much goes wrong, 0–3. */
export type Step = { commands: Command[]; trouble: number } | { waitMs: number };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const kind = fc.constantFrom<ItemKind[]>('follow', 'follow', 'like', 'favorite');
const name = fc.constantFrom('甲', '乙', '丙', '丁');
const names = fc.uniqueArray(name, { minLength: 1 });
const tag = fc.constantFrom('新', '旧');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });

const changes = fc
  .record({
    starred: maybe(fc.boolean()),
    protected: maybe(fc.boolean()),
    note: maybe(fc.constantFrom('备注', null)),
    tags: maybe(fc.uniqueArray(tag)),
  })
  .map(given => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)));

const back = fc.nat(2);
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('add' as const), kind, name, tags: fc.uniqueArray(tag) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('edit' as const), kind, name, changes }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('remove' as const, 'remove' as const, 'preview' as const),
      kind,
      names: fc.oneof(names, fc.constant('all' as const)),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'commit' as const,
        'undo' as const,
        'pause' as const,
        'resume' as const,
        'cancel' as const,
        'advance' as const,
      ),
      back,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('restore' as const, 'erase' as const), kind, names }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('import' as const),
      kind,
      names,
      tag,
      restoreTrashed: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('janitor' as const, 'courier' as const) }) },
);

const waitMs = fc.constantFrom(MINUTE_MS, 11 * MINUTE_MS, 24 * HOUR_MS, 72 * HOUR_MS);

const trouble = fc.nat(3);

/** What is moved by a slice, and was perhaps not written down yet, is wanted back at that moment. */
const contested: fc.Arbitrary<Step[]> = fc
  .record({
    kind,
    names,
    trouble,
    verb: fc.constantFrom('undo' as const, 'cancel' as const, 'restore' as const),
  })
  .map(({ kind: of, names: some, trouble: much, verb }) => [
    { commands: [{ do: 'preview', kind: of, names: some }], trouble: 0 },
    {
      commands: [
        { do: 'commit', back: 0 },
        verb === 'restore' ? { do: verb, kind: of, names: some } : { do: verb, back: 0 },
      ],
      trouble: much,
    },
  ]);

const step: fc.Arbitrary<Step[]> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({ commands: fc.array(command, { minLength: 1, maxLength: 2 }), trouble })
      .map(one => [one]),
  },
  { weight: 1, arbitrary: fc.record({ waitMs }).map(one => [one]) },
  { weight: 1, arbitrary: contested },
);

/** What happens to an account that has a few items of one kind. */
export const story = fc.record({
  kind,
  steps: fc.array(step, { minLength: 5, maxLength: 8 }).map(steps => steps.flat()),
  /** Of the order in which requests are served, and of their troubles. */
  seed: fc.noBias(fc.nat()),
});
