import { readPhone } from '../../entries/answers';

const D = '[0-9０-９]';
/** Inside a number: "138 1234 5678", "138-1234-5678". */
const PART = '[ .．·_–—-]{0,3}';
const MOBILE = `[1１][3-9３-９]${D}(?:(?:${PART}${D}{2}){4}|${PART}${D}{3}${PART}${D}{5}|${D}${PART}${D}{3}${PART}${D}{4})`;
const LANDLINE = `[0０][1-9１-９]${D}{1,2}${PART}[2-8２-８]${D}{2,3}${PART}${D}{4}`;
/** Of other countries; "+1" in front of a blank is one more person. */
const FOREIGN = `[+＋](?:${D}{7,15}|[2-9]${D}{1,2}(?:[ -]${D}{3,4}){2,3})`;
/** Of a card, a parcel or a person: nobody else's business either. */
const LONG = `${D}{12,}`;
const NUMBER = `(?<!${D})(?:(?:(?:[+＋]|00)?86${PART})?${MOBILE}|${LANDLINE}|${FOREIGN}|${LONG})(?!${D})`;

const ANY = new RegExp(NUMBER);
const ALL = new RegExp(NUMBER, 'g');
const BETWEEN = '[ ，,、；;|｜:：/或-]{0,3}';
const LABEL = '(?:(?:手机号?码?|(?:联系)?电话(?:号码)?|联系方式|tel|phone|☎️?|📞|📱)[.：: ]{0,3})?';
/** Label, bracket and what parts a number from its neighbours. */
const BEFORE = new RegExp(`([(（【[]?)${BETWEEN}${LABEL}$`, 'iu');
const BEHIND = new RegExp(`^${BETWEEN}([)）】\\]]?)`, 'u');
/** Characters that they may have. */
const BEFORE_MAX = 14;
const NUMBER_MIN = 8;

/** Digits only, after the + of another country; a mobile number without +86. */
const digitsOf = (written: string): string =>
  written
    .normalize('NFKC')
    .replace(/[^0-9+]/g, '')
    .replace(/^(?:\+|00)?86(?=1[3-9]\d{9}$)/, '');

/** There is a number in it that not everybody may read. */
export const hasNumber = (text: string): boolean => text.length >= NUMBER_MIN && ANY.test(text);

/** 138****5678 as elsewhere, and never longer than the number: a name keeps within its limit. */
function masked(number: string): string {
  const digits = digitsOf(number);
  const shown = Math.min(digits.startsWith('+') ? 2 : 4, digits.length - 7);
  return `${digits.slice(0, 3)}****${digits.slice(-shown)}`;
}

export const maskNumbers = (text: string): string => text.replace(ALL, masked);

/** What a phone field takes, a landline with its country; undefined for a number that nobody dials. */
export const dialled = (written: string): string | undefined =>
  readPhone(digitsOf(written).replace(/^0(?=[1-9]\d{1,2}[2-8]\d{6,7}$)/, '+86'));

/** A text without its numbers, and these in their order: mobile ones as plain digits, others as they were written. */
export function numbersOff(text: string): { text: string; numbers: string[] } {
  if (!hasNumber(text)) return { text, numbers: [] };
  const numbers: string[] = [];
  let left = '';
  let end = 0;
  for (const { 0: written, index } of text.matchAll(ALL)) {
    const [before = '', open = ''] = BEFORE.exec(text.slice(Math.max(end, index - BEFORE_MAX), index)) ?? [];
    const [behind = '', close = ''] = BEHIND.exec(text.slice(index + written.length)) ?? [];
    const isEnclosed = open !== '' && close !== '';
    left += text.slice(end, index - before.length) + (isEnclosed ? ' ' : `${open} ${close}`);
    end = index + written.length + behind.length;
    const digits = digitsOf(written);
    numbers.push(/^1[3-9]\d{9}$/.test(digits) ? digits : written);
  }
  left += text.slice(end);
  return { text: left.replace(/(?<=[(（【[ ]) +/gu, '').trim(), numbers };
}

/** Said to be called, not somebody's who signed up. */
const CONTACT =
  /电话|手机|联系|咨询|热线|微信|客服|请拨|致电|领队|团长|队长|老师|教练|群主|司机|店|负责|组织|tel|call/iu;

/** A line above a list: what may be one of the people, whose number was not seen, is masked. */
export const maskUnlessContact = (line: string): string => (CONTACT.test(line) ? line : maskNumbers(line));
