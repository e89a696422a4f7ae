import * as fc from 'fast-check';
import { posterLayout, wrapText } from '../../../miniprogram/chain/view/poster-layout';
import { posterContent, posterLabel } from '../../../miniprogram/chain/view/poster-screen';
import { monthAfter, roundsScreen } from '../../../miniprogram/chain/view/rounds-screen';
import { sheetResult, sheetRows } from '../../../miniprogram/chain/view/sheet-screen';
import { chainReportScreen, isEmptyStatistics } from '../../../miniprogram/report/view/chain-report';
import type { RoundView } from '../../../typings/contract/chains';
import { aChain } from './chain-samples';
import { aStatistics } from './organizing-samples';

/** A Chinese letter is as wide as it is high, others half as wide. */
const measure = (text: string, size: number): number =>
  Array.from(text).reduce((sum, letter) => sum + (letter.charCodeAt(0) > 255 ? size : size / 2), 0);

describe('a poster', () => {
  const text = fc.string({ unit: fc.constantFrom('徒', '步', 'a', ' ', '😀', '，'), maxLength: 90 });

  it('cuts no text: every letter is on a line that fits', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 60, max: 600 }), (words, width) => {
        const lines = wrapText(words, width, 30, false, measure);
        expect(lines.join('')).toBe(words);
        expect(lines.every(line => measure(line, 30) <= width)).toBe(true);
      }),
    );
  });

  it('keeps all of its texts inside the card, one below the other, above the code', () => {
    fc.assert(
      fc.property(text, text, text, (title, place, description) => {
        const facts = [{ name: '地点', text: place }];
        const layout = posterLayout(
          { title, facts, description, places: '还剩 6 个名额', scan: '扫码' },
          measure,
        );
        const [, card] = layout.boxes;
        if (card === undefined) throw new Error('no card');
        for (const { text: line, x, y, size, align } of layout.texts) {
          const width = measure(line, size);
          const left = align === 'center' ? x - width / 2 : x;
          expect(left).toBeGreaterThanOrEqual(card.x);
          expect(left + width).toBeLessThanOrEqual(card.x + card.width);
          expect(y + size / 2).toBeLessThanOrEqual(card.y + card.height);
        }
        expect(layout.code.y + layout.code.size).toBeLessThan(layout.height);
      }),
      { numRuns: 50 },
    );
  });

  it('says what is known, and how many places are left', () => {
    const content = posterContent(aChain({ priceFen: 6_000 }));
    expect(content.facts.map(({ name }) => name)).toEqual(['时间', '地点', '发起人', '价格']);
    expect(content.places).toBe('还剩 6 个名额，共 30 个');
    expect(posterLabel(content)).toContain('还剩 6 个名额');
    const full = { taken: 30, left: 0, capacity: 30 };
    expect(posterContent(aChain({ phase: 'full', places: full })).places).toBe('名额满了，可以候补');
    expect(posterContent(aChain({ phase: 'full', places: full, waitlist: false })).places).toBe('名额满了');
    expect(posterContent(aChain({ places: { taken: 24 } })).places).toBe('已有 24 人报名');
    expect(posterContent(aChain({ phase: 'cancelled' })).places).toBe('已取消');
  });
});

describe('an export', () => {
  it('is the text for everybody, files for those who organize', () => {
    expect(sheetRows('text', 'participant').map(({ id }) => id)).toEqual(['text']);
    expect(sheetRows('csv', 'volunteer').map(({ id, on }) => [id, on])).toEqual([
      ['text', false],
      ['xlsx', false],
      ['csv', true],
      ['large-type', false],
    ]);
  });

  it('says what WeChat cannot take, and which file WeChat shows', () => {
    expect(sheetResult({ format: 'text', entries: 520, text: '#接龙', cut: 20 })).toMatchObject({
      title: '导出了 520 人',
      notes: ['微信接龙最多 500 条，另外 20 条没有放进去，可以导出表格'],
    });
    const file = { name: '徒步.xlsx', bytes: 9_000, url: '' };
    expect(sheetResult({ format: 'xlsx', entries: 3, file })).toMatchObject({
      canOpen: true,
      fileName: '徒步.xlsx',
    });
    expect(sheetResult({ format: 'csv', entries: 3, file }).canOpen).toBe(false);
  });
});

