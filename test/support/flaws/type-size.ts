import { type Drawn, nameOf } from './drawn';

/** px of Chinese text, with and without large font. */
const LEAST = { standard: 13, large: 18 };
const CHINESE = /\p{Script=Han}/u;

/** Chinese text too small to read. */
export function smallType({ big, letters }: Drawn): string[] {
  const least = big ? LEAST.large : LEAST.standard;
  return letters
    .filter(({ text, size }) => CHINESE.test(text) && size < least)
    .map(({ element, size }) => `type of ${size} px: ${nameOf(element)}`);
}
