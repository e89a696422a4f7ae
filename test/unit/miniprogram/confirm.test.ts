import { confirmView } from '../../../miniprogram/view/confirm';
import { progressScreen } from '../../../miniprogram/view/progress-screen';
import type { BatchPreview } from '../../../typings/contract/batches';
import { chinaAt } from '../../support/china-at';
import { aBatch, aPreview, noon } from './samples';

const facts = (changes: Partial<BatchPreview>) =>
  Object.fromEntries(confirmView(aPreview(changes), noon, false).facts.map(({ name, text }) => [name, text]));

describe('before likes are cancelled', () => {
  it('names the locked ones and when the first of them opens', () => {
    const until = chinaAt(2026, 0, 17, 10);
    expect(facts({ kind: 'like', locked: { count: 2, names: ['甲', '乙'], until } })).toMatchObject({
      锁定的: '2 条取消过多次：甲、乙。1月17日 10:00 后可再取消',
    });
    expect(facts({ locked: { count: 0, names: [], until } })).not.toHaveProperty('锁定的');
  });

  it('says in words what cancelling brings about', () => {
    expect(facts({ risks: ['review'] })['风险']).toBe('取消后会有人工检查，照常可以用');
    expect(facts({ risks: ['review', 'slow-mode'] })['风险']).toContain('之后 7 天每天最多取消 5 条');
    expect(facts({})['风险']).toBe('只改这里的名单，不会动您的微信');
  });

  it('counts what waits in the word of its kind', () => {
    const laterAt = chinaAt(2026, 0, 16, 9);
    expect(facts({ kind: 'like', now: 50, later: 12, laterAt })['今日额度']).toBe(
      '今天 50 条，其余 12 条明天 09:00 继续',
    );
  });
});

it('says aloud what it asks, what comes of it, and what to know, in sentences', () => {
  const { spoken } = confirmView(aPreview({}), noon, true);
  expect(spoken).toMatch(/^确定不再关注这 .+吗？3 天内可以找回。/);
  expect(spoken).toContain('。风险，只改这里的名单，不会动您的微信。');
});

describe('the reason survey', () => {
  const asks = (changes: Parameters<typeof aBatch>[0]) => progressScreen(aBatch(changes), noon).asksWhy;

  it('comes once, after a removal of follows that has run', () => {
    expect(asks({})).toBe(true);
    expect(asks({ state: 'waiting' })).toBe(true);
    expect(asks({ state: 'running' })).toBe(false);
    expect(asks({ reasons: ['adverts'] })).toBe(false);
  });

  it('does not come for likes and favorites, for nothing, or for what was taken back', () => {
    expect(asks({ kind: 'like' })).toBe(false);
    expect(asks({ kind: 'favorite' })).toBe(false);
    expect(asks({ removed: 0 })).toBe(false);
    expect(asks({ undone: true })).toBe(false);
  });
});

it('a queued rest is cancelled, work that runs is stopped', () => {
  expect(progressScreen(aBatch({ state: 'waiting', later: 212 }), noon).stopText).toBe('取消剩下的');
  expect(progressScreen(aBatch({ state: 'running' }), noon).stopText).toBe('停止剩下的');
});
