import type { Chip } from '../../view/item-query';

/** A question that is answered with a text. */
export interface TextAsk {
  title: string;
  note: string;
  hint: string;
  text: string;
  /** Ready texts, one tap each. */
  ready: string[];
  /** Characters. */
  max: number;
  /** May stay blank. */
  optional: boolean;
  kind: 'text' | 'tall' | 'digit';
  yes: string;
  danger: boolean;
}

export const nothingToAsk: TextAsk = {
  title: '',
  note: '',
  hint: '',
  text: '',
  ready: [],
  max: 100,
  optional: false,
  kind: 'tall',
  yes: '',
  danger: false,
};

export const readyChips = (ready: readonly string[], text: string): Chip[] =>
  ready.map((one, at) => ({ id: String(at), text: one, on: one === text }));
