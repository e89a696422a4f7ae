import { eventNames } from '../../../miniprogram/chain/copy/history';
import { eventRow } from '../../../miniprogram/chain/view/history-screen';
import {
  costsMoney,
  filterChips,
  personRow,
  personSheet,
} from '../../../miniprogram/chain/view/people-screen';
import { amountAsk, declineAsk, noteAsk, removeAsk } from '../../../miniprogram/chain/view/person-asks';
import {
  filtered,
  namedRows,
  rosterChips,
  rosterRow,
  rosterText,
  unansweredText,
} from '../../../miniprogram/chain/view/roster-screen';
import { candidates, canTakeOver, staffPick, staffRows } from '../../../miniprogram/chain/view/staff-screen';
import type { ChainEvent } from '../../../typings/contract/chains';
import { aChain, aField, anEntry, food, sunday } from './chain-samples';

const phone = aField({ id: 'phone', type: 'phone', label: '手机号', personal: true });
const acts = (entry: Parameters<typeof anEntry>[0], leads = true) =>
  personSheet(anEntry(entry), [], leads).acts.map(({ id }) => id);

describe('an entry in the organizers’ list', () => {
  it('shows number, money, note and answers', () => {
    const entry = anEntry({
      places: 2,
      amountFen: 5_000,
      payment: 'unpaid',
      note: '晚到',
      answers: { food: 'box' },
      by: '陈老师',
    });
    expect(personRow(entry, [food], false)).toMatchObject({
      letter: '12',
      line: '2 个名额 · ¥50 · 备注：晚到 · 盒饭 · 由 陈老师 代报',
      tags: [{ text: '未付', tone: 'warn' }],
    });
  });

  it('says where those stand who are not in', () => {
    const tags = (changes: Parameters<typeof anEntry>[0]) => personRow(anEntry(changes), [], false).tags;
    expect(tags({})).toEqual([]);
    expect(tags({ status: 'waiting', waitPosition: 3 })).toEqual([{ text: '候补第 3 位', tone: 'plain' }]);
    expect(tags({ status: 'removed', payment: 'unpaid' })).toEqual([{ text: '被移除', tone: 'danger' }]);
  });

  it('offers a call for a number that is shown, not for a masked one', () => {
    const calls = (value: string) =>
      personSheet(anEntry({ answers: { phone: value } }), [phone], true).facts.map(fact => fact.phone);
    expect(calls('13812345678')).toContain('13812345678');
    expect(calls('138****5678').join('')).toBe('');
  });

  it('has the actions of its state', () => {
    expect(acts({})).toEqual(['note', 'edit', 'remove']);
    expect(acts({ status: 'asking' })).toEqual(['approve', 'decline', 'note', 'edit', 'remove']);
    expect(acts({ amountFen: 100, payment: 'unpaid' })).toEqual(['pay', 'amount', 'note', 'edit', 'remove']);
    expect(acts({ amountFen: 100, payment: 'paid' })).toEqual([
      'amount',
      'refund',
      'unpay',
      'note',
      'edit',
      'remove',
    ]);
    expect(acts({ status: 'left', amountFen: 100, payment: 'paid' })).toEqual([
      'amount',
      'refund',
      'unpay',
      'note',
    ]);
  });

  it('gives volunteers marks and notes only', () => {
    expect(acts({ status: 'asking', amountFen: 100, payment: 'unpaid' }, false)).toEqual([
      'pay',
      'amount',
      'note',
    ]);
  });
});

it('asks with what is known already', () => {
  expect(removeAsk({ name: '小林' })).toMatchObject({ title: '移除“小林”', optional: false, danger: true });
  expect(declineAsk(3)).toMatchObject({ title: '不同意这 3 人', optional: true });
  expect(noteAsk({ name: '小林', note: '晚到' })).toMatchObject({ text: '晚到', optional: true, max: 200 });
  expect(amountAsk({ name: '小林', amountFen: 6_050 })).toMatchObject({ text: '60.5', kind: 'digit' });
  expect(amountAsk({ name: '小林', amountFen: 6_050, paidFen: 100 }).text).toBe('1');
});

it('has filters for what there is', () => {
  const ids = (changes: Parameters<typeof aChain>[0]) => {
    const chain = aChain(changes);
    return filterChips(chain, costsMoney(chain), 'all').map(({ id }) => id);
  };
  expect(ids({})).toEqual(['all', 'in', 'waiting', 'gone']);
  expect(ids({ approval: true, fields: [food] })).toEqual([
    'all',
    'in',
    'waiting',
    'asking',
    'unpaid',
    'gone',
  ]);
  expect(ids({ waitlist: false })).toEqual(['all', 'in', 'gone']);
  expect(filterChips(aChain(), false, 'unpaid').find(({ on }) => on)?.id).toBe('unpaid');
});

