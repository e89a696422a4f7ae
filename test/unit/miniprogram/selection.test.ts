import fc from 'fast-check';
import { choiceView } from '../../../miniprogram/view/items-screen';
import {
  chosenCount,
  everythingChosen,
  isChosen,
  nothingChosen,
  toggle,
  toSelection,
} from '../../../miniprogram/view/selection';

describe('selection', () => {
  it('sends the ids that were ticked by hand', () => {
    const choice = toggle(toggle(toggle(nothingChosen, 'a'), 'b'), 'a');
    expect(toSelection(choice, { starred: true })).toEqual({ ids: ['b'] });
  });

  it('sends the filter and what was unticked when everything is chosen', () => {
    const filter = { silence: 'silent' as const };
    expect(toSelection(everythingChosen, filter)).toEqual({ filter });
    expect(toSelection(toggle(everythingChosen, 'a'), filter)).toEqual({ filter, except: ['a'] });
  });

  it('counts what is chosen out of all that match, without having seen them', () => {
    expect(chosenCount(toggle(everythingChosen, 'a'), 412)).toBe(411);
    expect(chosenCount(toggle(nothingChosen, 'a'), 412)).toBe(1);
  });

  it('is back where it was after every second tap', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(fc.string({ maxLength: 2 })), (all, taps) => {
        const start = all ? everythingChosen : nothingChosen;
        const end = [...taps, ...taps].reduce(toggle, start);
        for (const id of taps) expect(isChosen(end, id)).toBe(all);
        expect(chosenCount(end, 1_000)).toBe(all ? 1_000 : 0);
      }),
    );
  });

  it('words the bar with its unit, and offers to untick once all are chosen', () => {
    expect(choiceView(toggle(everythingChosen, 'a'), 1_038, 'follow')).toEqual({
      chosenText: '已选 1,037 个',
      allText: '全选符合条件的 1,038 个',
      removeText: '不再关注 1,037 个',
      anyChosen: true,
    });
    expect(choiceView(everythingChosen, 2, 'like')).toMatchObject({
      allText: '全不选',
      removeText: '取消点赞 2 条',
    });
    expect(choiceView(nothingChosen, 2, 'favorite')).toMatchObject({
      removeText: '取消收藏',
      anyChosen: false,
    });
  });

  it('claims no number that was not counted, and blocks nothing meanwhile', () => {
    expect(chosenCount(everythingChosen, undefined)).toBeUndefined();
    expect(choiceView(everythingChosen, undefined, 'follow')).toEqual({
      chosenText: '已全选符合条件的',
      allText: '全不选',
      removeText: '不再关注',
      anyChosen: true,
    });
    const most = toggle(toggle(everythingChosen, 'a'), 'b');
    expect(choiceView(most, undefined, 'follow').chosenText).toBe('已全选，去掉 2 个');
    expect(choiceView(toggle(nothingChosen, 'a'), undefined, 'follow')).toEqual({
      chosenText: '已选 1 个',
      allText: '全选符合条件的',
      removeText: '不再关注 1 个',
      anyChosen: true,
    });
  });
});
