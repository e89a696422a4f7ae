import { listRow, mergedText, type RowLook, twinsAt } from '../../../miniprogram/view/list-row';
import type { ItemView } from '../../../typings/contract/items';
import { chinaAt } from '../../support/china-at';
import { anItem, DAY, HOUR, noon } from './samples';

const seen: RowLook = { now: noon, big: false, checked: false, twins: false };
const shown = (item: ItemView, look: Partial<RowLook> = {}) => listRow([item], 0, item, { ...seen, ...look });

describe('the button of a row', () => {
  it('opens what a swipe opens, cancels a like at once, and has words in large letters', () => {
    expect(shown(anItem())).toMatchObject({ act: 'open', actText: '', actLabel: '不再关注 人民日报' });
    expect(shown(anItem({ kind: 'favorite' }))).toMatchObject({ act: 'open', actText: '' });
    expect(shown(anItem({ kind: 'like' }))).toMatchObject({ act: 'remove', actText: '取消点赞' });
    expect(shown(anItem(), { big: true })).toMatchObject({ act: 'remove', actText: '不再关注' });
  });

  it('is not there while the content of a like is locked, and the row says until when', () => {
    const lockedUntil = chinaAt(2026, 0, 17, 10);
    const like = anItem({ kind: 'like', lockedUntil });
    expect(shown(like)).toMatchObject({ act: 'none', line: '已取消多次，1月17日 10:00 后可再取消' });
    expect(shown(like, { big: true }).line).toBe('01-17 10:00 可取消');
    expect(shown(like, { now: lockedUntil - 1 }).act).toBe('none');
    expect(shown(like, { now: lockedUntil })).toMatchObject({ act: 'remove', line: '没有打开记录' });
  });
});

describe('twins', () => {
  const items = [
    anItem({ id: 'a', name: '城市早知道' }),
    anItem({ id: 'b', name: '人民日报' }),
    anItem({ id: 'c', name: '人民 日报' }),
    anItem({ id: 'd', name: '「人民日报」' }),
    anItem({ id: 'e', name: '人民日报海外版' }),
  ];
  const ids = (index: number) => twinsAt(items, index).map(({ id }) => id);

  it('are neighbours of the same name, spaces and brackets aside', () => {
    expect([ids(0), ids(1), ids(3), ids(4)]).toEqual([['a'], ['b', 'c', 'd'], ['b', 'c', 'd'], ['e']]);
    expect(twinsAt(items, 9)).toEqual([]);
  });

  it('offer once a group to become one, and only in the list of twins', () => {
    const acts = (twins: boolean) =>
      items.map((item, index) => listRow(items, index, item, { ...seen, twins }).act);
    expect(acts(true)).toEqual(['open', 'merge', 'open', 'open', 'open']);
    expect(acts(false)).not.toContain('merge');
    const first = listRow(items, 1, items[1] ?? anItem(), { ...seen, twins: true });
    expect(first).toMatchObject({ actText: '合并成一个', actLabel: '把 3 个 人民日报 合并成一个' });
  });

  it('say what became of them', () => {
    const came = (merged: number, left: number, later = 0) =>
      mergedText({ item: anItem(), merged, left, later });
    expect(came(2, 0)).toBe('人民日报 合并好了，多出的 2 个在“最近删除”里');
    expect(came(2, 1, 1)).toBe('人民日报 合并了 2 个，2 个没动');
    expect(came(0, 2)).toBe('没有可以合并的，受保护或锁定的不会动');
  });
});

describe('a favorite', () => {
  const snapshot = { title: '膝盖疼先别跑', author: '李医生', takenAt: noon - DAY };

  it('shows who it is from, and the picture it was taken with', () => {
    const cover = 'https://example.com/1.jpg';
    const favorite = anItem({ kind: 'favorite', name: '膝盖疼先别跑', snapshot: { ...snapshot, cover } });
    expect(shown(favorite)).toMatchObject({ cover, line: '李医生 · 没有打开记录' });
    expect(shown(anItem({ name: '李医生', snapshot })).line).toBe('没有打开记录');
  });

  it('that is dead still says what it was', () => {
    const dead = anItem({ kind: 'favorite', name: '旧收藏', dead: true, snapshot, lastReadAt: noon - HOUR });
    expect(shown(dead).line).toBe('原来是：膝盖疼先别跑');
    expect(shown(dead).tags).toEqual([{ text: '失效', tone: 'plain' }]);
    expect(shown({ ...dead, name: '膝盖疼先别跑' }).line).toBe('李医生 · 今天打开过');
  });
});
