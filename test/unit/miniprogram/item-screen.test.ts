import { itemScreen } from '../../../miniprogram/view/item-screen';
import type { ItemView } from '../../../typings/contract/items';
import { chinaAt } from '../../support/china-at';
import { anItem, DAY, noon } from './samples';

const screen = (changes: Partial<ItemView>) => itemScreen(anItem(changes), 'copy', noon);

describe('the page of an item', () => {
  it('shows what it was when it was added, under its own name where the link had none', () => {
    const takenAt = noon - 2 * DAY;
    expect(screen({ snapshot: { title: '膝盖疼先别跑', author: '李医生', takenAt } }).snapshot).toEqual({
      title: '膝盖疼先别跑',
      facts: ['来自 李医生', '2026-01-13 记下'],
      cover: '',
    });
    expect(screen({ snapshot: { takenAt } }).snapshot?.title).toBe('人民日报');
    expect(screen({}).snapshot).toBeNull();
  });

  it('calls a folder as its kind does, and says where there is none', () => {
    expect(screen({ kind: 'favorite', folder: '旅行' })).toMatchObject({
      folderName: '文件夹',
      folder: '旅行',
    });
    expect(screen({})).toMatchObject({ folderName: '分类', folder: '还没有放' });
  });

  it('says until when a like is locked, by the clock of the server', () => {
    const lockedUntil = chinaAt(2026, 0, 17, 10);
    expect(screen({ kind: 'like', lockedUntil }).locked).toBe('已取消多次，1月17日 10:00 后可再取消');
    expect(itemScreen(anItem({ lockedUntil }), 'copy', lockedUntil).locked).toBe('');
  });

  it('leads to the numbers of a content only from a like with a link', () => {
    const url = 'https://mp.weixin.qq.com/s/abc';
    const leads = (changes: Partial<ItemView>) => screen(changes).hasContent;
    expect([leads({ kind: 'like', url }), leads({ kind: 'like' }), leads({ kind: 'favorite', url })]).toEqual(
      [true, false, false],
    );
  });
});
