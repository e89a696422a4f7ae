import type { ChainDraft, ChainTemplate } from '../../../../typings/contract/fields';
import type { Certainty } from '../../../../typings/contract/sheets';
import { cut } from '../../imports/formats/texts';
import { isBlank, numberOf } from './cleaning';
import { instantIn } from './occasion';

const TITLE_MAX = 60;
const DESCRIPTION_MAX = 2000;
const PLACE_MAX = 60;

export const TAG = /[#＃] {0,2}(?:接[龙龍]|Group {0,2}Note)[#＃]?/iu;
export const EXAMPLE = /^(?:例如|例|格式)(?:[ :：.．、，,]|$)/u;
/** Written by us around a title that would be read otherwise. */
export const BRACKETED_TITLE = /^「(.{1,80})」$/u;

export interface Header {
  title: string;
  titleCertainty: Certainty;
  /** The line that the title is of. */
  titleLine: string;
  description: string;
  example?: string;
}

/** A description of 2,000 characters has no more lines that say something. */
const LINES_READ = 400;

const EDGES = /^[ :：,，.。、\-—]{1,20}|[ :：,，、\-—]{1,20}$/gu;

/** What stands before and behind the tag on its line. */
function besideTag(line: string): string {
  const match = TAG.exec(line);
  if (!match) return line.trim();
  const parts = [line.slice(0, match.index), line.slice(match.index + match[0].length)];
  return parts
    .map(part => part.replace(EDGES, ''))
    .filter(part => part !== '')
    .join(' ');
}

/** Said at the end of a title, and a setting of its own: "周六羽毛球，限16人". */
const CAPACITY_AT_END =
  /[，,、；;（(【 ]{0,3}(?:仅限|限|共|最多|名额|限额)[：: ]?[0-9０-９]{1,4} ?(?:人|位|名|个名额|名额)[)）】]?$/u;

export const withoutCapacity = (title: string): string => title.replace(CAPACITY_AT_END, '') || title;

/** A long line's first sentence is the title; the whole of it is kept in the description. */
function titleOf(line: string): { title: string; isCut: boolean } {
  const quoted = BRACKETED_TITLE.exec(line)?.[1];
  const whole = quoted ?? withoutCapacity(line);
  if (whole.length <= TITLE_MAX) return { title: whole, isCut: false };
  const [sentence = ''] = whole.split(/[。！!；;？?]| {2}/u);
  return { title: cut(sentence, TITLE_MAX) || cut(whole, TITLE_MAX), isCut: true };
}

/** Title, example and description of the lines above the list. */
export function readHeader(lines: string[]): Header {
  const hasTag = lines.some(line => TAG.test(line));
  const texts = lines.slice(0, LINES_READ).map(besideTag);
  const first = texts.findIndex(
    (line, index) => line !== '' && !(EXAMPLE.test(line) && texts.slice(index + 1).some(next => next !== '')),
  );
  const titleLine = texts[first] ?? '';
  const { title, isCut } = titleOf(titleLine);
  const example = texts.find((line, index) => index !== first && EXAMPLE.test(line));
  const below = texts.filter((line, index) => index !== first && !EXAMPLE.test(line));
  const description = [...(isCut ? [titleLine] : []), ...below].join('\n');
  const sure = hasTag ? 'sure' : 'likely';
  return {
    title: title === '' ? '接龙' : title,
    titleCertainty: title === '' ? 'unsure' : isCut ? 'likely' : sure,
    titleLine,
    description: cut(description.replace(/\n{3,}/g, '\n\n').trim(), DESCRIPTION_MAX),
    ...(example !== undefined && { example }),
  };
}

const N = '([0-9０-９]{1,4})';
const CAPACITY = [
  new RegExp(`(?:名额|人数上限|限额|上限)[^0-9０-９\\n。；]{0,6}${N}`, 'u'),
  new RegExp(`(?:仅限|限|最多|共|招|招募) {0,2}${N} {0,2}(?:人|位|名|个名额|个位|个座|席)`, 'u'),
  new RegExp(`${N} {0,2}个?(?:名额|座位|席位)`, 'u'),
];
const MINIMUM = new RegExp(
  `(?:至少|最少|满|够) {0,2}${N} {0,2}(?:人|位|名|份)|${N} {0,2}(?:人|份)(?:起|成团|成行|开班)`,
  'u',
);
const PRICE =
  /(?:每人|每位|人均|一人) {0,2}([0-9]{1,5}(?:\.[0-9]{1,2})?) {0,2}[元块]|([0-9]{1,5}(?:\.[0-9]{1,2})?) {0,2}[元块](?:\/|每|一)[人位]/u;
const PLACE = /^[^ ：:\n]{0,6}(?:地点|地址|位置|场地|集合点)[：: ] {0,3}([^\n]{1,200})/mu;
/** Other facts on the same line. */
const BEHIND_PLACE = /[，,；;。 ] {0,2}(?=时间|日期|费用|人数|名额|截止)/;
const WHEN = /^[^：:\n]{0,6}(?:时间|日期)[：:][^\n]{1,100}/gmu;
const DEADLINE = /截止|截至|截单|报名到|之前报名|前报名/;

const TEMPLATES: [pattern: RegExp, template: ChainTemplate][] = [
  [/团购|拼单|拼团|下单|接单/, 'group-buy'],
  [/打卡/, 'check-in'],
  [/值班|值日|排班/, 'duty'],
  [/投票/, 'vote'],
  [/统计|回执|收集|登记/, 'survey'],
];

/** 1–2,000, or nothing. */
function countIn(text: string, patterns: RegExp[]): number | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    const count = numberOf(match?.slice(1).find(part => part !== undefined) ?? '0');
    if (count >= 1 && count <= 2000) return count;
  }
  return undefined;
}

