/** What a number input holds: nothing, a number, or something else. */
export type Typed = number | 'blank' | 'wrong';

export function wholeFrom(text: string, least: number, most: number): Typed {
  const trimmed = text.trim();
  if (trimmed === '') return 'blank';
  const value = Number(trimmed);
  return /^\d+$/.test(trimmed) && value >= least && value <= most ? value : 'wrong';
}

/** The server's limit, fen. */
const MAX_FEN = 10_000_000;

/** Yuan as typed, with two digits behind the point at most, in fen. */
export function fenFrom(text: string): Typed {
  const trimmed = text.trim();
  if (trimmed === '') return 'blank';
  if (!/^\d{1,6}(\.\d{1,2})?$/.test(trimmed)) return 'wrong';
  const fen = Math.round(Number(trimmed) * 100);
  return fen <= MAX_FEN ? fen : 'wrong';
}

/** What the input of a price shows; blank for none. */
export const yuanTyped = (fen: number | undefined): string => (fen === undefined ? '' : String(fen / 100));
