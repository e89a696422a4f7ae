import fc from 'fast-check';
import {
  folderTextOf,
  searchTextOf,
  sortNameOf,
  tagTextOf,
  tagTextsOf,
} from '../../../cloudfunctions/core/items/search-text';

test.each([
  ['人民日报', ['人民日报', 'renminribao', 'rmrb']],
  ['绿色 News', ['绿色 news', 'lvsenews', 'lsnews']],
  ['ＡＢＣ 号', ['abc 号', 'abchao', 'abch']],
  ['Plain', ['plain']],
])('%s is found as %j', (name, lines) => {
  expect(searchTextOf({ name }).split('\n')).toEqual(lines);
});

test('an item is found by its own words and by whom its link named, each on a line of its own', () => {
  const snapshot = { title: '标题', author: '作者', takenAt: 0 };
  const text = searchTextOf({ name: 'a', label: '官方', handle: 'H@X', note: 'b\nc', snapshot });
  expect(text.split('\n')).toEqual([
    ...['a', '官方', 'h@x', 'b c', '标题', '作者', 'guanfang', 'gf', 'zuozhe', 'zz'],
  ]);
});

test('the folder is found by spelling and sound', () => {
  expect(folderTextOf('菜谱').split('\n')).toEqual(['菜谱', 'caipu', 'cp']);
});

test('different tags have different texts: taking one off an item leaves the other', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (one, other) => {
      fc.pre(!/\n/.test(one + other));
      expect(tagTextOf(one) === tagTextOf(other)).toBe(one === other);
    }),
  );
  const [upper, lower] = tagTextsOf(['News', 'news']);
  expect(upper).not.toBe(lower);
});

test('Chinese and Latin names are sorted together by sound, the same sound by the name', () => {
  const names = ['张三', 'Zoo', '章', 'apple', '阿'];
  const sorted = names.map(name => [sortNameOf(name), name]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  expect(sorted.map(([, name]) => name)).toEqual(['阿', 'apple', '章', '张三', 'Zoo']);
});

test('a text sounds the same when it is asked for again, and after a thousand others', () => {
  const before = searchTextOf({ name: '音乐' });
  for (let index = 0; index < 1000; index += 1) tagTextOf(`标${index}`);
  expect(searchTextOf({ name: '音乐' })).toBe(before);
});
