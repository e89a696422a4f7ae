import { contactProblems } from '../../../miniprogram/chain/view/contacts-screen';
import { fieldEditor } from '../../../miniprogram/chain/view/field-editor';
import {
  blankForm,
  firstForm,
  toSend,
  totalFen,
  withContact,
  withCount,
  withOption,
} from '../../../miniprogram/chain/view/form';
import { fieldProblem, formProblems } from '../../../miniprogram/chain/view/form-problems';
import { joinRefusal } from '../../../miniprogram/chain/view/join-refusal';
import { joinScreen } from '../../../miniprogram/chain/view/join-screen';
import type { ErrorCode } from '../../../typings/contract/errors';
import { aChain, aField, anEntry, food, gear, saturday, sunday } from './chain-samples';

const phone = aField({ id: 'tel', type: 'phone', label: '手机号', required: true, personal: true });

describe('how a form begins', () => {
  it('has my name and phone in it, and nothing of mine when it is for somebody else', () => {
    const me = { name: '小林', phone: '13800000000' };
    const chain = aChain({ fields: [food, phone] });
    expect(firstForm(chain, 'own', me)).toMatchObject({ name: '小林', answers: { tel: '13800000000' } });
    expect(firstForm(chain, 'other', me)).toEqual({ ...blankForm, byName: '小林' });
    expect(firstForm(chain, 'own', {})).toEqual(blankForm);
  });

  it('is as the entry is when that is changed', () => {
    const entry = anEntry({ places: 2, answers: { food: 'own' } });
    expect(firstForm(aChain(), 'edit', {}, entry)).toMatchObject({ name: '小林', places: 2 });
  });

  it('takes name and phone of somebody from the book and keeps what else was typed', () => {
    const form = { ...blankForm, answers: { food: 'own', tel: '13900000000' } };
    const contact = { id: '1', name: '李阿姨', phone: '13800000001' };
    expect(withContact(form, [food, phone], contact)).toMatchObject({
      name: '李阿姨',
      answers: { food: 'own', tel: '13800000001' },
    });
  });
});

describe('what a tap on an option does', () => {
  it('chooses one of several, and takes it back where nothing must be chosen', () => {
    expect(withOption(food, undefined, 'own')).toBe('own');
    expect(withOption(food, 'own', 'own')).toBe('');
    expect(withOption({ ...food, required: true }, 'own', 'own')).toBe('own');
  });

  it('adds and takes away where several can be chosen, and counts where they are counted', () => {
    const many = aField({ type: 'multiple' });
    expect(withOption(many, ['x'], 'y')).toEqual(['x', 'y']);
    expect(withOption(many, ['x', 'y'], 'x')).toEqual(['y']);
    expect(withCount({ pole: 1 }, 'lamp', 2)).toEqual({ pole: 1, lamp: 2 });
  });
});

describe('what is wrong with an answer', () => {
  it.each([
    [aField({ required: true }), '  ', '请填“备注”'],
    [{ ...food, required: true }, '', '请选“午饭”'],
    [aField({ max: 3 }), '一二三四', '最多 3 个字'],
    [aField(), '一\n二', '请写在一行里'],
    [aField({ type: 'number', min: 1, max: 5 }), 0, '最少 1'],
    [aField({ type: 'number', min: 1, max: 5 }), 6, '最多 5'],
    [aField({ type: 'number' }), 1.234, '请填数字，最多两位小数'],
    [phone, '1380000', '请填 11 位手机号，国外号码以 + 开头'],
    [aField({ type: 'multiple', min: 2, options: [] }), ['x'], '至少选 2 项'],
    [aField({ type: 'multiple', max: 1, options: [] }), ['x', 'y'], '最多选 1 项'],
  ])('%# is said at the field', (field, answer, problem) => {
    expect(fieldProblem(field, answer)).toBe(problem);
  });

  it.each([
    [aField(), undefined],
    [aField({ type: 'number', min: 1, max: 5 }), 5],
    [phone, '+86 138-0000-0000'],
    [phone, '+447700900123'],
    [phone, '138****0000'],
    // Here `max` is how many of each.
    [gear, { pole: 3, lamp: 3 }],
  ])('%# is nothing', (field, answer) => {
    expect(fieldProblem(field, answer)).toBe('');
  });

  it('is asked of all fields and of the name', () => {
    expect(formProblems([food, phone], blankForm, false)).toEqual({
      name: '请填名字',
      tel: '请填“手机号”',
    });
    expect(formProblems([], { ...blankForm, name: '李阿姨' }, true)).toEqual({ byName: '请填名字' });
    expect(formProblems([], { ...blankForm, name: '二'.repeat(21) }, false)).toEqual({
      name: '名字最多 20 个字',
    });
  });
});

