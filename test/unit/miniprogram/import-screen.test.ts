import { workThrough } from '../../../miniprogram/pages/imports/import/working';
import { importRow, importSummary, isTakenBack, verdictChips } from '../../../miniprogram/view/import-screen';
import type { Reply } from '../../../typings/contract/api';
import type { ImportRow, ImportView } from '../../../typings/contract/imports';
import { noon } from './samples';

const view = (changes: Partial<ImportView> = {}): ImportView => ({
  importId: 'i',
  kind: 'follow',
  format: 'csv',
  state: 'staged',
  total: 303,
  counts: { new: 300, duplicate: 1, trashed: 2, bad: 0 },
  outcomes: { added: 0, merged: 0, restored: 0, skipped: 0, failed: 0 },
  removed: 0,
  expiresAt: noon,
  ...changes,
});
const outcomes = { added: 1_300, merged: 1, restored: 0, skipped: 0, failed: 2 };

describe('import', () => {
  it('says on the button how many come in, with or without those in the trash', () => {
    expect(importSummary(view(), true).commitText).toBe('导入 302 个');
    expect(importSummary(view(), false).commitText).toBe('导入 300 个');
  });

  it('has nothing to commit when no row is of use', () => {
    const counts = { new: 0, duplicate: 0, trashed: 2, bad: 3 };
    expect(importSummary(view({ counts }), false)).toMatchObject({
      canCommit: false,
      commitText: '没有可导入的',
    });
    expect(importSummary(view({ counts: { ...counts, duplicate: 1 } }), false).commitText).toBe('合并标签');
  });

  it('says what a file with everything brings beside the list, and takes it when no row is new', () => {
    const counts = { new: 0, duplicate: 0, trashed: 0, bad: 0 };
    const person = { settings: true, nickname: false, contacts: 5 };
    expect(importSummary(view({ counts, person }), false)).toMatchObject({
      person: '文件里还有设置、家人邻居 5 人。这里没有的会带回来，已经有的不动',
      canCommit: true,
      commitText: '带回来',
    });
    expect(importSummary(view(), false).person).toBe('');
  });

  it('tells the outcomes that happened, and offers to retry what failed and to take it all back', () => {
    expect(importSummary(view({ state: 'done', outcomes }), true)).toMatchObject({
      over: '导入好了',
      result: '新增 1,300 个，合并 1 个，没成功 2 个',
      canRetry: true,
      canUndo: true,
    });
  });

  it('that was taken back says how many went, and offers neither again', () => {
    expect(importSummary(view({ state: 'undone', outcomes, removed: 1_299 }), true)).toMatchObject({
      over: '已撤销这次导入',
      result: '1,299 个移到了“最近删除”',
      canRetry: false,
      canUndo: false,
    });
    expect(importSummary(view({ state: 'undoing', outcomes }), true).canUndo).toBe(true);
    expect(importSummary(view({ state: 'done' }), true).canUndo).toBe(false);
  });

  it('shows a row with its place in the source and the reason', () => {
    const known: ImportRow = {
      row: 7,
      verdict: 'duplicate',
      reason: '名单里已经有了',
      name: '甲',
      tags: [],
    };
    expect(importRow(known, true).line).toBe('名单里已经有了');
    const row = importRow(known, false);
    expect(row).toMatchObject({ id: '7', line: '第 7 行 · 名单里已经有了', outcome: { text: '已有' } });
    const done = importRow({ row: 7, verdict: 'new', name: '甲', tags: ['新闻'], outcome: 'added' }, false);
    expect(done).toMatchObject({ line: '第 7 行 · 新闻', outcome: { text: '已导入' } });
  });

  it('says of a row that went in what became of it, not what would', () => {
    const row: ImportRow = { row: 7, verdict: 'duplicate', reason: '会合并标签', name: '甲', tags: [] };
    expect(importRow({ ...row, outcome: 'merged' }, false).line).toBe('第 7 行');
    expect(importRow({ ...row, outcome: 'failed' }, true).line).toBe('会合并标签');
    const added: ImportRow = { row: 8, verdict: 'new', name: '乙', tags: [], outcome: 'added' };
    expect(importRow(added, false, true).outcome).toEqual({ text: '已撤销', tone: 'plain' });
    const left = view({ state: 'undone', outcomes, removed: 1_299 });
    expect([left, { ...left, removed: 1_300 }, view()].map(isTakenBack)).toEqual([false, true, false]);
  });

  it('filters only by verdicts that occur', () => {
    expect(verdictChips(view().counts, 'new').map(({ text, on }) => [text, on])).toEqual([
      ['新的 300', true],
      ['已有 1', false],
      ['在最近删除 2', false],
    ]);
  });
});

describe('working an import through', () => {
  const reply = (state: ImportView['state']): Reply<{ import: ImportView }> => ({
    ok: true,
    data: { import: view({ state }) },
    now: noon,
  });
  const answering = (replies: Reply<{ import: ImportView }>[]) => {
    const seen: string[] = [];
    const step = async () => replies.shift() ?? reply('done');
    return { seen, run: () => workThrough(step, ({ state }) => seen.push(state)) };
  };

  it('calls until the server has nothing left to do', async () => {
    const { seen, run } = answering([reply('committing'), reply('committing'), reply('done')]);
    expect(await run()).toBeUndefined();
    expect(seen).toEqual(['committing', 'committing', 'done']);
    const undo = answering([reply('undoing'), reply('undone')]);
    await undo.run();
    expect(undo.seen).toEqual(['undoing', 'undone']);
  });

  it('stops at a refusal and says why', async () => {
    const error = { code: 'UNAVAILABLE' as const, message: '' };
    const { seen, run } = answering([reply('committing'), { ok: false, error, now: noon }]);
    expect(await run()).toContain('暂时连不上');
    expect(seen).toEqual(['committing']);
  });
});
