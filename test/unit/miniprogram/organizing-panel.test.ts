import {
  dayBars,
  missingCard,
  namesText,
  panelNumbers,
  panelRows,
  placesText,
  settingsId,
} from '../../../miniprogram/chain/view/panel-screen';
import { audienceChips, remindScreen, sentLines } from '../../../miniprogram/chain/view/remind-screen';
import { aChain, sunday } from './chain-samples';
import { aStatistics } from './organizing-samples';

const MINUTE = 60_000;
const aPreview = {
  people: 11,
  reachable: 8,
  names: ['刘洋', '周敏', '赵叔', '孙倩', '吴老师', '郑一'],
  text: '',
  left: 4,
};

describe('the numbers of a chain', () => {
  const numbers = (chain: Parameters<typeof aChain>[0], statistics?: Parameters<typeof aStatistics>[0]) =>
    panelNumbers(aChain(chain), statistics && aStatistics(statistics)).map(
      ({ count, name }) => `${count} ${name}`,
    );

  it('are four: in, waiting, without an answer, paid', () => {
    const amounts = {
      ...{ dueFen: 0, paidFen: 0, refundedFen: 0, byState: { paid: 18, unpaid: 6, refunded: 1 } },
    };
    expect(numbers({ waiting: 3 }, { answered: { yes: 20, no: 11 }, amounts })).toEqual([
      '24 已报名',
      '3 候补',
      '11 还没答复',
      '18 / 24 已付',
    ]);
  });

  it('leave open what nobody can know', () => {
    expect(numbers({})).toEqual(['24 已报名', '0 候补', '— 还没答复', '— 已付']);
  });

  it('have a fifth where somebody has to be approved', () => {
    expect(numbers({ approval: true, asking: 2 })).toContain('2 待审核');
  });

  it('say how many places are taken', () => {
    expect(placesText(aChain())).toBe('名额 24 / 30');
    expect(placesText(aChain({ places: { taken: 1_200 } }))).toBe('已占 1,200 个名额，不限');
  });
});

describe('who has not answered', () => {
  const roster = aStatistics({ answered: { yes: 20, no: 11 } });

  it('is named by the first five and their number', () => {
    expect(missingCard(aPreview, roster, sunday)).toEqual({
      title: '还没答复的 11 人',
      names: '刘洋、周敏、赵叔、孙倩、吴老师 等 11 人',
      hint: '今天已提醒 1 次，还能提醒 4 次',
      canRemind: true,
    });
  });

  it('is not known without a roster', () => {
    expect(missingCard(aPreview, aStatistics(), sunday)).toBeUndefined();
  });

  it('is nobody once all have answered', () => {
    const card = missingCard({ ...aPreview, people: 0, names: [] }, roster, sunday);
    expect(card).toMatchObject({ title: '名单上的人都答复了', canRemind: false });
  });

  it('is told when the next reminder can go out', () => {
    const nextAt = sunday + 10 * MINUTE;
    expect(missingCard({ ...aPreview, nextAt }, roster, sunday)?.hint).toBe(
      '今天已提醒 1 次，还能提醒 4 次，今天 12:10 以后可以再提醒',
    );
    expect(missingCard({ ...aPreview, left: 0 }, roster, sunday)?.hint).toBe('今天的 5 次提醒用完了');
  });

  it('is copied by name', () => {
    expect(namesText(['刘洋', '周敏'])).toBe('没答复的：刘洋、周敏');
  });
});

