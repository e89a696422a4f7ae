import { detailScreen, placesCard } from '../../../miniprogram/chain/view/detail-screen';
import { claimNote, entryChips, namesNote } from '../../../miniprogram/chain/view/entry-list';
import { joinBar } from '../../../miniprogram/chain/view/joining';
import { roundBar } from '../../../miniprogram/chain/view/round-bar';
import { shareMessage } from '../../../miniprogram/chain/view/share-card';
import { aChain, anEntry, food, saturday, sunday } from './chain-samples';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const statement = (changes: Parameters<typeof aChain>[0]) => detailScreen(aChain(changes), sunday).statement;

describe('what stands on top of a chain', () => {
  it('says how long joining is possible, and until when it was', () => {
    const left = (closesAt: number) => detailScreen(aChain({ closesAt }), sunday).timeLeft;
    expect(left(sunday + 2 * DAY + 6 * HOUR)).toBe('还有 2 天 6 小时截止');
    expect(left(sunday + 59_999)).toBe('还有 不到 1 分钟截止');
    expect(left(sunday)).toBe('');
    const closed = aChain({ phase: 'closed', closesAt: sunday - HOUR });
    expect(detailScreen(closed, sunday).timeLeft).toBe('今天 11:00 截止的');
  });

  it('says in plain words why nobody can join just now', () => {
    expect(statement({})).toBe('');
    expect(statement({ phase: 'scheduled', opensAt: saturday })).toBe('11月28日（周六）08:00 开始报名');
    expect(statement({ phase: 'full' })).toBe('名额满了，现在报名会排候补');
    expect(statement({ phase: 'full', waitlist: false })).toBe('名额已经报满了');
    expect(statement({ phase: 'closed' })).toBe('已经截止报名');
    expect(statement({ phase: 'cancelled', cancelReason: '下大雨' })).toBe('这次取消了：下大雨');
    expect(statement({ phase: 'checking' })).toBe('文字还在审核，通过以后大家才能看到');
    expect(statement({ approval: true })).toBe('发起人同意以后才算报上');
  });

  it('says to its owner how long a dissolved chain can be taken back, with nothing else to do', () => {
    const trashed = aChain({
      phase: 'trashed',
      myRole: 'owner',
      canRestore: true,
      purgeAt: sunday + 2 * DAY + 23 * HOUR,
      mine: [anEntry()],
    });
    expect(detailScreen(trashed, sunday)).toMatchObject({
      statement: '已解散，还剩 2 天 23 小时可以找回',
      canRestore: true,
      canManage: false,
      canShare: false,
    });
    expect(joinBar(trashed).shown).toBe(false);
  });

  it('says nothing about joining to somebody who has joined, but that it is called off', () => {
    const mine = [anEntry()];
    expect(statement({ phase: 'full', mine })).toBe('');
    expect(statement({ phase: 'cancelled', mine })).toBe('这次取消了');
  });

  it('says that a round of a past day, in China, counts as filled in later', () => {
    const round = (date: string) => statement({ round: { seriesId: 's', date } });
    const nowInChina = new Date(sunday + 8 * HOUR).toISOString().slice(0, 10);
    const before = new Date(sunday + 8 * HOUR - DAY).toISOString().slice(0, 10);
    expect([round(nowInChina), round(before)]).toEqual(['', '这一天已经过了，现在报算补卡']);
  });

  it('says when and where, and for large letters as it would be said', () => {
    const { facts, plain } = detailScreen(aChain({ priceFen: 1_050 }), sunday);
    expect(facts.map(({ text }) => text)).toEqual([
      '11月28日（周六）08:00',
      '苹果园站 D 口',
      '陈老师',
      '每人 ¥10.50',
    ]);
    expect(plain).toEqual(['11 月 28 日', '周六早上 8 点', '苹果园站 D 口']);
  });

  it('counts places where they are limited, and people where they are not', () => {
    expect(placesCard(aChain())).toEqual({
      limited: true,
      word: '还剩',
      count: '6',
      capacity: '/ 共 30 个',
      percent: 80,
      note: '24 人已报 · 满了自动进候补',
    });
    const { capacity: _, ...open } = aChain({ places: { taken: 1_024 }, joined: 1_024 });
    expect(placesCard(open)).toMatchObject({ limited: false, word: '已报', count: '1,024', percent: 0 });
    expect(placesCard({ ...open, template: 'check-in' })).toMatchObject({ word: '已打卡' });
  });

  it('says whether it takes place', () => {
    const minimum = (changes: Parameters<typeof aChain>[0]) => detailScreen(aChain(changes), sunday).minimum;
    expect(minimum({ minimum: 25 })).toBe('满 25 人举行，还差 1 人');
    expect(minimum({ minimum: 24 })).toBe('满 24 人举行，人数够了');
    expect(minimum({ minimum: 24, verdict: 'cancel' })).toBe('人数不够，这次不举行');
  });

  it('lists what there is to choose with prices and what is left', () => {
    const chain = aChain({
      fields: [food],
      optionPlaces: { 'food.box': { taken: 10, left: 0, capacity: 10 } },
    });
    expect(detailScreen(chain, sunday).fields[0]?.text).toBe('自己带、盒饭 ¥25 已满');
  });

  it('leads staff to the panel, and lets nobody share what is still checked', () => {
    expect(detailScreen(aChain({ myRole: 'volunteer' }), sunday).canManage).toBe(true);
    expect(detailScreen(aChain({ myRole: 'participant' }), sunday).canManage).toBe(false);
    expect(detailScreen(aChain({ phase: 'checking' }), sunday).canShare).toBe(false);
  });
});

