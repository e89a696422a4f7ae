import { checklistRow } from '../../../miniprogram/view/checklist-row';
import { openingOf } from '../../../miniprogram/view/opening';
import { batchBanners, batchPick, countdownPatch, trashRow } from '../../../miniprogram/view/trash-row';
import type { TrashView } from '../../../typings/contract/items';
import { aBatch, anItem, HOUR, MINUTE, noon } from './samples';

const trashed = (changes: Partial<TrashView> = {}): TrashView => ({
  ...anItem(),
  trashedAt: noon,
  purgeAt: noon + 72 * HOUR,
  batchId: 'b',
  ...changes,
});

describe('trash', () => {
  it('never claims more than what was done: here, or on the platform too', () => {
    expect(trashRow(trashed(), noon, false, false).line).toBe('还剩 3 天 · 已在本程序移除');
    expect(trashRow(trashed({ platformDoneAt: noon }), noon, false, false).line).toBe(
      '还剩 3 天 · 已在原平台取消',
    );
    expect(trashRow(trashed(), noon, true, false).line).toBe('还剩 3 天');
  });

  it('ticks by sending only the lines whose text changed', () => {
    const items = [trashed({ id: 'a' }), trashed({ id: 'b', purgeAt: noon + 10 * MINUTE })];
    const rows = (now: number) => items.map(item => trashRow(item, now, false, false));
    expect(countdownPatch(rows(noon), rows(noon + 1))).toEqual({
      'rows[0].line': '还剩 2 天 23 小时 · 已在本程序移除',
      'rows[0].soon': false,
      'rows[1].line': '还剩 9 分 · 已在本程序移除',
      'rows[1].soon': true,
    });
    expect(countdownPatch(rows(noon + 1), rows(noon + 2))).toEqual({});
  });

  it('offers the batches of several that can still be taken back, newest first', () => {
    const one = aBatch({ batchId: 'one', removed: 1 });
    const undone = aBatch({ batchId: 'undone', undone: true });
    const late = aBatch({ batchId: 'late', undoUntil: noon });
    const good = aBatch({ batchId: 'good' });
    const likes = aBatch({ batchId: 'likes', kind: 'like' });
    const banners = batchBanners([one, undone, late, good, likes], 'all', noon);
    expect(banners.map(({ id }) => id)).toEqual(['good', 'likes']);
    expect(banners[0]).toEqual({ id: 'good', title: '这一批 37 个', hint: '今天 11:00 · 不再关注' });
    expect(batchBanners([good], 'like', noon)).toEqual([]);
    expect(batchPick(banners).chips.map(({ text }) => text)).toEqual([
      '这一批 37 个 · 今天 11:00 · 不再关注',
      '这一批 37 个 · 今天 11:00 · 取消点赞',
    ]);
  });

  it('offers a batch with the number that is still in the trash', () => {
    const batch = (restorable: number) => batchBanners([aBatch({ removed: 1_400, restorable })], 'all', noon);
    expect(batch(1_362)[0]?.title).toBe('这一批 1,362 个');
    // One alone has a button of its own, in its row.
    expect(batch(1)).toEqual([]);
  });
});

describe('the way to WeChat', () => {
  it('is the article, else the channel, else the name', () => {
    const url = 'https://mp.weixin.qq.com/s/abc';
    expect(openingOf({ targetType: 'official-account', url })).toBe('article');
    expect(openingOf({ targetType: 'channel', handle: 'sph1' })).toBe('profile');
    expect(openingOf({ targetType: 'channel' })).toBe('copy');
    expect(openingOf({ targetType: 'article', url: 'https://example.com/?x=mp.weixin.qq.com/' })).toBe(
      'copy',
    );
  });

  it('is named on the button of the checklist', () => {
    expect(checklistRow(trashed())).toMatchObject({ button: '复制名称', done: false });
    expect(checklistRow(trashed({ platformDoneAt: noon }))).toMatchObject({
      line: '已在原平台取消',
      done: true,
    });
  });
});
