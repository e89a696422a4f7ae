import { answersLine, answerText } from '../../../miniprogram/chain/view/answers';
import { entryRow } from '../../../miniprogram/chain/view/entry-row';
import { entrySheet } from '../../../miniprogram/chain/view/entry-sheet';
import { joinResult } from '../../../miniprogram/chain/view/join-result';
import { ownEntry } from '../../../miniprogram/chain/view/joining';
import { leaveQuestion } from '../../../miniprogram/chain/view/leaving';
import { myEntries, myEntryCard } from '../../../miniprogram/chain/view/my-entry';
import { chainRow } from '../../../miniprogram/view/chain-card';
import { chainTrashRow, trashChips, trashedChains } from '../../../miniprogram/view/trash-row';
import { aCard, aChain, aField, anEntry, food, gear, saturday, sunday } from './chain-samples';

const HOUR = 3_600_000;
const card = (changes: Parameters<typeof anEntry>[0]) => myEntryCard(anEntry(changes), [], sunday);

describe('the card of my entry', () => {
  it('says my number, or where I stand instead', () => {
    expect(card({}).headline).toBe('您是第 12 号');
    expect(card({ status: 'waiting', waitPosition: 3 }).headline).toBe('候补第 3 位');
    expect(card({ status: 'asking' }).headline).toBe('等发起人审核');
    expect(card({ mine: 'for-other', name: '李阿姨' }).headline).toBe('李阿姨：第 12 号');
  });

  it('offers to keep a place only while the time runs', () => {
    const offered = { status: 'offered', offeredUntil: sunday + HOUR } as const;
    expect(card(offered)).toMatchObject({ offered: true, hint: '还剩 1 小时，过时名额会给下一位' });
    expect(card({ ...offered, offeredUntil: sunday })).toMatchObject({
      offered: false,
      hint: '确认的时间已经过了',
    });
  });

  it('says what is to pay and to whom, and what was paid', () => {
    expect(card({ amountFen: 6_000, payment: 'unpaid' })).toMatchObject({
      payment: '要付 ¥60 · 未付',
      paymentHint: '钱请直接付给发起人',
    });
    expect(card({ amountFen: 6_000, payment: 'paid', paidFen: 5_000 }).payment).toBe('已付 ¥50');
    expect(card({ amountFen: 0, payment: 'unpaid' }).payment).toBe('');
    expect(card({}).payment).toBe('');
  });

  it('tells somebody who was removed the reason', () => {
    expect(card({ status: 'removed', reason: '重复报名' })).toMatchObject({
      headline: '您被移出了',
      hint: '原因：重复报名',
    });
  });

  it('stands first, before those I entered; what I left myself is not shown', () => {
    const mine = [anEntry({ entryId: 'o', mine: 'for-other' }), anEntry({ entryId: 'x', status: 'left' })];
    expect(myEntries(mine, ownEntry({ mine }), [], sunday).map(({ id }) => id)).toEqual(['o']);
    const live = [...mine, anEntry({ entryId: 'new' })];
    expect(myEntries(live, ownEntry({ mine: live }), [], sunday).map(({ id }) => id)).toEqual(['new', 'o']);
  });
});

describe('an answer in words', () => {
  it('names what was chosen and counts what was counted', () => {
    const many = { ...food, type: 'multiple' } as const;
    expect(answerText(food, 'box')).toBe('盒饭');
    expect(answerText(many, ['own', 'box', 'gone'])).toBe('自己带、盒饭');
    expect(answerText(gear, { pole: 2, lamp: 0 })).toBe('登山杖 × 2');
    expect(answerText(aField({ type: 'date' }), '2026-11-28')).toBe('11月28日（周六）');
    expect(answerText(aField({ type: 'phone' }), '138****5678')).toBe('138****5678');
    expect(answerText(food, undefined)).toBe('');
  });

  it('stands in one line with the others, a number beside its name', () => {
    const children = aField({ id: 'n', type: 'number', label: '孩子' });
    expect(answersLine([food, children, gear], { food: 'own', n: 2 })).toBe('自己带 · 孩子 2');
  });
});

