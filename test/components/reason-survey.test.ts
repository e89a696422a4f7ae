import { Stage } from './stage';

describe('the reason survey', () => {
  const events = ['answer', 'skip'];
  const pick = (stage: Stage, id: string) => stage.say('.reasons', 'pick', { id });

  it('is skipped with one tap', async () => {
    const stage = new Stage('reason-survey', {}, events);
    await stage.tap('.link', '跳过');
    expect(stage.told.map(({ name }) => name)).toEqual(['skip']);
  });

  it('sends what was picked, three at most', async () => {
    const stage = new Stage('reason-survey', {}, events);
    for (const id of ['adverts', 'privacy', 'other', 'outdated']) pick(stage, id);
    await stage.tap('.survey-send', '说完了');
    expect(stage.told).toEqual([{ name: 'answer', detail: { reasons: ['adverts', 'privacy', 'other'] } }]);
  });

  it('sends nothing when nothing is picked, or while an answer is on its way', async () => {
    const stage = new Stage('reason-survey', { busy: false }, events);
    await stage.tap('.survey-send');
    pick(stage, 'adverts');
    stage.set({ busy: true });
    await stage.tap('.survey-send');
    expect(stage.told).toEqual([]);
  });
});
