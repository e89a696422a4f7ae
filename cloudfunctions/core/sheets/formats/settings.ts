import type { ChainDraft, ChainTemplate } from '../../../../typings/contract/fields';
import { cut } from '../../imports/formats/texts';
import { isBlank, numberOf } from './cleaning';
import type { Header } from './header';
import { instantIn, isOnlyTime } from './occasion';

const PLACE_MAX = 60;

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

const TIME_LINE = /^(?:活动|集合|开始)?(?:时间|日期)[：:] ?/u;
const CLOSING_LINE = /^(?:报名)?截止(?:时间|日期)?[：:] ?/u;
const CAPACITY_LINE = /^(?:名额|限额|人数上限)[：:] ?[0-9０-９]{1,4} ?[人位名个]?$/u;
const PRICE_LINE = /^费用[：:] ?每人 ?[0-9.]{1,8} ?元$/u;

/** The line says nothing but one of the settings that were found. */
function isUnderstood(line: string, found: Partial<ChainDraft>, now: number): boolean {
  const timeIs = (label: RegExp, instant: number | undefined): boolean =>
    instant !== undefined &&
    label.test(line) &&
    isOnlyTime(line.replace(label, '')) &&
    instantIn(line, now) === instant;
  if (timeIs(TIME_LINE, found.eventAt) || timeIs(CLOSING_LINE, found.closesAt)) return true;
  if (CAPACITY_LINE.test(line)) return countIn(line, CAPACITY) === found.capacity;
  if (PRICE_LINE.test(line)) return priceIn(line) === found.priceFen;
  return PLACE.exec(line)?.[1]?.trim() === found.place && found.place !== undefined;
}

/** The description without the lines that became settings: both are shown, and nobody reads things twice. */
export const beside = (description: string, found: Partial<ChainDraft>, now: number): string =>
  description
    .split('\n')
    .filter(line => !isUnderstood(line.trim(), found, now))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