describe('a month of rounds', () => {
  const round = (changes: Partial<RoundView>): RoundView => ({
    date: '2026-11-01',
    state: 'past',
    joined: 3,
    ...changes,
  });
  const data = {
    rounds: [
      round({ mine: 'joined' }),
      round({ date: '2026-11-02' }),
      round({ date: '2026-11-03', mine: 'made-up' }),
      round({ date: '2026-11-04', state: 'skipped', joined: 0 }),
      round({ date: '2026-11-22', state: 'today', joined: 0 }),
      round({ date: '2026-11-23', state: 'coming', joined: 0 }),
    ],
    ...{ streak: 3, best: 12, makeUpsLeft: 1 },
  };

  it('is full weeks from Monday to Sunday', () => {
    const { weeks, month } = roundsScreen(data, '2026-11');
    expect(month).toBe('2026 年 11 月');
    expect(weeks.every(({ days }) => days.length === 7)).toBe(true);
    const cells = weeks.flatMap(({ days }) => days);
    expect(cells.findIndex(({ day }) => day === '1')).toBe(6);
    expect(cells.filter(({ date }) => date !== '')).toHaveLength(30);
    expect(new Set(cells.map(({ label }) => label)).size).toBe(cells.length);
  });

  it('marks what was done, made up and left out', () => {
    const { rows, numbers } = roundsScreen(data, '2026-11');
    expect(rows.map(({ mark }) => mark)).toEqual(['✓', '', '补', '休', '', '']);
    expect(rows.map(({ canOpen }) => canOpen)).toEqual([true, true, true, false, true, false]);
    expect(rows[1]?.text).toBe('3 人 · 可以补卡');
    expect(numbers.map(({ count }) => count)).toEqual(['3 次', '12 次', '1 次']);
  });

  it('offers no making up when none is left', () => {
    expect(roundsScreen({ ...data, makeUpsLeft: 0 }, '2026-11').rows[1]?.text).toBe('3 人');
  });

  it('follows the one before it over the turn of the year', () => {
    expect([monthAfter('2026-12', 1), monthAfter('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
  });
});

describe('the statistics', () => {
  const option = { id: 'o1', label: '坐学校统一安排的大巴', count: 3, capacity: 10, amountFen: 6_000 };
  const view = aStatistics({
    options: [{ fieldId: 'f1', label: '怎么去', options: [option, { id: 'o2', label: '开车', count: 1 }] }],
    sums: [{ fieldId: 'f2', label: '几个孩子', sum: 5, average: 1.6666, answered: 3 }],
    amounts: { dueFen: 6_000, paidFen: 2_000, refundedFen: 0, byState: { paid: 1, unpaid: 2, refunded: 0 } },
    joinsByDay: [{ from: Date.parse('2026-11-22T00:00:00+08:00'), count: 4 }],
    answered: { yes: 4, no: 1 },
  });

  it('have charts first, each with its words and its table', () => {
    const { cards } = chainReportScreen(view);
    expect(cards.map(({ id }) => id)).toEqual(['days', 'option-f1', 'answered', 'payments']);
    expect(cards[0]?.label).toBe('每天报名人数：11-22 4 人');
    expect(cards[1]?.rows).toEqual([
      { name: '坐学校统一安排的大巴', text: '3 / 10 个，¥60' },
      { name: '开车', text: '1 个' },
    ]);
    expect(cards[1]?.shape.categories).toEqual(['坐学校统一安排…', '开车']);
  });

  it('have amounts, sums and states as tables', () => {
    const { tables, numbers } = chainReportScreen(view);
    expect(tables.find(({ id }) => id === 'amounts')?.rows.map(({ text }) => text)).toEqual([
      '¥60',
      '¥20',
      '¥40',
      '¥0',
    ]);
    expect(tables.find(({ id }) => id === 'sums')?.rows[0]?.text).toBe('共 5，平均 1.67，3 人填了');
    expect(numbers[1]).toEqual({ name: '已占名额', count: '24 / 30' });
  });

  it('are empty before anybody came', () => {
    const none = { in: 0, offered: 0, waiting: 0, asking: 0, left: 0, removed: 0, expired: 0, declined: 0 };
    expect(isEmptyStatistics(aStatistics({ entries: none }))).toBe(true);
    expect(isEmptyStatistics(aStatistics({ entries: none, answered: { yes: 0, no: 3 } }))).toBe(false);
    expect(isEmptyStatistics(view)).toBe(false);
  });
});
