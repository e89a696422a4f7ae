import { Stage } from './stage';

describe('a stepper', () => {
  const stepper = (given: object) =>
    new Stage('chain/count-stepper', { value: 1, min: 0, max: 2, label: '几个人', ...given }, [
      'change',
      'clear',
    ]);
  const values = (stage: Stage) => stage.told.map(({ detail }) => (detail as { value: number }).value);

  it('counts up and down', async () => {
    const stage = stepper({});
    await stage.tap('.more');
    await stage.tap('.less');
    expect(values(stage)).toEqual([2, 0]);
  });

  it('stops at both ends, and says so to those who see and those who hear', async () => {
    const top = stepper({ value: 2 });
    await top.tap('.more');
    const bottom = stepper({ value: 0 });
    await bottom.tap('.less');
    expect([...top.told, ...bottom.told]).toEqual([]);
    expect(top.all('.step-off')).toHaveLength(1);
  });

  it('begins a blank answer at one, or at the least there may be', async () => {
    const [one, least] = [
      stepper({ blank: true, value: 0, max: 9 }),
      stepper({ blank: true, min: 5, max: 9 }),
    ];
    await one.tap('.more');
    await least.tap('.more');
    expect([...values(one), ...values(least)]).toEqual([1, 5]);
  });

  it('takes a typed number within its bounds, and none for an empty input', () => {
    const stage = stepper({ typed: true, max: 50 });
    for (const value of ['12', '99', '1.5', 'abc', '']) stage.say('.typed-count', 'blur', { value });
    expect(stage.told).toEqual([
      { name: 'change', detail: { value: 12 } },
      { name: 'change', detail: { value: 50 } },
      { name: 'change', detail: { value: 1.5 } },
      { name: 'clear', detail: undefined },
    ]);
  });
});
