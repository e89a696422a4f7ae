import { cut } from '../../imports/formats/texts';
import { quantityAt } from './quantity';

/** Of an entry's name in a chain. */
export const NAME_MAX = 20;

/** Between a name and what follows it; brackets and plus signs belong to what follows. */
const GAP = /[ ，,、；;|｜:：/]|(?=[(（【[+＋×])/u;
const LEADING = /^[ ，,、；;|｜:：/-]{1,20}/u;
const LATIN = /^[A-Za-z][A-Za-z.'’_-]*$/;
const ONE_HAN = /^\p{Script=Han}$/u;
const ORNAMENT = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{So}\p{Sk}\p{M}\p{Cf}~～·•*^_]+$/u;
/** Written by us around names that would be read otherwise. */
const BRACKETED = /^「(.{1,40})」(?: |$)/u;

export interface Named {
  name: string;
  /** Behind the name, without what separates them. */
  behind: string;
  /** In brackets: there is nothing to guess. */
  isQuoted: boolean;
  /** What stood between them. */
  gap: string;
}

/** "三班 林小满", "3栋201 李阿姨": where somebody belongs is said before the name. */
const UNIT = /(?:班|组|部|队|科|年级|[栋幢楼座室号]|单元)[0-9０-９]{0,5}$/u;

/** "🌸 小雨", "张 三" and "Mary Smith" are one name each. */
const goesOn = (name: string, next: string): boolean =>
  quantityAt(next) === undefined &&
  (UNIT.test(name) ||
    ORNAMENT.test(name) ||
    ORNAMENT.test(next) ||
    (ONE_HAN.test(name) && ONE_HAN.test(next)) ||
    (LATIN.test(name.split(' ').at(-1) ?? '') && LATIN.test(next)));

/** "小满（妈妈）": who of a family it is belongs to the name. */
const RELATION =
  /^[（(【[][^()（）【】[\]]{0,6}(?:爸爸|妈妈|爸|妈|爷爷|奶奶|外公|外婆|姥姥|姥爷|家长|家属|老师|本人)[）)】\]]/u;

const PARTS_MAX = 5;

function nameEnd(text: string): number {
  let end = 0;
  for (let part = 0; part < PARTS_MAX; part += 1) {
    const rest = text.slice(end + 1);
    const gap = rest.search(GAP);
    const next = end + 1 + (gap === -1 ? rest.length : gap);
    if (part > 0 && !goesOn(text.slice(0, end), text.slice(end + 1, next))) return end;
    end = next;
    if (text[end] !== ' ') return end;
  }
  return end;
}

const COUNT_START = /[0-9０-９一二两三四五六七八九十xX×*-]/;
const COUNT_STARTS = new RegExp(COUNT_START, 'g');

/** "张三2人", "李四-3份": where in a name its quantity begins; a single letter in front of it is none. */
function attachedAt(name: string): number | undefined {
  if (!COUNT_START.test(name)) return undefined;
  const places = [...name.slice(0, 40).matchAll(COUNT_STARTS)];
  return places.map(({ index }) => index).find(index => isQuantity(name, index));
}

function isQuantity(name: string, index: number): boolean {
  const isHan = /\p{Script=Han}/u.test(name[index] ?? '');
  if (index < (isHan ? 2 : 1) || /[0-9０-９.．]$/.test(name.slice(0, index))) return false;
  const quantity = quantityAt(name.slice(index).replace(/^-/, ''));
  return quantity?.left === '' && quantity.certainty !== 'unsure';
}

/** Where a name ends in the text of an entry. Conservative: what may belong to the name stays with it. */
export function namedIn(text: string): Named {
  const bracketed = BRACKETED.exec(text);
  if (bracketed) {
    const [whole, name = ''] = bracketed;
    return { name: name.trim(), behind: text.slice(whole.length).trim(), isQuoted: true, gap: ' ' };
  }
  const bare = nameEnd(text);
  const end = bare + (RELATION.exec(text.slice(bare))?.[0].length ?? 0);
  const whole = text.slice(0, end);
  const attached = attachedAt(whole);
  const name = attached === undefined ? whole : whole.slice(0, attached);
  const behind = text.slice(name.length).replace(LEADING, '').trim();
  return { name: name.trim(), behind, isQuoted: false, gap: text[end] ?? '' };
}

/** Cut to the limit of a name, and what did not fit. */
export function fitted(name: string): { name: string; over: string } {
  if (name.length <= NAME_MAX) return { name, over: '' };
  const head = cut(name, NAME_MAX);
  return { name: head, over: name.slice(head.length).trim() };
}
