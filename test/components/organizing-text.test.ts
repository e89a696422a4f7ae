import { Stage } from './stage';

const told = (stage: Stage) => stage.told.map(({ name, detail }) => [name, detail]);

describe('a question answered with a text', () => {
  const view = {
    ...{ title: '移除“小林”', note: '原因会给对方看到', hint: '', text: '', ready: ['报重复了', '联系不上'] },
    ...{ max: 100, optional: false, kind: 'tall', yes: '移除', danger: true },
  };

  it('has ready answers, one tap each', async () => {
    const stage = new Stage('chain/text-sheet', { visible: true, view }, ['use', 'dismiss']);
    stage.say('.asked-ready', 'pick', { id: '1' });
    await stage.tap('.asked-use', '移除');
    expect(told(stage)).toEqual([['use', { text: '联系不上' }]]);
  });

  it('takes no blank for a reason, but one for what may be left out', async () => {
    const stage = new Stage('chain/text-sheet', { visible: true, view }, ['use', 'dismiss']);
    stage.say('.asked-input', 'change', { value: '  ' });
    await stage.tap('.asked-use', '移除');
    expect(stage.told).toEqual([]);
    stage.set({ view: { ...view, optional: true } });
    await stage.tap('.asked-use', '移除');
    expect(told(stage)).toEqual([['use', { text: '' }]]);
  });

  it('is answered once while the answer is on its way', async () => {
    const stage = new Stage('chain/text-sheet', { visible: true, view, busy: true }, ['use', 'dismiss']);
    stage.say('.asked-input', 'change', { value: '报重复了' });
    await stage.tap('.asked-use', '移除');
    expect(stage.told).toEqual([]);
    await stage.tap('.asked-back', '返回');
    expect(told(stage)).toEqual([['dismiss', undefined]]);
  });
});