describe('the roster', () => {
  const view = {
    rows: [
      { name: '张三', status: 'in' as const, entryId: 'e1' },
      { name: '李四', status: 'unanswered' as const, similar: ['李四妈妈', '小李四'] },
      { name: '王五', status: 'waiting' as const },
    ],
    answered: 2,
    unanswered: 1,
    others: 4,
  };
  const rows = namedRows(view.rows);

  it('says of each name what became of it, and who may be meant', () => {
    expect(rows.map(row => rosterRow(row).tags[0]?.text)).toEqual(['已报名', '没答复', '候补']);
    expect(rows.map(row => rosterRow(row).line)).toEqual(['', '可能是：李四妈妈、小李四', '']);
  });

  it('is filtered and counted', () => {
    expect(filtered(rows, 'unanswered').map(({ name }) => name)).toEqual(['李四']);
    expect(filtered(rows, 'answered').map(({ name }) => name)).toEqual(['张三', '王五']);
    expect(rosterChips(view, 'unanswered').map(({ text }) => text)).toEqual([
      '没答复 1 人',
      '已答复 2 人',
      '全部 3',
    ]);
  });

  it('is copied, and put back into the box', () => {
    expect(unansweredText(view.rows)).toBe('没答复的：李四');
    expect(rosterText(view.rows)).toBe('张三\n李四\n王五');
  });
});

describe('the history', () => {
  const anEvent = (changes: Partial<ChainEvent>): ChainEvent => ({ at: sunday, what: 'joined', ...changes });
  const text = (changes: Partial<ChainEvent>) => eventRow(anEvent(changes), 0, sunday).text;

  it('is told in plain words', () => {
    expect(text({ by: '小林', subject: '小林' })).toBe('小林 报了名');
    expect(text({ by: '陈老师', what: 'removed', subject: '小林' })).toBe('陈老师 移除了：小林');
    expect(text({ what: 'promoted', subject: '小林' })).toBe('自动 补上了：小林');
    expect(eventRow(anEvent({ detail: '报重复了' }), 0, sunday)).toMatchObject({
      detail: '报重复了',
      when: '今天 12:00',
    });
  });

  it('has a sentence for everything that can happen', () => {
    expect(Object.values(eventNames).every(name => name.length > 1)).toBe(true);
  });
});

describe('the staff', () => {
  const owner = { uid: 'u1', name: '陈老师', role: 'owner' as const, successor: false };
  const helper = { uid: 'u2', name: '小林', role: 'volunteer' as const, successor: true };

  it('can be changed by the owner alone, and the owner by nobody', () => {
    const canChange = (myRole: 'owner' | 'organizer') =>
      staffRows({ staff: [owner, helper], myRole }).map(row => row.canChange);
    expect(canChange('owner')).toEqual([false, true]);
    expect(canChange('organizer')).toEqual([false, false]);
  });

  it('has actions that fit the role', () => {
    expect(staffPick(helper).chips.map(({ text }) => text)).toEqual([
      '设为组织者',
      '不再是接手人',
      '交接给 TA',
      '取消协作',
    ]);
  });

  it('lets the successor take over', () => {
    expect(canTakeOver([owner, helper], 'u2', 'volunteer')).toBe(true);
    expect(canTakeOver([owner, helper], 'u3', 'volunteer')).toBe(false);
    expect(canTakeOver([{ ...owner, successor: true }], 'u1', 'owner')).toBe(false);
  });

  it('is joined by those who entered themselves', () => {
    const entries = [
      anEntry({ entryId: 'me', mine: 'own' }),
      anEntry({ entryId: 'other', mine: 'no', name: '阿杰' }),
      anEntry({ entryId: 'by', mine: 'no', by: '小林' }),
      anEntry({ entryId: 'keyed', mine: 'no', keyedIn: true }),
    ];
    expect(candidates(entries).rows.map(({ id }) => id)).toEqual(['other']);
    const many = Array.from({ length: 21 }, (_, at) => anEntry({ entryId: `e${at}`, mine: 'no' }));
    expect(candidates(many)).toMatchObject({ isCut: true, rows: { length: 20 } });
  });
});
