import { blankForm, type Form, type FormFor } from '../../../miniprogram/chain/view/form';
import { questionsOf, stepScreen, stepsOf } from '../../../miniprogram/chain/view/join-steps';
import type { ChainView } from '../../../typings/contract/chains';
import { aChain, aField, food } from './chain-samples';

const phone = aField({ id: 'tel', type: 'phone', label: '手机号', personal: true });
const hike = aChain({ perPerson: 4, fields: [{ ...food, required: true }, phone] });

const questions = (chain: ChainView, changes: Partial<Form> = {}, as: FormFor = 'own') =>
  questionsOf(chain, as, as === 'other', { ...blankForm, ...changes });

describe('a form in large letters', () => {
  it('asks one thing a screen, in the order of the form, and looks at all of it at the end', () => {
    expect(stepsOf(questions(hike), false)).toEqual(['at-name', 'at-places', 'at-food', 'at-tel', 'check']);
    expect(stepsOf(questions(aChain(), {}, 'other'), false)).toEqual(['at-name', 'at-byName', 'check']);
  });

  it('does not ask what is remembered', () => {
    const remembered = questions(hike, { name: '王奶奶', answers: { tel: '13800000000' } });
    expect(stepsOf(remembered, false)).toEqual(['at-places', 'at-food', 'check']);
    expect(stepsOf(questions(aChain(), { name: '王奶奶' }), false)).toEqual(['check']);
  });

  it('with nothing but a name is sent from the same screen', () => {
    expect(stepsOf(questions(aChain()), false)).toEqual(['at-name']);
    expect(stepScreen(['at-name'], 'at-name', questions(aChain()))).toMatchObject({ progress: '', next: '' });
  });

  it('that was filled in before asks only what must not stay empty', () => {
    expect(stepsOf(questions(hike, { name: '王奶奶' }), true)).toEqual(['at-food', 'check']);
    const whole = questions(hike, { name: '王奶奶', answers: { food: 'own' } });
    expect(stepsOf(whole, true)).toEqual(['check']);
  });
});

describe('one step of it', () => {
  const steps = ['at-name', 'at-food', 'at-tel', 'check'];
  const screen = (step: string, changes: Partial<Form> = {}) =>
    stepScreen(steps, step, questions(hike, changes));

  it('says how far one is and leads back, but not from the first', () => {
    expect(screen('at-name')).toMatchObject({ progress: '第 1 步，共 4 步', canGoBack: false });
    expect(screen('at-food')).toMatchObject({ progress: '第 2 步，共 4 步', canGoBack: true });
  });

  it('says that what is optional may stay empty', () => {
    expect(screen('at-food').next).toBe('下一步');
    expect(screen('at-tel').next).toBe('不填，下一步');
    expect(screen('at-tel', { answers: { tel: '138' } }).next).toBe('下一步');
  });

  it('at the end reads all answers out, and is where the form is sent', () => {
    const { lines, next, canGoBack } = screen('check', {
      name: '王奶奶',
      places: 2,
      answers: { food: 'box' },
    });
    expect(lines.map(({ name, text }) => `${name} ${text}`)).toEqual([
      '名字 王奶奶',
      '几个人来 2 人',
      '午饭 盒饭',
      '手机号 没填',
    ]);
    expect({ next, canGoBack }).toEqual({ next: '', canGoBack: false });
  });

  it('that lies beside the way leads straight back to the look at all of it', () => {
    expect(screen('at-places')).toMatchObject({ progress: '', next: '好了', canGoBack: false });
  });
});