describe('the buttons at the foot', () => {
  it('join in the words of the template, or say what a new entry would be', () => {
    expect(joinBar(aChain())).toEqual({ shown: true, main: '我要报名', what: 'join', forOther: true });
    expect(joinBar(aChain({ template: 'check-in' })).main).toBe('我要打卡');
    expect(joinBar(aChain({ joining: 'waitlist' })).main).toBe('排候补');
    expect(joinBar(aChain({ joining: 'approval' })).main).toBe('申请报名');
  });

  it('say why there is nothing to tap', () => {
    const refused = { joining: 'refused', refusal: 'FULL' } as const;
    expect(joinBar(aChain(refused))).toEqual({ shown: true, main: '已报满', what: 'none', forOther: false });
    expect(joinBar(aChain({ phase: 'cancelled', ...refused })).shown).toBe(false);
  });

  it('leave the question of an offered place alone', () => {
    const mine = [anEntry({ status: 'offered', offeredUntil: saturday })];
    expect(joinBar(aChain({ mine }))).toEqual({ shown: true, main: '', what: 'none', forOther: true });
  });

  it('change my own entry once I have one, and join anew after I left', () => {
    expect(joinBar(aChain({ mine: [anEntry()] })).main).toBe('改我的报名');
    expect(joinBar(aChain({ mine: [anEntry({ status: 'left' })] })).main).toBe('我要报名');
    expect(joinBar(aChain({ mine: [anEntry({ mine: 'for-other' })] })).main).toBe('我要报名');
  });
});

describe('the list of people', () => {
  it('can be narrowed only where somebody waits or asks', () => {
    expect(entryChips(aChain(), 'all')).toEqual([]);
    expect(entryChips(aChain({ waiting: 3 }), 'waiting')).toEqual([
      { id: 'all', text: '全部', on: false },
      { id: 'in', text: '已报 24', on: false },
      { id: 'waiting', text: '候补 3', on: true },
    ]);
  });

  it('says why names are missing, to those for whom they are', () => {
    expect(namesNote(aChain({ names: 'joined' }))).toBe('报名以后才能看到别人的名字');
    expect(namesNote(aChain({ names: 'joined', mine: [anEntry()] }))).toBe('');
    expect(namesNote(aChain({ names: 'organizers', myRole: 'organizer' }))).toBe('');
  });
});

it('says that an entry can be claimed only where there is one to claim', () => {
  expect(claimNote([anEntry(), anEntry({ canClaim: true })])).toBe('别人已经帮您报了？点那一行就能认领');
  expect(claimNote([anEntry()])).toBe('');
});

describe('a shared card', () => {
  const title = (changes: Parameters<typeof aChain>[0]) => shareMessage(aChain(changes)).title;

  it('has the numbers of this moment in its title', () => {
    expect(title({})).toBe('周六徒步 还差 6 人');
    expect(title({ places: { taken: 30, left: 0, capacity: 30 } })).toBe('周六徒步 已报满，可以排候补');
    expect(title({ places: { taken: 24 } })).toBe('周六徒步 已有 24 人报名');
    expect(title({ phase: 'closed' })).toBe('周六徒步 已截止，共 24 人');
  });

  it('leads to the chain, a check-in to the round of the day it is opened', () => {
    const round = { seriesId: 's1', date: '2026-11-22' };
    expect(shareMessage(aChain()).path).toBe('/chain/pages/detail/detail?id=c1');
    expect(shareMessage(aChain({ round })).path).toBe('/chain/pages/detail/detail?id=s1&round=2026-11-22');
    expect(shareMessage(aChain({ round, template: 'check-in' })).path).toBe(
      '/chain/pages/detail/detail?id=s1',
    );
  });
});

it('names the day of a round and the days beside it, and a streak worth naming', () => {
  const chain = aChain({ round: { seriesId: 's', date: '2026-11-22', previous: '2026-11-21' } });
  expect(roundBar(chain, 5)).toEqual({
    day: '11月22日（周日）',
    previous: '2026-11-21',
    next: '',
    streak: '连续 5 次',
  });
  expect(roundBar(chain, 1)?.streak).toBe('');
  expect(roundBar(aChain(), 5)).toBeNull();
});
