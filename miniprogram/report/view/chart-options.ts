import type { ChartLook, ChartShape, Tone } from './chart-shape';

/** The part of uCharts' options that is used here; canvas, size and pixels come from the component. */
export interface ChartOptions {
  type: 'column' | 'bar' | 'ring';
  animation: false;
  canvas2d: true;
  fontSize: number;
  fontColor: string;
  padding: [top: number, right: number, bottom: number, left: number];
  legend: { show: false };
  dataLabel: boolean;
  categories: string[];
  series: { name: string; data: number | number[]; color: string; textColor?: string; textSize?: number }[];
  xAxis?: object;
  yAxis?: object;
  extra: object;
}

/** Lines between which values are read; with the ends there is one more. */
const STEPS = 4;

/** The end of an axis: whole numbers on every line, the highest value just below the end. */
export function axisMax(highest: number): number {
  const step = Math.max(1, highest / STEPS);
  const power = 10 ** Math.floor(Math.log10(step));
  const nice = [1, 2, 3, 5, 10].map(n => n * power).find(n => n >= step) ?? step;
  return Math.ceil(nice) * STEPS;
}

const inks = (dark: boolean) =>
  dark
    ? { text: '#A3ACA7', strong: '#ECEFED', line: '#2B322E', card: '#1B201D' }
    : { text: '#5A625E', strong: '#1B1F1D', line: '#E6E8E4', card: '#FFFFFF' };

function highestOf({ categories, series }: ChartShape): number {
  return Math.max(...categories.map((_, at) => series.reduce((sum, { data }) => sum + (data[at] ?? 0), 0)));
}

/** px; the same as --fs-second. */
const fontSizes = { standard: 13, large: 18, 'extra-large': 20 };
/** How many labels fit below the columns of a narrow screen. */
const labelCounts = { standard: 4, large: 3, 'extra-large': 3 };
const colorIn = (tone: Tone, { dark }: ChartLook): string => (dark ? tone.dark : tone.light);
const colored = ({ series }: ChartShape, look: ChartLook) =>
  series.map(({ tone, ...one }) => ({ ...one, color: colorIn(tone, look) }));

const common = ({ dark, size }: ChartLook) => ({
  animation: false as const,
  canvas2d: true as const,
  fontSize: fontSizes[size],
  fontColor: inks(dark).text,
  legend: { show: false as const },
});

/** The last column always has its label, the others every so many. */
export function sparseLabels(categories: string[], most: number): string[] {
  const every = Math.max(1, Math.ceil(categories.length / most));
  return categories.map((name, at) => ((categories.length - 1 - at) % every === 0 ? name : ''));
}

function stackOptions(shape: ChartShape, look: ChartLook): ChartOptions {
  const { text, line } = inks(look.dark);
  const fontSize = fontSizes[look.size];
  const words = { fontColor: text, fontSize };
  return {
    ...common(look),
    type: 'column',
    // Half of the last label stands beyond the last column.
    padding: [fontSize, fontSize * 1.5, 0, 0],
    dataLabel: false,
    categories: sparseLabels(shape.categories, labelCounts[look.size]),
    series: colored(shape, look),
    xAxis: { ...words, disableGrid: true, axisLineColor: line, marginTop: 4, lineHeight: fontSize * 1.5 },
    yAxis: {
      splitNumber: STEPS,
      gridColor: line,
      gridType: 'solid',
      data: [{ ...words, min: 0, max: axisMax(highestOf(shape)), axisLine: false }],
    },
    extra: { column: { type: 'stack', width: 24, categoryGap: 1 } },
  };
}

function barOptions(shape: ChartShape, look: ChartLook): ChartOptions {
  const { text, strong } = inks(look.dark);
  const fontSize = fontSizes[look.size];
  const words = { fontColor: text, fontSize };
  const values = colored(shape, look).map(one => ({ ...one, textColor: strong, textSize: fontSize }));
  return {
    ...common(look),
    type: 'bar',
    // Room for the number behind the longest bar.
    padding: [0, fontSize * 3, 0, 0],
    dataLabel: true,
    categories: shape.categories,
    series: values,
    xAxis: {
      ...words,
      disabled: true,
      disableGrid: true,
      axisLine: false,
      boundaryGap: 'justify',
      min: 0,
      max: axisMax(highestOf(shape)),
    },
    yAxis: { data: [{ ...words, type: 'categories', categories: shape.categories, axisLine: false }] },
    extra: { bar: { type: 'group', width: fontSize } },
  };
}

function ringOptions(shape: ChartShape, look: ChartLook): ChartOptions {
  const { card } = inks(look.dark);
  return {
    ...common(look),
    type: 'ring',
    padding: [4, 4, 4, 4],
    dataLabel: false,
    categories: [],
    series: colored(shape, look).map(({ data, ...one }) => ({ ...one, data: data[0] ?? 0 })),
    extra: {
      ring: {
        ringWidth: 36,
        offsetAngle: -90,
        centerColor: card,
        border: true,
        borderColor: card,
        borderWidth: 2,
      },
    },
  };
}

const drawings = { stack: stackOptions, bar: barOptions, ring: ringOptions };

export const chartOptions = (shape: ChartShape, look: ChartLook): ChartOptions =>
  drawings[shape.kind](shape, look);

/** Height of the canvas, px: bars need a line each, the others a share of the screen. */
export function chartHeight({ kind, categories }: ChartShape, { size }: ChartLook): number {
  return kind === 'bar' ? Math.round(categories.length * fontSizes[size] * 2.4) : 200;
}