it('sends nothing for a field left empty', () => {
  const answers = { food: '', note: ' 素食 ', gear: { pole: 0 }, n: 0 };
  const fields = ['food', 'note', 'gear', 'n'].map(id => aField({ id }));
  expect(toSend({ ...blankForm, name: ' 小林 ', answers }, fields)).toEqual({
    name: '小林',
    places: 1,
    answers: { note: '素食', n: 0 },
  });
});

it('adds up places and what was chosen, for each place or as it was counted', () => {
  const chain = aChain({ priceFen: 1_000, fields: [food, gear] });
  const form = { ...blankForm, places: 2, answers: { food: 'box', gear: { pole: 3 } } };
  expect(totalFen(chain, form)).toBe(2 * 1_000 + 2 * 2_500 + 3 * 1_000);
  expect(totalFen(aChain(), form)).toBeUndefined();
});

describe('how a field is filled in', () => {
  const editor = (field = food, left = 0, waitlist = false, before?: ReturnType<typeof anEntry>) =>
    fieldEditor(field, undefined, {
      chain: { waitlist, optionPlaces: { 'food.box': { taken: 10 - left, left, capacity: 10 } } },
      unfolded: '',
      ...(before === undefined ? {} : { before }),
    });

  it('says what an option costs and what is left of it, and stops where nothing is', () => {
    expect(editor().options[1]).toMatchObject({ note: '¥25 · 已满', off: true, said: '盒饭，¥25 · 已满' });
    expect(editor(food, 3).options[1]).toMatchObject({ note: '¥25 · 剩 3', off: false });
    expect(editor(food, 0, true).options[1]).toMatchObject({ note: '¥25 · 已满，可候补', off: false });
  });

  it('counts what the entry that is changed holds as free for it', () => {
    const mine = anEntry({ places: 2, answers: { food: 'box' } });
    expect(editor(food, 0, false, mine).options[1]).toMatchObject({ note: '¥25 · 剩 2', off: false });
  });

  it('shows few of many options, and what was chosen always', () => {
    const options = Array.from({ length: 50 }, (_, n) => ({ id: `o${n}`, label: `第 ${n} 项` }));
    const field = aField({ type: 'single', options });
    const context = { chain: { waitlist: false, optionPlaces: {} }, unfolded: '' };
    const folded = fieldEditor(field, 'o40', context);
    expect(folded.options.map(({ id }) => id)).toEqual([...options.slice(0, 8).map(({ id }) => id), 'o40']);
    expect(folded.more).toBe('还有 41 项');
    expect(fieldEditor(field, 'o40', { ...context, unfolded: 'a' })).toMatchObject({ more: '' });
  });
});

describe('a form that is refused', () => {
  const refusal = (code: ErrorCode, facts = {}, as: 'own' | 'other' = 'own') =>
    joinRefusal({ code, message: '', ...facts }, sunday, as);

  it('says that everything is still there when nobody answered', () => {
    expect(refusal('UNAVAILABLE').problem).toContain('填的都还在');
  });

  it('says what the chain has come to', () => {
    expect(refusal('FULL')).toMatchObject({ problem: '刚刚报满了，没有报上', isOver: true });
    expect(refusal('ALREADY_JOINED').problem).toBe('您已经报过名了');
    expect(refusal('ALREADY_JOINED', {}, 'other').problem).toBe('您已经帮这个人报过了');
    expect(refusal('NOT_FOUND').problem).toBe('这个接龙刚刚被删掉了，没有报上');
    expect(refusal('NOT_OPEN_YET', { retryAt: saturday }).problem).toBe('11月28日（周六）08:00 才开始报名');
  });

  it('says at the field what is wrong with it', () => {
    const message = '“手机号”请填 11 位手机号';
    expect(refusal('BAD_INPUT', { path: 'answers.tel', message })).toEqual({
      problem: '有没填好的，请看红字',
      at: { tel: message },
      isOver: false,
    });
    expect(refusal('CONTENT_REFUSED', { path: 'name', message: '名字不合适' }).at).toEqual({
      name: '名字不合适',
    });
  });
});

it('says before the tap what the entry will come to', () => {
  expect(joinScreen(aChain(), 'own')).toMatchObject({ note: '', submit: '报名', canRemember: true });
  expect(joinScreen(aChain({ joining: 'waitlist' }), 'own')).toMatchObject({
    note: '名额满了，这次先排候补',
    submit: '排候补',
  });
  expect(joinScreen(aChain(), 'edit')).toMatchObject({ submit: '保存', canRemember: false });
});

it('takes nobody into the book twice or without a name', () => {
  const known = [{ id: '1', name: '李阿姨' }];
  const form = { name: '李阿姨', relation: '', phone: '123' };
  expect(contactProblems(form, known, false)).toEqual({
    name: '这个名字已经有了',
    phone: '请填 11 位手机号，国外号码以 + 开头',
  });
  expect(contactProblems({ ...form, name: '', phone: '' }, known, true)).toEqual({});
});
