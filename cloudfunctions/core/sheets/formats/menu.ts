import type { ChainField, ChainOption } from '../../../../typings/contract/fields';

/** A letter with its separator, not inside a word: "A. 红烧肉 B、鱼香肉丝". */
const LETTER = /(?<![A-Za-z0-9])([A-Z])(?:[.．、:：)）]| (?=\p{Script=Han}))/gu;
const LABEL_MAX = 40;
const OPTIONS_MAX = 20;
const PRICE = /[ ：:（(]*([0-9]{1,6}(?:\.[0-9]{1,2})?) ?元(?:\/?[份个只盒箱斤件瓶包袋套位人])?[）)]?$/u;
/** Bounded: a label ends where the next sentence begins. */
const LABEL_END = /[。；;！!?？\n]/;
const EDGES = /^[ ,，、]{1,9}|[ ,，、（(【[]{1,9}$/gu;

function optionOf(letter: string, text: string): ChainOption | undefined {
  const plain = (text.split(LABEL_END)[0] ?? '').replace(EDGES, '');
  const [price = '', yuan] = PRICE.exec(plain.slice(-30)) ?? [];
  const label = plain.slice(0, plain.length - price.length).replace(EDGES, '');
  if (label === '' || label.length > LABEL_MAX - 2) return undefined;
  const priceFen = yuan === undefined ? undefined : Math.round(Number(yuan) * 100);
  return {
    id: letter.toLowerCase(),
    label: `${letter} ${label}`,
    ...(priceFen !== undefined && { priceFen }),
  };
}

/** Options A, B, C … in their order; none when they are not clear. */
export function optionsIn(text: string): ChainOption[] {
  const letters = [...text.matchAll(LETTER)];
  const start = letters.findIndex(([, letter]) => letter === 'A');
  if (start === -1) return [];
  const options: ChainOption[] = [];
  for (const [index, match] of letters.slice(start).entries()) {
    const letter = match[1] ?? '';
    if (letter.charCodeAt(0) !== 65 + index || index >= OPTIONS_MAX) break;
    const end = letters[start + index + 1]?.index ?? text.length;
    const option = optionOf(letter, text.slice(match.index + match[0].length, end));
    if (!option) return [];
    options.push(option);
  }
  return options.length < 2 ? [] : options;
}

/** What a person chose: "A", "选B", "A2 B1". */
const CHOICE = /(?<![A-Za-z])([A-Za-z])(?![A-Za-z])[ xX×*]?([0-9]{1,2})?/gu;

/** Letters in the rest of an entry, with how many of each; none when one of them is no option. */
export function choicesIn(rest: string, options: ChainOption[]): Map<string, number> {
  const chosen = new Map<string, number>();
  for (const [, letter = '', count = '1'] of rest.matchAll(CHOICE)) {
    const id = letter.toLowerCase();
    if (!options.some(option => option.id === id)) return new Map();
    chosen.set(id, (chosen.get(id) ?? 0) + Number(count));
  }
  return chosen;
}

const STUCK = /(?<=\p{Script=Han}{2})(?:[A-Z](?![A-Za-z])[xX×*]?[0-9]{0,2}){1,9}$/u;

/** "王五A1": what of a name is a choice from the menu. */
export function choiceBehind(name: string, options: ChainOption[]): string {
  const [choice = ''] = options.length === 0 ? [] : (STUCK.exec(name) ?? []);
  return choicesIn(choice, options).size === 0 ? '' : choice;
}

/** The menu that a header lists by letters, as a field; how people chose says of which kind. */
export function menuField(options: ChainOption[], rests: string[]): ChainField | undefined {
  if (options.length === 0) return undefined;
  const choices = rests.map(rest => choicesIn(rest, options)).filter(({ size }) => size > 0);
  const isCounted = choices.some(chosen => [...chosen.values()].some(count => count > 1));
  const isSingle = !isCounted && choices.length > 0 && choices.every(({ size }) => size === 1);
  return {
    ...{ id: MENU_FIELD, label: '选项', required: false, personal: false, options },
    ...(isSingle ? { type: 'single' } : { type: 'multiple', ...(isCounted && { counted: true }) }),
  };
}

export const MENU_FIELD = 'menu';
