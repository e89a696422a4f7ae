import { progress } from '../../../miniprogram/copy/batches';
import { common } from '../../../miniprogram/copy/common';
import { checklist, trash } from '../../../miniprogram/copy/trash';
import { confirmView } from '../../../miniprogram/view/confirm';
import {
  batchCard,
  bySize,
  homeCards,
  suggestionCard,
  suggestionQuery,
} from '../../../miniprogram/view/home-screen';
import { isOvertaken, progressScreen, resultRow } from '../../../miniprogram/view/progress-screen';
import { chinaAt } from '../../support/china-at';
import { aBatch, aPreview, HOUR, noon } from './samples';

const factsOf = (view: { facts: { name: string; text: string }[] }) =>
  Object.fromEntries(view.facts.map(({ name, text }) => [name, text]));

describe('confirm sheet', () => {
  it('says who, what it costs, what is left to do in WeChat, and until when it can be undone', () => {
    const view = confirmView(aPreview(), noon, false);
    expect(view.title).toBe('不再关注这 37 个号？');
    expect(view.recover).toContain('72 小时');
    expect(view.more).toBe('+36');
    expect(factsOf(view)).toMatchObject({
      今日额度: '用掉 37，还剩 163（每天 200）',
      微信里: '还要您自己点一次取消，之后给您清单',
    });
  });

  it('asks in plain language in the large modes', () => {
    const view = confirmView(aPreview({ count: 3 }), noon, true);
    expect(view.title).toBe('确定不再关注这 3 个号吗？');
    expect(view.recover).toBe('3 天内可以找回');
  });

  it('names a few, and as many as are known, with the number of all', () => {
    const sample = Array.from({ length: 60 }, (_, index) => {
      return { id: `${index}`, name: `号${index}`, targetType: 'channel' };
    });
    const view = confirmView(aPreview({ count: 1_038, sample }), noon, true);
    expect(view.fewNames).toBe('号0、号1、号2、号3、号4等 1,038 个');
    expect(view.allNames).toMatch(/^号0、.*、号59等 1,038 个$/);
    const all = confirmView(aPreview({ count: 3, sample: sample.slice(0, 3) }), noon, true);
    expect([all.fewNames, all.allNames]).toEqual(['号0、号1、号2', '号0、号1、号2']);
  });

  it('names a single one', () => {
    expect(confirmView(aPreview({ count: 1 }), noon, true).title).toBe('不再关注“微信团队”？');
  });

  it('says who is skipped and why, five names at most', () => {
    const names = ['一', '二', '三', '四', '五', '六'];
    const view = confirmView(aPreview({ skipped: { count: 6, names } }), noon, false);
    expect(factsOf(view)).toMatchObject({ 会跳过: '6 个受保护的：一、二、三、四、五等' });
  });

  it('says how many wait for which day when the quota is not enough', () => {
    const laterAt = chinaAt(2026, 0, 16, 9);
    const view = confirmView(aPreview({ count: 1_412, now: 200, later: 1_212, laterAt }), noon, false);
    expect(factsOf(view)).toMatchObject({ 今日额度: '今天 200 个，其余 1,212 个明天 09:00 继续' });
  });

  it('offers no way on when everything chosen is protected', () => {
    const view = confirmView(aPreview({ count: 0, sample: [], now: 0 }), noon, false);
    expect(view.canConfirm).toBe(false);
    expect(view.title).toBe('没有可以移除的，选中的都受保护');
  });
});

