import fc from 'fast-check';
import { coreName, readNames, sameName } from '../../../cloudfunctions/core/rosters/names';

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

test('spaces, width and case make no other name; the core of a name has no family', () => {
  expect(sameName('Ｔｏｍ  Lee')).toBe(sameName('tom lee'));
  expect(coreName('张三（3班）妈妈')).toBe('张三');
  expect(coreName('妈妈')).toBe('妈妈');
});
