import fc from 'fast-check';
import { areSimilar, coreName, readNames, sameName } from '../../../cloudfunctions/core/rosters/names';
import { type Answered, rosterView } from '../../../cloudfunctions/core/rosters/rules';

test.each([
  ['one a line', '张三\n李四\r\n王五', ['张三', '李四', '王五']],
  [
    'separated by marks',
    '张三、李四，王五,赵六；钱七;孙八',
    ['张三', '李四', '王五', '赵六', '钱七', '孙八'],
  ],
  ['separated by spaces', '张三 李四　欧阳明', ['张三', '李四', '欧阳明']],
  [
    'numbered',
    '1. 张三\n2、李四\n3）王五\n(4)赵六\n5 钱七\n6孙八',
    ['张三', '李四', '王五', '赵六', '钱七', '孙八'],
  ],
  ['with bullets and ticks', '- 张三\n• 李四\n✓王五\n☐ 赵六', ['张三', '李四', '王五', '赵六']],
  ['a name that was spaced out', '张 三\n李 四', ['张三', '李四']],
  ['a name with somebody’s mother', '张三 妈妈\n李四爸爸', ['张三 妈妈', '李四爸爸']],
  ['names from abroad', 'Tom Lee\nAnna-Maria', ['Tom Lee', 'Anna-Maria']],
  ['a house or a class in front', '3号楼王五\n1班李四\n302室 赵六', ['3号楼王五', '1班李四', '302室 赵六']],
  ['a copied head line', '#接龙\n班级名单、张三', ['班级名单', '张三']],
  ['the same name twice', '张三\nＴＯＭ\n 张三\ntom\n李四', ['张三', 'ＴＯＭ', '李四']],
  ['nothing', ' \n、,\n1.', []],
])('%s', (_what, text, names) => {
  expect(readNames(text)).toEqual(names);
});

test('names that were read are read again as they are', () => {
  const surname = fc.constantFrom(...'赵钱孙李周吴郑王');
  const name = fc.tuple(surname, fc.constantFrom(...'一二三四五六七八九十')).map(parts => parts.join(''));
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 50 }), names => {
      expect(readNames(names.join('\n'))).toEqual(names);
      expect(readNames(names.map((one, index) => `${index + 1}. ${one}`).join('\n'))).toEqual(names);
    }),
  );
});

test.each([
  ['张三', '张三（爸爸）', true],
  ['张三', '张三妈妈', true],
  ['张三（妈妈）', '张三的爸爸', true],
  ['张三', '3班张三', true],
  ['张三', '张三丰', true],
  ['张三', '李四', false],
  ['张', '张三', false],
])('%s and %s may be the same: %s', (one, other, similar) => {
  expect(areSimilar(one, other)).toBe(similar);
  expect(areSimilar(other, one)).toBe(similar);
});

test('spaces, width and case make no other name; the core of a name has no family', () => {
  expect(sameName('Ｔｏｍ  Lee')).toBe(sameName('tom lee'));
  expect(coreName('张三（3班）妈妈')).toBe('张三');
  expect(coreName('妈妈')).toBe('妈妈');
});

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
