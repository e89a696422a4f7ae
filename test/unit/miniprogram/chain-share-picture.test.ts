import fc from 'fast-check';
import { wrapText } from '../../../miniprogram/chain/view/poster-layout';
import { sharePicture } from '../../../miniprogram/chain/view/share-picture';
import { aChain } from './chain-samples';

/** A Chinese letter is as wide as it is high, others half as wide. */
const measure = (text: string, size: number): number =>
  Array.from(text).reduce((sum, letter) => sum + (letter.charCodeAt(0) > 255 ? size : size / 2), 0);
const blank = { x: 0, y: 0, width: 0, height: 0, radius: 0, color: '' };
const textsOf = (changes: Parameters<typeof aChain>[0] = {}) =>
  sharePicture(aChain(changes), measure).texts.map(({ text }) => text);

describe('the picture of a shared card', () => {
  it('says what, when, where and how many places are left at this moment', () => {
    expect(textsOf()).toEqual(['周六徒步', '11月28日（周六）08:00', '苹果园站 D 口', '还差 6 人']);
    expect(textsOf({ phase: 'full', places: { taken: 30, left: 0, capacity: 30 } })).toContain(
      '已报满，可以排候补',
    );
  });

  it('invites where there is nothing to count yet', () => {
    expect(textsOf({ places: { taken: 0 }, joined: 0, place: '' })).toContain('点开就能报名');
  });

  it('is 5:4, and keeps all texts inside its card, however long they are', () => {
    const text = fc.string({
      minLength: 1,
      maxLength: 60,
      unit: fc.constantFrom('徒', '，', 'a', '。', '山'),
    });
    fc.assert(
      fc.property(text, text, (title, place) => {
        const { width, height, boxes, texts } = sharePicture(aChain({ title, place }), measure);
        const [, card = blank, band = blank] = boxes;
        expect(width / height).toBe(1.25);
        const left = texts.filter(({ align }) => align === 'left');
        const right = Math.max(...left.map(({ text: words, x, size }) => x + measure(words, size)));
        expect(right).toBeLessThanOrEqual(card.x + card.width);
        expect(Math.max(...left.map(({ y, size }) => y + size / 2))).toBeLessThanOrEqual(band.y);
      }),
    );
  });
});

it('begins no line of a picture with a comma or what closes', () => {
  expect(wrapText('请带水和午饭，穿防滑的鞋', 180, 30, false, measure)).toEqual([
    '请带水和午',
    '饭，穿防滑的',
    '鞋',
  ]);
});
