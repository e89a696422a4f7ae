import { Stage } from './stage';

const view = {
  title: '移到文件夹',
  chips: [
    { id: '旅行', text: '旅行', on: true },
    { id: '健康', text: '健康', on: false },
  ],
  hint: '或写一个新的',
  max: 20,
  empty: '',
};

describe('a sheet to pick from', () => {
  const events = ['pick', 'dismiss'];
  const given = { visible: true, view };
  const write = (stage: Stage, value: string) => stage.say('.pick-input', 'change', { value });

  it('tells which of the choices was tapped', () => {
    const stage = new Stage('pick-sheet', given, events);
    stage.say('.pick-chips', 'pick', { id: '健康' });
    expect(stage.told).toEqual([{ name: 'pick', detail: { id: '健康' } }]);
  });

  it('takes a new name without the blanks around it, and no blank one', async () => {
    const stage = new Stage('pick-sheet', given, events);
    await stage.tap('.pick-use');
    write(stage, '  做饭 ');
    await stage.tap('.pick-use');
    expect(stage.told).toEqual([{ name: 'pick', detail: { id: '做饭' } }]);
  });

  it('begins with an empty field for every question', async () => {
    const stage = new Stage('pick-sheet', given, events);
    write(stage, '做饭');
    stage.set({ view: { ...view, title: '加标签' } });
    await stage.tap('.pick-use');
    expect(stage.told).toEqual([]);
  });

  it('has no field where only what is there can be picked, and says when that is nothing', () => {
    const nothing = { ...view, chips: [], hint: '', empty: '选中的没有标签' };
    const stage = new Stage('pick-sheet', { visible: true, view: nothing });
    expect(stage.all('.pick-use')).toEqual([]);
    expect(stage.text).toContain('选中的没有标签');
  });

  it('takes no second pick while the first is on its way', () => {
    const stage = new Stage('pick-sheet', { ...given, busy: true }, events);
    stage.say('.pick-chips', 'pick', { id: '健康' });
    expect(stage.told).toEqual([]);
  });

  it('can be left by its button and by a tap beside it', async () => {
    const stage = new Stage('pick-sheet', given, events);
    await stage.tap('.pick-back', '返回');
    stage.say('.sheet-popup', 'visible-change', { visible: false });
    expect(stage.told.map(({ name }) => name)).toEqual(['dismiss', 'dismiss']);
  });
});
