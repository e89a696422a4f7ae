import { actionsPick, folderPick, NO_FOLDER, tagOffPick, tagPick } from '../../../miniprogram/view/pick';
import { reasonChips, toggleReason } from '../../../miniprogram/view/reasons';

describe('a sheet to pick from', () => {
  it('offers the folders there are, a new one, and none', () => {
    const pick = folderPick(['旅行', '健康'], '文件夹', '健康');
    expect(pick.chips).toEqual([
      { id: '旅行', text: '旅行', on: false },
      { id: '健康', text: '健康', on: true },
      { id: NO_FOLDER, text: '不放文件夹', on: false },
    ]);
    expect(pick).toMatchObject({ title: '移到文件夹', hint: '或写一个新的', max: 20 });
  });

  it('keeps the folder an item is in, even where it was not counted', () => {
    expect(folderPick([], '分类', '旧的').chips.map(({ id }) => id)).toEqual(['旧的', NO_FOLDER]);
  });

  it('takes off only tags that are there, and says when there are none', () => {
    expect(tagPick(['新闻'])).toMatchObject({ hint: '或写一个新的', empty: '' });
    expect(tagOffPick(['新闻'])).toMatchObject({ hint: '', empty: '' });
    expect(tagOffPick([])).toMatchObject({ hint: '', empty: '选中的没有标签' });
  });

  it('lists actions by their names', () => {
    expect(actionsPick('对选中的 2 个', { star: '加星标' })).toMatchObject({
      title: '对选中的 2 个',
      chips: [{ id: 'star', text: '加星标', on: false }],
      hint: '',
    });
  });
});

describe('reasons', () => {
  it('are seven, of which three at most are taken', () => {
    expect(reasonChips([])).toHaveLength(7);
    const three = ['outdated', 'adverts', 'privacy'] as const;
    expect(toggleReason(three, 'other')).toEqual(three);
    expect(toggleReason(three, 'adverts')).toEqual(['outdated', 'privacy']);
    expect(toggleReason(['outdated'], 'other')).toEqual(['outdated', 'other']);
    expect(reasonChips(['adverts']).filter(({ on }) => on)).toEqual([
      { id: 'adverts', text: '广告过多', on: true },
    ]);
  });
});