describe('progress', () => {
  it('can be paused and stopped while it runs, and undone once something was removed', () => {
    const running = progressScreen(aBatch({ state: 'running', handled: 19, removed: 19 }), noon);
    expect(running).toMatchObject({ counts: '19 / 38', percent: 50, canPause: true, canStop: true });
    expect(running.hint).toBe('可以先离开，回来还在这里');
  });

  it('says when a queued rest goes on', () => {
    const resumeAt = chinaAt(2026, 0, 16, 9);
    const waiting = progressScreen(aBatch({ state: 'waiting', later: 212, resumeAt }), noon);
    expect(waiting.hint).toBe('明天 09:00 自动继续');
    expect(waiting).toMatchObject({ canPause: true, canStop: true });
  });

  it('offers undo until the very end of the window and no longer', () => {
    const batch = aBatch({ undoUntil: noon + 1 });
    expect(progressScreen(batch, noon).canUndo).toBe(true);
    expect(progressScreen(batch, noon + 1).canUndo).toBe(false);
    for (const state of ['running', 'paused'] as const)
      expect(progressScreen({ ...batch, state }, noon)).toMatchObject({ canUndo: false, canStop: true });
    expect(progressScreen(aBatch({ undone: true }), noon).canUndo).toBe(false);
  });

  it('does not let an older answer take back a pause or a stop', () => {
    expect(isOvertaken('paused', 'running')).toBe(true);
    expect(isOvertaken('cancelled', 'waiting')).toBe(true);
    expect(isOvertaken('running', 'waiting')).toBe(false);
    // The slice that was on its way counts, and may have been the last one.
    expect(isOvertaken('paused', 'paused')).toBe(false);
    expect(isOvertaken('paused', 'done')).toBe(false);
  });

  it('leaves out numbers that are nought, save what was removed', () => {
    const names = progressScreen(aBatch({ left: 0, removed: 0 }), noon).numbers.map(({ name }) => name);
    expect(names).toEqual(['已移除']);
  });

  it('does not call removed what was taken back', () => {
    const { numbers } = progressScreen(aBatch({ undone: true, removed: 38 }), noon);
    expect(numbers[0]).toEqual({ name: '已撤销', count: '38' });
  });

  it('answers questions with at most the four characters WeChat shows', () => {
    const answers = [common.back, progress.stopYes, trash.erase, checklist.askYes, checklist.askNo];
    expect(answers.filter(answer => answer.length > 4)).toEqual([]);
  });

  it('keeps a row for an item whose name is erased', () => {
    expect(resultRow({ id: 'x', outcome: 'erased' })).toMatchObject({
      name: '（内容已清除）',
      line: '已清除',
    });
  });
});

describe('home', () => {
  const me = {
    uid: 'u',
    grade: 'ordinary' as const,
    settings: { fontMode: 'system' as const, theme: 'system' as const, silentDays: 90 as const },
    administrator: false,
    profile: {},
  };
  const counts = { follow: 412, like: 1_038, favorite: 267, trash: 38 };

  it('shows four numbers and when the first deleted one goes', () => {
    const cards = homeCards(
      { counts, soonestPurgeAt: noon + 5 * HOUR, suggestions: [], unfinished: [], me },
      noon,
    );
    expect(cards.map(({ name, count }) => `${name} ${count}`)).toEqual([
      '关注 412',
      '点赞 1,038',
      '收藏 267',
      '最近删除 38',
    ]);
    expect(cards.at(-1)?.hint).toBe('最早的还剩 5 小时');
  });

  it('words a suggestion with its own threshold and evidence, and leads to exactly that selection', () => {
    const suggestion = {
      reason: 'silent' as const,
      kind: 'follow' as const,
      count: 38,
      filter: { silence: 'silent' as const, silentDays: 60 as const },
      oldestReadAt: chinaAt(2025, 7, 3),
    };
    expect(suggestionCard(suggestion)).toMatchObject({
      text: '38 个号 60 天没打开过',
      hint: '最久的上次打开是 2025-08-03',
    });
    expect(suggestionQuery(suggestion)).toEqual({
      kind: 'follow',
      filter: '{"silence":"silent","silentDays":60}',
      select: 'all',
    });
  });

  it('puts first what clears most', () => {
    const of = (count: number) => ({ reason: 'dead' as const, kind: 'follow' as const, count, filter: {} });
    expect(bySize([of(1), of(38), of(12)]).map(({ count }) => count)).toEqual([38, 12, 1]);
  });

  it('says of an unfinished batch how far it is', () => {
    expect(batchCard(aBatch({ state: 'paused', handled: 19 }), noon)).toMatchObject({
      title: '不再关注 19 / 38',
      hint: '已暂停',
      percent: 50,
    });
  });
});
