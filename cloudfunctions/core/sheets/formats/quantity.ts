import { numberOf } from './cleaning';

/** Most places of one entry. */
export const PLACES_MAX = 99;

const PEOPLE = '个人|人|位|名|口';
const THINGS = '份|个|只|盒|箱|斤|件|瓶|包|袋|套|张|条|桶|提|公斤|本|杯|碗|台|双|把|支|对|组|枚|票|座|桌';
const COUNT = '[0-9０-９]{1,4}|[一二两俩三四五六七八九十]';
const CHINESE: Record<string, number> = {
  ...{ 一: 1, 二: 2, 两: 2, 俩: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 },
};

const countOf = (text: string): number => CHINESE[text] ?? numberOf(text);

export interface Quantity {
  places: number;
  /** What is left of the text without it. */
  left: string;
  certainty: 'sure' | 'likely' | 'unsure';
}

/** Each with how it is counted and how sure that is; the first that is at the beginning of a text counts. */
const READINGS: [
  pattern: RegExp,
  places: (...counts: number[]) => number,
  certainty: Quantity['certainty'],
][] = [
  [new RegExp(`^(?:共|一共|计)?(${COUNT}) ?(?:${PEOPLE})(?![0-9０-９])`, 'u'), count => count, 'sure'],
  [new RegExp(`^(?:要|订|x|X|×|\\*)?(${COUNT}) ?(?:${THINGS})(?![0-9０-９])`, 'u'), count => count, 'sure'],
  [/^[x×*] ?([0-9０-９]{1,2})(?![0-9０-９])/iu, count => count, 'likely'],
  [/^[+＋] ?([0-9０-９]{1,2})(?![0-9０-９])(?:人|位|个)?/u, count => count + 1, 'likely'],
  [/^([0-9０-９]|[一二两三四])大([0-9０-９]|[一二两三四])小/u, (big = 0, small = 0) => big + small, 'likely'],
  [/^一家([三四五六2-6])口(?:人)?/u, count => count, 'likely'],
  [
    /^(?:带|携|和|\+)([0-9０-９]|[一二两俩三四]) ?(?:个|位|名)?(?:孩子|娃|小孩|小朋友|大人|家属|老人|朋友|同事|宝宝)/u,
    count => count + 1,
    'unsure',
  ],
];

/** Half a kilo, 2.5斤: no number of places. */
const FRACTION = /^[0-9０-９]{1,4}[.．][0-9０-９]/u;

/** What a quantity begins with: most texts are none, and this is soon seen. */
const BEGINS = /^[0-9０-９一二两俩三四五六七八九十共计要订带携和xX×*+＋]/u;

/** How many places a text that stands behind a name begins with. */
export function quantityAt(text: string): Quantity | undefined {
  if (!BEGINS.test(text) || FRACTION.test(text)) return undefined;
  for (const [pattern, places, certainty] of READINGS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const count = places(...match.slice(1).map(countOf));
    if (count < 1 || count > PLACES_MAX) return undefined;
    return { places: count, left: certainty === 'unsure' ? text : text.slice(match[0].length), certainty };
  }
  return undefined;
}

const ANYWHERE = new RegExp(
  `[+＋] ?[0-9０-９]|(?:${COUNT}) ?(?:${PEOPLE}|${THINGS})|[带携](?:[0-9]|[一二两三])|[A-Za-z][0-9]{1,2}(?![0-9])`,
  'u',
);

/** There is something in it that may mean a number of places. */
export const mayCount = (text: string): boolean => ANYWHERE.test(text);