describe('what one may do', () => {
  const ids = (changes: Parameters<typeof aChain>[0], big = false) =>
    panelRows(aChain(changes), big).map(({ id }) => id);

  it('grows with the role', () => {
    expect(ids({ myRole: 'participant' })).toEqual([]);
    expect(ids({ myRole: 'volunteer' })).toEqual(['people', 'key-in', 'roster', 'report']);
    expect(ids({ myRole: 'organizer' })).toEqual(
      expect.arrayContaining(['edit', 'staff', 'history', 'cancel']),
    );
    expect(ids({ myRole: 'organizer' })).not.toContain('trash');
    expect(ids({ myRole: 'owner' })).toContain('trash');
  });

  it('has rounds only where a chain recurs', () => {
    const round = { seriesId: 's1', date: '2026-11-22' };
    expect(ids({ myRole: 'owner' })).not.toContain('rounds');
    expect(ids({ myRole: 'owner', round })).toContain('rounds');
    expect(settingsId(aChain({ round }))).toBe('s1');
    expect(settingsId(aChain())).toBe('c1');
  });

  it('moves from the bar into the rows where letters are large', () => {
    expect(ids({ myRole: 'volunteer' }, true)).toEqual(['people', 'key-in', 'export', 'roster', 'report']);
    expect(ids({ myRole: 'organizer' }, true)).toEqual(expect.arrayContaining(['announce', 'export']));
  });

  it('is called after what it brings about', () => {
    const steer = (phase: 'open' | 'closed' | 'cancelled') =>
      panelRows(aChain({ myRole: 'owner', phase }), false).find(({ id }) => id === 'steer')?.name;
    expect([steer('open'), steer('closed'), steer('cancelled')]).toEqual([
      '现在截止',
      '重新开放',
      '恢复活动',
    ]);
    expect(ids({ myRole: 'owner', phase: 'cancelled' })).not.toContain('cancel');
  });
});

it('draws the last six days, the highest full', () => {
  const day = (date: number, count: number) => ({
    from: Date.parse(`2026-11-${date}T00:00:00+08:00`),
    count,
  });
  const bars = dayBars([day(15, 9), day(16, 2), day(17, 0), day(18, 4), day(19, 1), day(20, 8), day(21, 3)]);
  expect(bars.map(({ day: name, count, height }) => [name, count, height])).toEqual([
    ['16 日', '2', 25],
    ['17 日', '0', 0],
    ['18 日', '4', 50],
    ['19 日', '1', 13],
    ['20 日', '8', 100],
    ['21 日', '3', 38],
  ]);
  expect(bars[0]?.label).toBe('11月16日（周一） 2 人');
});

describe('a reminder', () => {
  it('says who gets it and how many are left', () => {
    const view = remindScreen(aPreview, 'unanswered', sunday);
    expect(view.title).toBe('会提醒 11 人');
    expect(view.lines).toEqual([
      '8 人能收到微信消息',
      '3 人没有同意接收，用下面的文字到群里提醒',
      '今天已发 1 次，还能发 4 次',
    ]);
    expect([view.sendText, view.canSend]).toEqual(['给 8 人发消息', true]);
  });

  it('waits 15 minutes after the last one, and ends after five', () => {
    expect(remindScreen({ ...aPreview, nextAt: sunday + 1 }, 'in', sunday).canSend).toBe(false);
    expect(remindScreen({ ...aPreview, nextAt: sunday }, 'in', sunday).canSend).toBe(true);
    expect(remindScreen({ ...aPreview, left: 0 }, 'in', sunday)).toMatchObject({
      canSend: false,
      isReachable: true,
    });
  });

  it('is only a text where nobody can get a message', () => {
    const view = remindScreen({ ...aPreview, reachable: 0 }, 'in', sunday);
    expect(view).toMatchObject({ isReachable: false, canSend: false });
    expect(view.lines).toEqual(['他们都没有同意接收微信消息，可以把下面的文字贴到群里']);
  });

  it('needs a roster to know who is missing', () => {
    const nobody = { ...aPreview, people: 0, reachable: 0, names: [] };
    expect(remindScreen(nobody, 'unanswered', sunday).needsRoster).toBe(true);
    expect(remindScreen(nobody, 'waiting', sunday).needsRoster).toBe(false);
  });

  it('tells what became of it', () => {
    const nextAt = sunday + 15 * MINUTE;
    expect(sentLines({ sent: 200, queued: 30, nextAt, unreachable: 3, names: [], text: '' }, sunday)).toEqual(
      ['已发给 200 人', '30 人在下一批，今天 12:15 发', '3 人收不到消息'],
    );
    expect(sentLines({ sent: 0, queued: 0, unreachable: 0, names: [], text: '' }, sunday)).toEqual([
      '没有发出消息',
    ]);
  });

  it('is for the unpaid only where something costs', () => {
    expect(audienceChips('in', false).map(({ id }) => id)).toEqual(['unanswered', 'in', 'waiting']);
    expect(audienceChips('unpaid', false).map(({ id }) => id)).toContain('unpaid');
  });
});
