import fc from 'fast-check';

type Path = (string | number)[];

/** Paths of all fields of an input, those inside of objects and lists included. */
export function pathsIn(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  const inner = Object.entries(value).flatMap(([key, field]) => pathsIn(field, [...at, key]));
  return [at, ...inner];
}

export function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value)
    ? [...value]
    : { ...(value as Record<string, unknown>) };
  const fields = copy as Record<string | number, unknown>;
  fields[key] = replaced(fields[key], rest, by);
  return copy;
}

/** In place of any field: none of these is a text, number, flag, list or object that any action takes. */
const wrong = fc.oneof(
  fc.constantFrom<unknown>(
    ...[{ $gt: '' }, { $ne: null }, { $regex: '.*' }, { $in: [] }, { $where: 'true' }, { $exists: true }],
    ...[[{ $gt: '' }], [null], [[]], { length: 1 }, { toJSON: 1 }, { a: { b: { c: [] } } }],
    ...[JSON.parse('{"__proto__":{"admin":true}}'), { constructor: { prototype: {} } }, { $date: 1 }],
    ...[-1, 1e300, 'x'.repeat(90_000)],
  ),
  fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue(), { minKeys: 1, maxKeys: 3 }),
);

const FOREIGN = ['$where', '__proto__', 'constructor', 'toString', 'owner', '_id', 'uid', 'state', 'x.y'];

const at = (input: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, step) => (inner as Record<string, unknown>)[step], input);

/** With a field that no action knows, as JSON has it: `__proto__` is a name like others there. */
function extended(input: unknown, path: Path, key: string, value: unknown): unknown {
  const text = JSON.stringify(at(input, path)).slice(0, -1);
  const comma = text === '{' ? '' : ',';
  return replaced(input, path, JSON.parse(`${text}${comma}${JSON.stringify(key)}:${JSON.stringify(value)}}`));
}

/** An input that was valid until one field was replaced, or until one was added that no action knows. */
export function brokenInputs(input: unknown): fc.Arbitrary<unknown> {
  const paths = pathsIn(input);
  const objects = paths.filter(path => {
    const value = at(input, path);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  });
  const replacing = fc.tuple(fc.constantFrom(...paths), wrong).map(([path, by]) => replaced(input, path, by));
  const adding = fc
    .tuple(fc.constantFrom(...objects), fc.constantFrom(...FOREIGN), fc.jsonValue())
    .map(([path, key, value]) => extended(input, path, key, value));
  return fc.oneof(replacing, adding);
}
