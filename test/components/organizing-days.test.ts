import { Stage } from './stage';

describe('the days of a recurring chain', () => {
  const recurrence = {
    ...{ weekdays: [1, 3], from: '2026-11-23', until: '2026-12-23', skip: ['2026-12-02'], makeUps: '2' },
  };
  const changed = (stage: Stage) =>
    (stage.told.at(-1)?.detail as { recurrence: object | null } | undefined)?.recurrence;

  it('begin with every day once it is switched on, and end when it is off', () => {
    const stage = new Stage('chain/recurrence-form', {}, ['change']);
    stage.say('.recur-switch', 'change', { value: true });
    expect(changed(stage)).toMatchObject({ weekdays: [0, 1, 2, 3, 4, 5, 6], skip: [] });
    stage.say('.recur-switch', 'change', { value: false });
    expect(changed(stage)).toBeNull();
  });

  it('can be picked one by one, and single ones left out', () => {
    const stage = new Stage('chain/recurrence-form', { recurrence }, ['change']);
    expect(stage.text).toContain('12月2日（周三）');
    stage.say('.recur-days', 'pick', { id: '5' });
    expect(changed(stage)).toMatchObject({ weekdays: [1, 3, 5] });
    stage.say('.recur-skip', 'change', { value: '2026-11-25' });
    expect(changed(stage)).toMatchObject({ skip: ['2026-11-25', '2026-12-02'] });
    stage.say('.recur-until', 'change', { value: '2027-01-01' });
    expect(changed(stage)).toMatchObject({ ...recurrence, until: '2027-01-01' });
  });

  it('take back a day that was left out', async () => {
    const stage = new Stage('chain/recurrence-form', { recurrence }, ['change']);
    await stage.tap('.link', '删掉');
    expect(changed(stage)).toMatchObject({ skip: [] });
  });

  it('cannot stop recurring once rounds have run', () => {
    const stage = new Stage('chain/recurrence-form', { recurrence, fixed: true }, ['change']);
    expect(stage.all('.recur-switch')).toHaveLength(0);
  });
});
