import type { Appearance } from '../../view/appearance';

/** One colour in both themes, six-digit hex. */
export interface Tone {
  light: string;
  dark: string;
}

/** What a chart shows, without a word on how it is drawn. */
export interface ChartShape {
  /** stack: columns over time; bar: named bars from left to right; ring: shares of a whole. */
  kind: 'stack' | 'bar' | 'ring';
  /** Of columns and bars. */
  categories: string[];
  series: { name: string; data: number[]; tone: Tone }[];
}

/** Letters and colours inside a canvas follow the page's. */
export type ChartLook = Pick<Appearance, 'dark' | 'size'>;

/** Ten colours that can be told apart. */
export const tones: readonly Tone[] = [
  { light: '#0B7A5B', dark: '#3CC79B' },
  { light: '#3A6EA5', dark: '#7FB2E5' },
  { light: '#C9772B', dark: '#F0A866' },
  { light: '#7A5195', dark: '#B794D6' },
  { light: '#B23A48', dark: '#F08A94' },
  { light: '#5B8C2A', dark: '#A3CF6B' },
  { light: '#2A8C9E', dark: '#6CC7D6' },
  { light: '#A8872B', dark: '#E0C060' },
  { light: '#8A5A44', dark: '#C79A80' },
  { light: '#5C6BC0', dark: '#9AA6E8' },
];
/** For what has no name of its own. */
export const restTone: Tone = { light: '#8A938E', dark: '#87918C' };
export const noneTone: Tone = { light: '#C5CCC8', dark: '#4A524E' };

export const toneAt = (at: number): Tone => tones[at % tones.length] ?? restTone;
