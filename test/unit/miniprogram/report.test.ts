import * as fc from 'fast-check';
import type { ReportCard } from '../../../miniprogram/report/view/chart-card';
import {
  axisMax,
  chartHeight,
  chartOptions,
  sparseLabels,
} from '../../../miniprogram/report/view/chart-options';
import { type ChartLook, type ChartShape, toneAt } from '../../../miniprogram/report/view/chart-shape';
import {
  dayChips,
  daysFrom,
  isEmptyReport,
  reportScreen,
} from '../../../miniprogram/report/view/report-screen';
import type { ReportView } from '../../../typings/contract/reports';

/** Midnight in China, whatever the time zone of the phone. */
const day = (date: number, follow: number, like = 0, favorite = 0) => ({
  from: Date.parse(`2026-01-${date}T00:00:00+08:00`),
  follow,
  like,
  favorite,
});

const aReport = (changes: Partial<ReportView> = {}): ReportView => ({
  days: 30,
  step: 'day',
  removed: [day(13, 0), day(14, 1_200, 2), day(15, 0, 0, 3)],
  added: [day(13, 0), day(14, 0), day(15, 0)],
  totals: { removed: 1_205, restored: 38, live: 412 },
  reasons: [
    { reason: 'not-needed', count: 30 },
    { reason: 'adverts', count: 10 },
  ],
  tags: { shown: [{ tag: '新闻', count: 300 }], rest: 12, untagged: 0 },
  frequency: [
    { bucket: '0-1', count: 0 },
    { bucket: 'unknown', count: 0 },
  ],
  ...changes,
});

const card = (id: ReportCard['id'], view = aReport()): ReportCard => {
  const found = reportScreen(view).cards.find(one => one.id === id);
  if (found === undefined) throw new Error(`no card ${id}`);
  return found;
};

describe('the report', () => {
  it('begins with three numbers', () => {
    expect(reportScreen(aReport()).numbers.map(({ name, count }) => `${name} ${count}`)).toEqual([
      '清理 1,205',
      '找回 38',
      '现在有 412',
    ]);
  });

  it('tells each chart in words, without the days on which nothing happened', () => {
    expect(card('removed').label).toBe('每天清理了多少：01-14 关注 1,200 个，点赞 2 个，01-15 收藏 3 个');
    expect(card('reasons').label).toBe('为什么清理：不再需要 30 个，占 75%，广告过多 10 个，占 25%');
  });

  it('has the newest day first in the table and last in the chart', () => {
    const { rows, shape } = card('removed');
    expect(rows.map(({ name }) => name)).toEqual(['01-15', '01-14']);
    expect(shape.categories).toEqual(['01-13', '01-14', '01-15']);
    expect(shape.series.map(({ name, data }) => [name, data])).toEqual([
      ['关注', [0, 1_200, 0]],
      ['点赞', [0, 2, 0]],
      ['收藏', [0, 0, 3]],
    ]);
  });

  it('names weeks by their first day and months by their number', () => {
    expect(card('removed', aReport({ step: 'week' })).rows[0]?.name).toBe('01-15 起');
    expect(card('removed', aReport({ step: 'month' })).rows[0]?.name).toBe('1 月');
    expect(card('removed', aReport({ step: 'month' })).title).toBe('每月清理了多少');
  });

  it('shows shares of tags with the other tags, leaving out what is nought, each in its own colour', () => {
    const { rows, shape } = card('tags');
    expect(rows.map(({ name, text }) => `${name} ${text}`)).toEqual(['新闻 300 个', '其他标签 12 个']);
    expect(shape.series.map(({ tone }) => tone)).toEqual(rows.map(({ tone }) => tone));
    expect(new Set(shape.series.map(({ tone }) => tone)).size).toBe(2);
  });

  it('says in words that there is nothing to draw', () => {
    expect(card('added').none).toBe('这段时间没有添加过');
    expect(card('frequency').none).toBe('还没有关注任何号');
    expect(card('removed').none).toBe('');
    const { none } = card('tags', aReport({ tags: { shown: [], rest: 0, untagged: 0 } }));
    expect(none).toBe('名单还是空的');
  });

  it('is empty only for an account without a list and without a past', () => {
    const totals = (live: number, removed: number) => aReport({ totals: { live, removed, restored: 0 } });
    expect([totals(0, 0), totals(1, 0), totals(0, 1)].map(isEmptyReport)).toEqual([true, false, false]);
  });

  it('covers 30, 90 or 365 days', () => {
    expect(dayChips(90).map(({ text, on }) => [text, on])).toEqual([
      ['30 天', false],
      ['90 天', true],
      ['一年', false],
    ]);
    expect(['30', '365', 'nonsense'].map(daysFrom)).toEqual([30, 365, 30]);
  });
});

describe('a chart', () => {
  const shape = (kind: ChartShape['kind'], data: number[]): ChartShape => ({
    kind,
    categories: data.map((_, at) => `${at}`),
    series: [{ name: '甲', data, tone: toneAt(0) }],
  });
  const look = (changes: Partial<ChartLook> = {}): ChartLook => ({
    dark: false,
    size: 'standard',
    ...changes,
  });

  it('has whole numbers on its axis and room for the highest value', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50_000 }), highest => {
        const max = axisMax(highest);
        expect(max).toBeGreaterThanOrEqual(highest);
        expect(max % 4).toBe(0);
        expect(max).toBeLessThanOrEqual(Math.max(4, highest * 3));
      }),
    );
  });

  it('labels the newest column and no more columns than fit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 5 }), (count, most) => {
        const names = Array.from({ length: count }, (_, at) => `${at}`);
        const labels = sparseLabels(names, most);
        expect(labels).toHaveLength(count);
        expect(labels.at(-1)).toBe(names.at(-1));
        expect(labels.filter(label => label !== '').length).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('takes its colours from the theme and its letters from the font mode', () => {
    const light = chartOptions(shape('ring', [3]), look());
    const dark = chartOptions(shape('ring', [3]), look({ dark: true, size: 'extra-large' }));
    expect([light.series[0]?.color, dark.series[0]?.color]).toEqual(['#0B7A5B', '#3CC79B']);
    expect([light.fontSize, dark.fontSize]).toEqual([13, 20]);
    expect(light.series[0]?.data).toBe(3);
  });

  it('gives every bar a line that grows with the letters', () => {
    const height = (bars: number, size: ChartLook['size']) =>
      chartHeight(shape('bar', new Array(bars).fill(1)), look({ size }));
    expect(height(6, 'standard')).toBeGreaterThan(height(2, 'standard'));
    expect(height(6, 'extra-large')).toBeGreaterThan(height(6, 'standard'));
    expect(chartOptions(shape('bar', [1, 2]), look())).toMatchObject({ type: 'bar', categories: ['0', '1'] });
  });
});
