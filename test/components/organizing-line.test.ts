import { Stage } from './stage';

const told = (stage: Stage) => stage.told.map(({ name, detail }) => [name, detail]);

describe('a pasted line', () => {
  const given = { visible: true, heading: '改这一行', raw: '4 刘洋', removable: true };
  const line = { id: 'l3', name: '刘洋', places: '1', note: '' };

  it('is put right beside what was written', async () => {
    const stage = new Stage('chain/line-sheet', { ...given, line }, ['done', 'remove']);
    expect(stage.text).toContain('4 刘洋');
    stage.say('.line-places', 'change', { value: '2' });
    stage.say('.line-note', 'change', { value: '带相机' });
    await stage.tap('.line-done', '好了');
    expect(told(stage)).toEqual([['done', { line: { ...line, places: '2', note: '带相机' } }]]);
  });

  it('can be taken out when it is nobody', async () => {
    const stage = new Stage('chain/line-sheet', { ...given, line }, ['done', 'remove']);
    await stage.tap('.line-remove');
    expect(told(stage)).toEqual([['remove', undefined]]);
    stage.set({ removable: false });
    expect(stage.all('.line-remove')).toHaveLength(0);
  });
});
