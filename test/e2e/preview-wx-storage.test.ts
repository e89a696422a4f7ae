import {
  KEY_LIMIT_BYTES,
  type Shelf,
  StorageBox,
  TOTAL_LIMIT_BYTES,
} from '../../local/preview/wx/storage/storage-box';

const shelf = (): Shelf => {
  const kept = new Map<string, string>();
  return {
    getItem: key => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: key => void kept.delete(key),
    key: index => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
};

it('gives values back with their type', () => {
  const box = new StorageBox(shelf(), 'a:');
  const values = [
    new Date(1e12),
    Number.NaN,
    0,
    '',
    'text',
    false,
    null,
    undefined,
    [1],
    { deep: [{ a: 1 }] },
  ];
  for (const [at, value] of values.entries()) box.set(`key${at}`, value);
  expect(values.map((_, at) => box.get(`key${at}`)?.value)).toEqual(values);
  expect(() => box.set('key', () => 1)).toThrow('data should not be Function');
});

it('takes 1 MB a key and 10 MB in all, and no person sees what another stored', () => {
  const shared = shelf();
  const [mine, theirs] = [new StorageBox(shared, 'a:'), new StorageBox(shared, 'b:')];
  expect(() => mine.set('big', 'x'.repeat(KEY_LIMIT_BYTES))).toThrow('entry size limit reached');
  const part = 'x'.repeat(KEY_LIMIT_BYTES - 100);
  for (let at = 0; at < TOTAL_LIMIT_BYTES / KEY_LIMIT_BYTES; at += 1) mine.set(`part${at}`, part);
  expect(() => mine.set('more', part)).toThrow('exceed storage max size 10Mb');
  mine.set('part0', part);
  theirs.set('small', 1);
  mine.clear();
  expect([mine.keys(), theirs.keys()]).toEqual([[], ['small']]);
});
