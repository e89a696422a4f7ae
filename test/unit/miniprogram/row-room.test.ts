import fc from 'fast-check';
import type { ItemRow, RowTag } from '../../../miniprogram/view/item-row';
import { fitted, moreLinesOf, roomForName } from '../../../miniprogram/view/row-room';
import { RowTops } from '../../../miniprogram/view/row-tops';

/** 320 − 2 × 16 − 12 − 52 = 224 px: nine letters of 24 px. */
const room = roomForName('extra-large', 320);
const letters = (count: number): string => '字'.repeat(count);

describe('lines of a name', () => {
  it('are as many as its letters need in large letters', () => {
    expect([9, 10, 18, 19].map(count => moreLinesOf(letters(count), [], room))).toEqual([0, 1, 1, 2]);
  });

  it('leave room for the ring while selecting, and a line for the labels below', () => {
    expect(moreLinesOf(letters(9), [], roomForName('extra-large', 320, true))).toBe(1);
    expect(moreLinesOf(letters(9), [{ text: '保护', tone: '' }], room)).toBe(1);
  });

  it('are one at 标准, and never so many that the name fills the screen', () => {
    expect(moreLinesOf(letters(60), [], roomForName('standard', 320))).toBe(0);
    expect(moreLinesOf(letters(300), [], room)).toBe(11);
  });

  it('are one more for an outcome that stands below', () => {
    const row: ItemRow & { outcome?: RowTag } = {
      id: '1',
      name: '甲',
      letter: '甲',
      color: '#000',
      line: '',
      tags: [],
      checked: false,
    };
    const outcome = { text: '已有', tone: 'plain' as const };
    expect(fitted({ ...row, outcome }, room).moreLines).toBe(0);
    expect(fitted({ ...row, outcome: { ...outcome, below: true } }, room).moreLines).toBe(1);
  });
});

describe('rows of different heights', () => {
  const heights = fc.array(fc.integer({ min: 60, max: 300 }), { minLength: 1, maxLength: 200 });

  it('are found again at any distance, and lead back to it', () => {
    fc.assert(
      fc.property(heights, fc.double({ min: 0, max: 1, noNaN: true }), (rows, part) => {
        const tops = new RowTops();
        tops.measure(rows, height => height);
        const distance = part * tops.total;
        const place = tops.placeAt(distance);
        expect(tops.top(Math.floor(place))).toBeLessThanOrEqual(distance + 1e-6);
        expect(tops.distanceOf(place)).toBeCloseTo(distance, 6);
      }),
    );
  });

  it('stay where they are when more are added below', () => {
    fc.assert(
      fc.property(heights, heights, (first, more) => {
        const tops = new RowTops();
        tops.measure(first, height => height);
        tops.measure([...first, ...more], height => height, first.length);
        const all = new RowTops();
        all.measure([...first, ...more], height => height);
        expect(tops.total).toBe(all.total);
        expect(tops.top(first.length)).toBe(all.top(first.length));
      }),
    );
  });
});