describe('a line of the list', () => {
  it('says who entered somebody, and marks what is mine', () => {
    const row = entryRow(
      anEntry({ by: '小林', mine: 'no', name: '王阿姨', places: 2, answers: { food: 'own' } }),
      [food],
      false,
    );
    expect(row).toMatchObject({
      number: '12',
      line: '由 小林 代报 · 自己带',
      people: '2 人',
      tag: '',
      mine: '',
    });
    expect(entryRow(anEntry(), [], false)).toMatchObject({ mine: '我' });
  });

  it('says all of it below the name in large letters, where there is no room beside it', () => {
    const waiting = anEntry({ status: 'waiting', waitPosition: 2, places: 2, answers: { food: 'own' } });
    expect(entryRow(waiting, [food], true)).toMatchObject({
      line: '我 · 候补第 2 位 · 2 人 · 自己带',
      mine: '',
      tag: '',
      people: '',
      isMine: true,
    });
  });

  it('leaves out what is personal: the sheet has it', () => {
    const phone = aField({ id: 'tel', type: 'phone', personal: true });
    const answers = { tel: '138****5678', food: 'own' };
    expect(entryRow(anEntry({ answers }), [phone, food], false).line).toBe('自己带');
    expect(entrySheet(anEntry({ answers }), [phone], sunday).facts[2]?.text).toBe('138****5678');
  });

  it('says of those who are not in where they stand', () => {
    expect(entryRow(anEntry({ status: 'waiting', waitPosition: 2 }), [], false).tag).toBe('候补第 2 位');
    expect(entryRow(anEntry({ status: 'offered' }), [], false).tag).toBe('待确认');
    expect(entryRow(anEntry({ checking: true }), [], false).tag).toBe('审核中');
  });

  it('opens to all that may be seen, with what its reader may do', () => {
    const sheet = entrySheet(
      anEntry({ mine: 'no', canClaim: true, answers: { food: 'box' } }),
      [food],
      sunday,
    );
    expect(sheet.facts).toEqual([
      { name: '号码', text: '第 12 号' },
      { name: '状态', text: '已报名' },
      { name: '午饭', text: '盒饭' },
      { name: '报名时间', text: '今天 12:00' },
    ]);
    expect(sheet).toMatchObject({ canClaim: true, canEdit: false, canLeave: false });
  });
});

it('asks in plain words before somebody leaves', () => {
  expect(leaveQuestion(anEntry())).toEqual({
    title: '不参加了？',
    text: '第 12 号会空出来，别人可以报。再报名会排到后面。',
  });
  const waiting = anEntry({ status: 'waiting', mine: 'for-other', name: '李阿姨' });
  expect(leaveQuestion(waiting)).toEqual({
    title: '“李阿姨”不参加了？',
    text: '退出以后不再排候补。再报名会排到后面。',
  });
});

describe('the result of joining', () => {
  const result = (changes: Parameters<typeof anEntry>[0], big = false) =>
    joinResult({ entry: anEntry(changes), chain: aChain() }, big);

  it('says the number, the place in the queue, or that somebody has to agree', () => {
    expect(result({})).toMatchObject({ done: '报好了', before: '您是第', number: '12', after: '号' });
    expect(result({ status: 'waiting', waitPosition: 3 })).toMatchObject({ number: '3', after: '位' });
    expect(result({ status: 'asking' })).toMatchObject({ done: '申请交了', number: '' });
    expect(result({ mine: 'for-other', name: '李阿姨' }).before).toBe('李阿姨是第');
  });

  it('says when and where, in large letters as it would be said', () => {
    expect(result({}).facts).toEqual(['11月28日（周六）08:00', '苹果园站 D 口']);
    expect(result({}, true).facts).toEqual(['周六早上 8 点', '苹果园站 D 口']);
  });
});

describe('a card of my chains', () => {
  it('says what, when, where, how many, my number and whether I paid', () => {
    const mine = [
      { entryId: 'e', name: '小林', own: true, number: 12, status: 'in', payment: 'unpaid' },
    ] as const;
    expect(chainRow(aCard({ mine: [...mine], waiting: 2 }), sunday)).toEqual({
      id: 'c1',
      title: '周六徒步',
      phase: { text: '报名中', tone: '' },
      line: '11月28日（周六）08:00 · 苹果园站',
      count: '已报 24/30 · 候补 2 人',
      mine: '我是第 12 号',
      payment: '未付',
      paymentTone: 'warn',
    });
  });

  it('says where I stand without a number that counts, and for how many others I joined', () => {
    const entry = { entryId: 'e', name: '小林', number: 31, payment: undefined };
    const other = { ...entry, status: 'in' } as const;
    const mine = (first: object) =>
      chainRow(aCard({ mine: [{ ...entry, ...first } as typeof other, other] }), sunday).mine;
    expect(mine({ status: 'waiting', waitPosition: 3 })).toBe('候补第 3 位 · 帮 1 人报了');
    expect(mine({ status: 'offered', offeredUntil: sunday + 2 * HOUR })).toBe(
      '请在 今天 14:00 前确认 · 帮 1 人报了',
    );
  });

  it('names somebody else where I have no entry of my own', () => {
    const mine = [{ entryId: 'e', name: '李阿姨', number: 5, status: 'in', payment: undefined }] as const;
    expect(chainRow(aCard({ mine: [...mine] }), sunday).mine).toBe('李阿姨是第 5 号');
  });

  it('names the next round of a recurring one', () => {
    const { eventAt: _, ...recurring } = aCard({ nextRound: '2026-11-28', place: '' });
    expect(chainRow(recurring, sunday).line).toBe('下一次 11月28日（周六）');
    const { nextRound: _next, ...round } = { ...recurring, date: '2026-11-28' };
    expect(chainRow(round, sunday).line).toBe('11月28日（周六）');
  });
});

it('shows a deleted chain with the time it has left, and how many such there are', () => {
  const [chain] = trashedChains([aCard({ purgeAt: saturday })]);
  if (chain === undefined) throw new Error('no chain');
  expect(chainTrashRow(chain, saturday - 5 * HOUR, false, false)).toMatchObject({
    name: '周六徒步',
    line: '还剩 5 小时 · 24 人报名',
    soon: true,
  });
  expect(trashChips('chain', '2').at(-1)).toEqual({ id: 'chain', text: '接龙 2', on: true });
});
