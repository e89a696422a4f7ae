import { Stage } from './stage';

const told = (stage: Stage) => stage.told.map(({ name, detail }) => [name, detail]);

describe('an input with a name', () => {
  it('tells what is typed and shows what is wrong with it', () => {
    const stage = new Stage('chain/form-line', { name: '标题', value: '徒步', problem: '请填标题' }, [
      'change',
    ]);
    expect(stage.text).toBe('标题徒步请填标题');
    stage.say('.form-input', 'change', { value: '周六徒步' });
    expect(told(stage)).toEqual([['change', { value: '周六徒步' }]]);
  });

  it('is as many lines high as it needs', () => {
    const stage = new Stage('chain/form-line', { name: '说明', value: '带水', tall: true }, ['change']);
    stage.say('.form-input', 'change', { value: '带水\n带伞' });
    expect(told(stage)).toEqual([['change', { value: '带水\n带伞' }]]);
  });
});

describe('a day and a time', () => {
  const noon = Date.parse('2026-11-28T12:00:00+08:00');

  it('are told as one instant, whichever is picked first', () => {
    const stage = new Stage('chain/when-field', { name: '时间', at: noon }, ['change']);
    expect(stage.text).toContain('11月28日（周六）');
    expect(stage.text).toContain('12:00');
    stage.say('.when-time', 'change', { value: '08:30' });
    stage.say('.when-day', 'change', { value: '2026-11-29' });
    expect(told(stage)).toEqual([
      ['change', { at: Date.parse('2026-11-28T08:30:00+08:00') }],
      ['change', { at: Date.parse('2026-11-29T12:00:00+08:00') }],
    ]);
  });

  it('can be cleared, once they are there', async () => {
    const stage = new Stage('chain/when-field', { name: '截止报名', at: 0 }, ['change']);
    expect(stage.all('.when-clear')).toHaveLength(0);
    stage.set({ at: noon });
    await stage.tap('.when-clear');
    expect(told(stage)).toEqual([['change', { at: null }]]);
  });
});

describe('the sheet of an entry', () => {
  const view = {
    title: '12 号 小林',
    facts: [
      { name: '状态', text: '已报名', phone: '' },
      { name: '手机号', text: '13812345678', phone: '13812345678' },
    ],
    acts: [
      { id: 'pay', text: '记已付', danger: false },
      { id: 'remove', text: '移除', danger: true },
    ],
  };

  it('shows every action as a button, and a call beside a phone number', async () => {
    const stage = new Stage('chain/person-sheet', { visible: true, view }, ['act', 'call', 'dismiss']);
    expect(stage.all('.call')).toHaveLength(1);
    await stage.tap('.call');
    await stage.tap('.act', '移除');
    expect(told(stage)).toEqual([
      ['call', { phone: '13812345678' }],
      ['act', { id: 'remove' }],
    ]);
  });

  it('does nothing twice', async () => {
    const stage = new Stage('chain/person-sheet', { visible: true, view, busy: true }, ['act']);
    await stage.tap('.act', '记已付');
    expect(stage.told).toEqual([]);
  });

  it('has one action a row where letters are large', () => {
    const stage = new Stage('chain/person-sheet', { visible: true, view, big: true }, ['act']);
    expect(stage.all('.act-wide')).toHaveLength(2);
  });
});