function priceIn(text: string): number | undefined {
  const match = PRICE.exec(text);
  const yuan = Number(match?.[1] ?? match?.[2] ?? 0);
  return yuan > 0 ? Math.round(yuan * 100) : undefined;
}

function timesIn(lines: string[], now: number): Pick<ChainDraft, 'eventAt' | 'closesAt'> {
  const closing = lines.filter(line => DEADLINE.test(line));
  const others = lines.filter(line => !DEADLINE.test(line));
  const labelled = others.join('\n').match(WHEN) ?? [];
  const eventAt = [...labelled, ...others].map(line => instantIn(line, now)).find(at => at !== undefined);
  const closesAt = closing
    .map(line => instantIn(behindDeadline(line), now, true))
    .find(at => at !== undefined);
  return { ...(eventAt !== undefined && { eventAt }), ...(closesAt !== undefined && { closesAt }) };
}

/** The part of a line that speaks of the deadline, whichever side of the word it is on. */
function behindDeadline(line: string): string {
  const sentences = line.split(/[，,；;。]/);
  return sentences.find(sentence => DEADLINE.test(sentence)) ?? line;
}

/** Settings that the texts above the list say; what is not clear is left out. */
export function settingsIn({ titleLine, description }: Header, now: number): Partial<ChainDraft> {
  // The description first: what is said on a line of its own is more exact than what a title hints at.
  const text = `${description}\n${titleLine}`;
  const lines = text
    .split('\n')
    .filter(line => !isBlank(line))
    .map(line => line.slice(0, 500));
  const place = PLACE.exec(text)?.[1]?.split(BEHIND_PLACE)[0]?.trim();
  const capacity = countIn(text, CAPACITY);
  const minimum = countIn(text, [MINIMUM]);
  const priceFen = priceIn(text);
  const template = TEMPLATES.find(([pattern]) => pattern.test(titleLine))?.[1];
  return {
    ...(template && { template }),
    ...(place && { place: cut(place, PLACE_MAX) }),
    ...timesIn(lines, now),
    ...(capacity !== undefined && { capacity }),
    ...(minimum !== undefined && (capacity === undefined || minimum <= capacity) && { minimum }),
    ...(priceFen !== undefined && { priceFen }),
  };
}
