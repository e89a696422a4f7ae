import { addressIn, contentScreen } from '../../../miniprogram/view/content-screen';
import { limitsScreen, quotaRow } from '../../../miniprogram/view/limits-screen';
import { caseRow, stateChips } from '../../../miniprogram/view/review-screen';
import type { PolicyName } from '../../../typings/contract/errors';
import type { LimitsView } from '../../../typings/contract/limits';
import type { ReviewCase } from '../../../typings/contract/review';
import { DAY, HOUR, MINUTE, noon } from './samples';

const quota = (policy: PolicyName, limit: number, remaining: number, resetAt = noon + DAY) => ({
  policy,
  limit,
  remaining,
  resetAt,
});

describe('a limit', () => {
  it('says what is left of how many, and when there is more', () => {
    expect(quotaRow(quota('unfollow', 200, 42), noon)).toEqual({
      policy: 'unfollow',
      text: '今天还可取消关注 42 个（共 200 个）',
      hint: '明天 12:00 恢复',
      percent: 21,
    });
    expect(quotaRow(quota('import.rows', 20_000, 20_000), noon)).toMatchObject({
      text: '今天还可导入 20,000 行（共 20,000 行）',
      hint: '额度是满的',
    });
  });

  it('that slides says when one more comes free, and what happens beyond it', () => {
    expect(quotaRow(quota('unlike.review', 5, 2, noon + HOUR), noon)).toMatchObject({
      text: '24 小时内还可取消 2 个赞（共 5 个），超过会有人来看一眼',
      hint: '今天 13:00 多一个',
    });
    expect(quotaRow(quota('unlike.review', 5, 0), noon).text).toContain('已经取消 5 个赞');
    expect(quotaRow(quota('unlike.ratio', 30, 12), noon).hint).toBe('明天 12:00 重新计算');
  });
});

describe('my limits', () => {
  const view = (changes: Partial<LimitsView> = {}): LimitsView => ({
    grade: 'ordinary',
    quotas: [quota('unlike.daily', 5, 3)],
    table: [{ policy: 'unlike.ratio', limits: { ordinary: 30, verified: 60 } }],
    underReview: false,
    ...changes,
  });

  it('tell until when slow mode lasts and what it allows, and nothing once it is over', () => {
    expect(limitsScreen(view({ slowUntil: noon + DAY }), noon).slow).toBe(
      '明天 12:00 之前，每天最多取消 5 个赞，点赞的分量减半。',
    );
    expect(limitsScreen(view({ slowUntil: noon }), noon).slow).toBe('');
    expect(limitsScreen(view(), noon).slow).toBe('');
  });

  it('show both grades, with the own one marked', () => {
    expect(limitsScreen(view({ grade: 'verified' }), noon).table).toEqual([
      {
        policy: 'unlike.ratio',
        name: '30 天内取消的赞，超过会变慢',
        amounts: [
          { grade: '普通', text: '占 30%', own: false },
          { grade: '已认证', text: '占 60%', own: true },
        ],
      },
    ]);
  });
});

describe('the review queue', () => {
  const aCase = (changes: Partial<ReviewCase> = {}): ReviewCase => ({
    caseId: 'c',
    reason: 'unlike.review',
    uids: ['0123456789abcdef'],
    openedAt: noon - HOUR,
    evidence: { limit: 5, cancelledAt: [noon - 5_000, noon] },
    ...changes,
  });

  it('says what happened in numbers, who by a short id, and each instant to the second', () => {
    expect(caseRow(aCase(), 'open', noon)).toMatchObject({
      title: '24 小时内取消了 2 个赞，提醒线是 5 个',
      meta: '账号 01234567 · 今天 11:00 提出',
      evidence: ['2026-01-15 11:59:55 取消 1 个', '2026-01-15 12:00:00 取消 1 个'],
      canDecide: true,
      slow: '',
    });
  });

  it('tells a ratio from the number of likes it began with', () => {
    const evidence = { likesAtStart: 100, cancelled: 31, windowStart: noon - 20 * DAY };
    const row = caseRow(aCase({ reason: 'unlike.ratio', evidence }), 'open', noon);
    expect(row.title).toBe('30 天内取消了 31 个赞，开始时有 100 个');
    expect(row.evidence).toEqual(['从 2025-12-26 12:00:00 起算']);
  });

  it('lists the accounts of one network with their times', () => {
    const uids = ['aaaaaaaa1', 'bbbbbbbb2', 'cccccccc3'];
    const accounts = uids.map((uid, at) => ({ uid, at: noon + at * MINUTE }));
    const row = caseRow(aCase({ reason: 'same-network', uids, evidence: { accounts } }), 'open', noon);
    expect(row.title).toBe('同一网络下 3 个账号在 10 分钟内批量清理');
    expect(row.evidence[2]).toBe('2026-01-15 12:02:00 账号 cccccccc 批量清理');
  });

  it('can decide an open case even when a decision was begun, and no decided one', () => {
    const begun = aCase({ decision: 'keep', decidedAt: noon - MINUTE, note: '本人' });
    expect(caseRow(begun, 'open', noon)).toMatchObject({
      canDecide: true,
      meta: '账号 01234567 · 今天 11:00 提出',
    });
    expect(caseRow(begun, 'decided', noon)).toMatchObject({
      canDecide: false,
      meta: '账号 01234567 · 今天 11:59 维持现状',
      note: '说明：本人',
    });
  });

  it('shows slow mode only while it lasts', () => {
    expect(caseRow(aCase({ slowUntil: noon + DAY }), 'open', noon).slow).toBe('慢速模式到 明天 12:00');
    expect(caseRow(aCase({ slowUntil: noon }), 'open', noon).slow).toBe('');
  });

  it('has two lists', () => {
    expect(stateChips('decided').map(({ text, on }) => [text, on])).toEqual([
      ['待处理', false],
      ['处理过', true],
    ]);
  });
});

describe('a content', () => {
  const url = 'https://mp.weixin.qq.com/s/a';

  it('shows likes now, the most there ever were, and the smoothed weight', () => {
    const screen = contentScreen({ url, likes: 9, peakLikes: 1_200, weight: 9.8 });
    expect(screen.facts.map(({ name, text }) => `${name} ${text}`)).toEqual([
      '现在点赞 9 人',
      '最高的时候 1,200 人',
      '热度 9.80',
    ]);
    expect(screen.told).toBe('比最高的时候少 1,191 人');
  });

  it('says so when nobody ever liked it', () => {
    const screen = contentScreen({ url, likes: 0, peakLikes: 0, weight: 0 });
    expect(screen).toEqual({ url, facts: [], told: '还没有人在这里给它点过赞' });
  });

  it('is found by the address in what was pasted', () => {
    expect(addressIn(`【秋天去看银杏】 ${url} 复制打开`)).toBe(url);
    expect([addressIn(` ${url}\n`), addressIn(' 没有链接 ')]).toEqual([url, '没有链接']);
  });
});
