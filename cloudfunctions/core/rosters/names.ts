import { foldedName } from '../entries/keys';

/** What may stand between two names on a line. */
const SEPARATORS = /[\n\r\t、,，;；|/]+/;
/** In front of a name: ticks, bullets, and numbers with or without what usually follows them. */
const BULLETS = /^[\s\-–—*•·●○◆◇■□☐☑✓✔√▪#]+/;
const NUMBER =
  /^[(（[【]?\d{1,4}(?:[.．、:：)）\]】\s-]+|(?=\p{Script=Han})(?![号楼栋幢单元班组年级排室层届岁]))/u;
const HAN_NAME = /^\p{Script=Han}{2,4}$/u;
const HAN_ONE = /^\p{Script=Han}$/u;
/** Who of a family answers; not a name of its own. */
const RELATION = '(?:妈妈|爸爸|妈|爸|家长|父亲|母亲|奶奶|爷爷|外婆|外公|姥姥|姥爷|老师|同学|先生|女士)';
const IS_RELATION = new RegExp(`^${RELATION}$`);
const RELATION_AT_END = new RegExp(`(?:的|\\s)?${RELATION}$`);
const BRACKETS = /[（(【[].*?[）)】\]]/g;

const withoutNumber = (text: string): string => text.replace(BULLETS, '').replace(NUMBER, '').trim();

/** 张三 李四 王五 are three names; 张 三 is one that was spaced out, and so is 张三 妈妈. */
function splitAtSpaces(text: string): string[] {
  const parts = text.split(/\s+/);
  if (parts.length === 2 && parts.every(part => HAN_ONE.test(part))) return [parts.join('')];
  const areNames = parts.every(part => HAN_NAME.test(part) && !IS_RELATION.test(part));
  return areNames ? parts : [parts.join(' ')];
}

/** Names of a pasted list in its order, each once. Numbers and bullets in front are left out. */
export function readNames(text: string): string[] {
  const names = text
    .split(SEPARATORS)
    .map(withoutNumber)
    .filter(part => part !== '' && !part.startsWith('接龙'))
    .flatMap(splitAtSpaces)
    .map(withoutNumber)
    // "2、李四" leaves a number of its own.
    .filter(name => !/^\d*$/.test(name));
  const first = new Map<string, string>();
  for (const name of names) if (!first.has(sameName(name))) first.set(sameName(name), name);
  return [...first.values()];
}

/** Two names are the same when nothing but spaces, width and case differ. */
export const sameName = (name: string): string => foldedName(name).replace(/\s/g, '');

/** The name that is in it: without brackets and without whose mother it is. */
export function coreName(name: string): string {
  const bare = sameName(name.replace(BRACKETS, ''));
  return bare.replace(RELATION_AT_END, '') || bare;
}

/** What it may be known by inside a longer name: itself, and every part of it, as 张三 of 3班张三; a single character says nothing. */
export function partsOf(core: string): Set<string> {
  const parts = new Set([core]);
  for (let start = 0; start < core.length; start += 1)
    for (let end = start + 2; end <= core.length; end += 1) parts.add(core.slice(start, end));
  return parts;
}
