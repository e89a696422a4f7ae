import * as fc from 'fast-check';
import {
  addOption,
  type FieldForm,
  fieldForm,
  fieldOf,
  fieldRow,
  newField,
  nextId,
  optionsFrom,
} from '../../../miniprogram/chain/view/field-form';
import type { FieldType } from '../../../typings/contract/fields';
import { aField, food, gear } from './chain-samples';

const made = (form: FieldForm) => {
  const result = fieldOf(form);
  return 'field' in result ? result.field : result.problem;
};
const choice = (changes: Partial<FieldForm> = {}): FieldForm => ({
  ...newField('single', 'f1'),
  label: '怎么去',
  options: [{ id: 'o1', label: '坐车', capacity: '', price: '' }],
  ...changes,
});

describe('a question', () => {
  it.each([food, gear, aField(), aField({ type: 'number', min: 1, max: 9, hint: '几岁' })])(
    'is the same after it was looked at: $label',
    field => {
      expect(made(fieldForm(field))).toEqual(field);
    },
  );

  it.each(['text', 'paragraph', 'number', 'phone', 'date'] as FieldType[])(
    'of type %s needs only words',
    type => {
      expect(made({ ...newField(type, 'f1'), label: '问什么' })).toMatchObject({
        id: 'f1',
        type,
        required: true,
      });
    },
  );

  it('for a phone number is personal, whatever is set', () => {
    expect(made({ ...newField('phone', 'f1'), personal: false })).toMatchObject({
      label: '手机号',
      personal: true,
    });
  });

  it.each([
    [choice({ label: ' ' }), '请写清楚问什么'],
    [choice({ options: [] }), '请至少写一个选项'],
    [choice({ options: addOption([]) }), '请至少写一个选项'],
    [
      choice({ options: ['o1', 'o2'].map(id => ({ id, label: '坐车 ', capacity: '', price: '' })) }),
      '有两个选项一样，请改一个',
    ],
    [
      choice({ options: [{ id: 'o1', label: '坐车', capacity: '0', price: '' }] }),
      '名额请填 1 到 2000 的整数',
    ],
    [
      choice({ options: [{ id: 'o1', label: '坐车', capacity: '', price: '贵' }] }),
      '单价请填金额，最多两位小数',
    ],
    [choice({ type: 'multiple', min: '3', max: '2' }), '最小的不能比最大的还大'],
    [choice({ type: 'text', max: '101' }), '请填 1 到 100 的整数'],
  ])('says what is wrong with it', (form, problem) => {
    expect(made(form)).toBe(problem);
  });

  it('leaves out options without a name and reads prices in yuan', () => {
    const options = [
      { id: 'o1', label: '一斤', capacity: '20', price: '12.5' },
      { id: 'o2', label: ' ', capacity: '', price: '' },
    ];
    expect(made(choice({ options }))).toMatchObject({
      options: [{ id: 'o1', label: '一斤', capacity: 20, priceFen: 1_250 }],
    });
  });

  it('is listed with what is to be known of it', () => {
    expect(fieldRow(food)).toEqual({ id: 'food', name: '午饭', text: '单选 · 选填 · 2 个选项 · ¥25 起' });
    expect(fieldRow(aField({ type: 'phone', required: true, personal: true })).text).toBe(
      '手机号 · 必填 · 个人信息',
    );
  });
});

describe('options written at once', () => {
  it('are one a line, without numbers in front and none twice', () => {
    const before = [{ id: 'o1', label: '苹果', capacity: '', price: '' }];
    expect(optionsFrom('1. 梨\n苹果\n\n2、桃；李', before)).toMatchObject([
      { id: 'o1', label: '苹果' },
      { id: 'o2', label: '梨' },
      { id: 'o3', label: '桃' },
      { id: 'o4', label: '李' },
    ]);
  });

  it('are never more than fifty, with ids of their own', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 80 }), lines => {
        const options = optionsFrom(lines.join('\n'), []);
        expect(options.length).toBeLessThanOrEqual(50);
        expect(new Set(options.map(({ id }) => id)).size).toBe(options.length);
        expect(options.every(({ id }) => /^o\d+$/.test(id))).toBe(true);
      }),
    );
  });
});

it('gives no id that is taken', () => {
  expect(nextId('f', [])).toBe('f1');
  expect(nextId('f', [{ id: 'f2' }, { id: 'phone' }])).toBe('f3');
});
