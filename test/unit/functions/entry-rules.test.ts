import fc from 'fast-check';
import { entryIdOf, foldedName, keyOf, otherKey, ownKey } from '../../../cloudfunctions/core/entries/keys';
import { maskedName, maskedPhone, maskedText } from '../../../cloudfunctions/core/entries/masks';
import { amountDue, eraseAtOf, picksOf } from '../../../cloudfunctions/core/entries/rules';
import type { ChainField } from '../../../typings/contract/fields';

const FIELDS: ChainField[] = [
  {
    ...{ id: 'route', type: 'single', label: '路线', required: true, personal: false },
    options: [
      { id: 'a', label: '长线', priceFen: 2000, capacity: 10 },
      { id: 'b', label: '短线' },
    ],
  },
  {
    ...{ id: 'goods', type: 'multiple', label: '水果', required: false, personal: false, counted: true },
    options: [
      { id: 'x', label: '苹果', priceFen: 1050 },
      { id: 'y', label: '梨', priceFen: 1 },
    ],
  },
  { id: 'phone', type: 'phone', label: '电话', required: true, personal: true },
];

test('an entry takes a place of an option for each of its places, and as many goods as it counts', () => {
  const answers = { route: 'a', goods: { x: 3, y: 1 }, phone: '13812345678' };
  expect(picksOf({ fields: FIELDS }, 2, answers)).toEqual({ route_a: 2, goods_x: 3, goods_y: 1 });
  expect(picksOf({ fields: FIELDS }, 1, {})).toEqual({});
  const several = [{ ...FIELDS[1], counted: false } as ChainField];
  expect(picksOf({ fields: several }, 2, { goods: ['x', 'y'] })).toEqual({ goods_x: 2, goods_y: 2 });
});

test('what is personal is counted nowhere', () => {
  const fields = FIELDS.map(field => ({ ...field, personal: true }));
  expect(picksOf({ fields }, 2, { route: 'a', goods: { x: 3 } })).toEqual({});
});

test('the amount is each price times how often it was taken', () => {
  const answers = { route: 'a', goods: { x: 3, y: 1 } };
  expect(amountDue({ fields: FIELDS, priceFen: 500 }, 2, answers)).toBe(2 * 500 + 2 * 2000 + 3 * 1050 + 1);
  expect(amountDue({ fields: FIELDS }, 2, { route: 'b' })).toBe(0);
  expect(amountDue({ fields: [] }, 2, {})).toBeUndefined();
  expect(amountDue({ fields: [], priceFen: 0 }, 2, {})).toBe(0);
});

test('personal answers are erased days after the event, else the closing, else the creation', () => {
  const DAY = 86_400_000;
  expect(eraseAtOf({ eventAt: 5, closesAt: 3, eraseAfterDays: 30 }, 1)).toBe(5 + 30 * DAY);
  expect(eraseAtOf({ closesAt: 3, eraseAfterDays: 30 }, 1)).toBe(3 + 30 * DAY);
  expect(eraseAtOf({ eraseAfterDays: 1 }, 1)).toBe(1 + DAY);
});

test.each([
  ['13812345678', '138****5678'],
  ['+85251234567', '+85****67'],
  ['+1415555', '+14****55'],
])('the phone number %s is masked as %s', (phone, mask) => {
  expect(maskedPhone(phone)).toBe(mask);
});

test('a mask does not say how long a name or a text is', () => {
  expect(maskedName('欧阳小明')).toBe('欧*');
  expect(maskedName('李')).toBe('李*');
  expect(maskedName('😀笑')).toBe('😀*');
  expect(maskedText('花生过敏')).toBe('花**');
});

test('names that sound the same have one key, other names, makers and chains have others', () => {
  for (const name of ['张 三', ' 张  三 ', '张　三']) expect(foldedName(name)).toBe('张 三');
  expect(otherKey('c', 'u', 'Ａnna')).toBe(otherKey('c', 'u', 'anna'));
  const keys = [
    otherKey('c', 'u', '甲'),
    otherKey('c', 'u', '乙'),
    otherKey('c', 'v', '甲'),
    otherKey('d', 'u', '甲'),
    ownKey('c', 'u'),
    ownKey('d', 'u'),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});

test('an entry’s id begins with its key, and each request makes another', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (uid, one, other) => {
      const key = ownKey('c', uid);
      expect(key).toMatch(/^e[\w-]{16}$/);
      expect(entryIdOf(key, one)).toMatch(/^e[\w-]{32}$/);
      expect(keyOf(entryIdOf(key, one))).toBe(key);
      expect(entryIdOf(key, one) === entryIdOf(key, other)).toBe(one === other);
    }),
  );
});
