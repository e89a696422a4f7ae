import { Stage } from './stage';

const blank = {
  id: 'a',
  type: 'text',
  label: '备注',
  required: false,
  hint: '',
  personal: false,
  text: '',
  day: '',
  number: 0,
  blank: true,
  min: 0,
  max: 100,
  counted: false,
  options: [] as object[],
  more: '',
};
const option = (id: string, changes: object = {}) => ({
  id,
  label: id,
  note: '',
  on: false,
  count: 0,
  max: 3,
  off: false,
  said: id,
  ...changes,
});
const events = ['text', 'number', 'option', 'count', 'unfold'];
const editor = (changes: object, problem = '') =>
  new Stage('chain/field-editor', { field: { ...blank, ...changes }, problem }, events);

describe('a field of the form', () => {
  it.each(['text', 'phone', 'paragraph'])('of type %s tells what is typed', type => {
    const stage = editor({ type });
    stage.say('.typed-field', 'change', { value: '不要辣' });
    expect(stage.told).toEqual([{ name: 'text', detail: { id: 'a', value: '不要辣' } }]);
  });

  it('says that it is required, who reads it, and what is wrong', () => {
    const stage = editor({ required: true, personal: true }, '请填“备注”');
    expect(stage.text).toContain('备注必填');
    expect(stage.text).toContain('只有发起人看得到');
    expect(stage.all('.problem').map(({ dom }) => dom?.textContent)).toEqual(['请填“备注”']);
  });

  it('of one or several choices tells the one tapped, and nothing of one that is gone', async () => {
    const options = [option('盒饭', { note: '¥25 · 剩 3' }), option('面条', { off: true, note: '已满' })];
    const stage = editor({ type: 'single', options });
    expect(stage.text).toContain('盒饭¥25 · 剩 3面条已满');
    await stage.tap('.option', '盒饭');
    await stage.tap('.option', '面条');
    expect(stage.told).toEqual([{ name: 'option', detail: { id: 'a', option: '盒饭' } }]);
  });

  it('marks what is chosen with a sign beside the colour', () => {
    const stage = editor({ type: 'multiple', options: [option('一', { on: true }), option('二')] });
    expect(stage.all('.mark-on')).toHaveLength(1);
    expect(stage.all('.icon-check')).toHaveLength(1);
  });

  it('counts goods, each with a stepper of its own', async () => {
    const options = [option('鸡蛋', { count: 1 }), option('牛奶')];
    const stage = editor({ type: 'multiple', counted: true, options });
    stage.say('.times', 'change', { value: 2 });
    expect(stage.told).toEqual([{ name: 'count', detail: { id: 'a', option: '鸡蛋', count: 2 } }]);
  });

  it('shows the rest of many choices on demand', async () => {
    const stage = editor({ type: 'single', options: [option('一')], more: '还有 41 项' });
    await stage.tap('.unfold', '还有 41 项');
    expect(stage.told).toEqual([{ name: 'unfold', detail: { id: 'a' } }]);
  });

  it('of a day shows it in words and lets it be taken back where it may stay empty', async () => {
    const stage = editor({ type: 'date', text: '11月28日（周六）', day: '2026-11-28' });
    expect(stage.text).toContain('11月28日（周六）');
    await stage.tap('.clear-day', '不填');
    expect(stage.told).toEqual([{ name: 'text', detail: { id: 'a', value: '' } }]);
    expect(editor({ type: 'date', required: true, text: '11月28日（周六）' }).all('.clear-day')).toEqual([]);
  });

  it('of a number passes on what the stepper tells, and that it was emptied', () => {
    const stage = editor({ type: 'number' });
    stage.say('.number', 'change', { value: 3 });
    stage.say('.number', 'clear', {});
    expect(stage.told).toEqual([
      { name: 'number', detail: { id: 'a', value: 3 } },
      { name: 'number', detail: { id: 'a' } },
    ]);
  });
});
