import type { ChartShape, Tone } from './chart-shape';

/** A line of the table behind a chart; with a tone it is the chart's legend too. */
export interface ReportRow {
  name: string;
  text: string;
  tone?: Tone;
}

/** A chart with its words and its table. */
export interface ReportCard {
  id: string;
  title: string;
  /** The chart in words, for screen readers. */
  label: string;
  /** Instead of the chart when there is nothing to draw. */
  none: string;
  shape: ChartShape;
  legend: { name: string; tone: Tone }[];
  rows: ReportRow[];
  /** The table is part of the chart, which cannot be read without it. */
  fixed: boolean;
}

export const noCard: ReportCard = {
  id: '',
  title: '',
  label: '',
  none: '',
  shape: { kind: 'bar', categories: [], series: [] },
  legend: [],
  rows: [],
  fixed: false,
};

export const inWords = (title: string, rows: readonly { name: string; text: string }[]): string =>
  `${title}：${rows.map(({ name, text }) => `${name} ${text}`).join('，')}`;
