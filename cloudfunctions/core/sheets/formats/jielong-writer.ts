import type { EntryStatus, EntryView } from '../../../../typings/contract/entries';
import type { ChainDraft } from '../../../../typings/contract/fields';
import { cut } from '../../imports/formats/texts';
import { LINES_MAX } from '../rules';
import { answerText } from './answer-text';
import { cleaned } from './cleaning';
import { readEntryText } from './entry-text';
import { unflattened } from './flattened';
import { BRACKETED_TITLE, EXAMPLE, withoutCapacity } from './header';
import { hasNumber, maskNumbers } from './phones';

/** WeChat's limits for one entry and for all that stands above them, in characters. */
const ENTRY_MAX = 150;
const HEADER_MAX = 500;
const NUMBER_MAX = 999;

export type WrittenEntry = Pick<
  EntryView,
  'number' | 'name' | 'by' | 'keyedIn' | 'status' | 'places' | 'answers'
>;
export type WrittenChain = Pick<
  ChainDraft,
  'title' | 'description' | 'place' | 'eventAt' | 'closesAt' | 'capacity' | 'priceFen' | 'fields'
>;

/** One line, and no tag in it: with a second tag a second 接龙 would begin. */
const inLine = (text: string): string =>
  cleaned(text)
    .replace(/\n/g, ' ')
    .replace(/(?:[#＃] {0,2})+(?=接[龙龍]|Group)/giu, '')
    .trim();

/** What people wrote: whoever pastes it into a group shows it to everybody there, so no phone number is in it. */
const shownText = (text: string): string => maskNumbers(inLine(text));

/** Around what would be read otherwise. */
const bracketed = (text: string): string => `「${text.replaceAll('「', '『').replaceAll('」', '』')}」`;

const LIKE_NUMBER = /[0-9０-９] {0,2}[)）.．、:：,，]|^[0-9０-９]/u;

function titleLine(title: string): string {
  const line = inLine(title);
  const isOdd = LIKE_NUMBER.test(line) || EXAMPLE.test(line) || BRACKETED_TITLE.test(line);
  return isOdd || hasNumber(line) || withoutCapacity(line) !== line ? bracketed(line) : line;
}

const OFFSET_MS = 8 * 3_600_000;

/** 2026年11月28日 周六 08:00, by China's clocks. */
export function timeText(instant: number): string {
  const date = new Date(instant + OFFSET_MS);
  const day = `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
  return `${day} 周${'日一二三四五六'[date.getUTCDay()]} ${date.toISOString().slice(11, 16)}`;
}

export const yuan = (fen: number): string => (fen / 100).toFixed(2).replace(/\.00$/, '');

/** The settings a person has to know, each on a line that the reader knows. */
export function factLines(chain: WrittenChain): string[] {
  const { eventAt, place, capacity, closesAt, priceFen } = chain;
  return [
    eventAt === undefined ? '' : `时间：${timeText(eventAt)}`,
    place === '' ? '' : `地点：${inLine(place)}`,
    capacity === undefined ? '' : `名额：${capacity}人`,
    closesAt === undefined ? '' : `截止：${timeText(closesAt)}`,
    priceFen === undefined ? '' : `费用：每人${yuan(priceFen)}元`,
  ].filter(line => line !== '');
}

/** A line of the description that begins with a number or is drawn is none of the list. */
function descriptionLine(line: string): string {
  const text = inLine(line);
  if (/^[- ]{4,}$/.test(text)) return '————';
  return /^[0-9０-９]/.test(text) ? `· ${text}` : text;
}

function headerOf(chain: WrittenChain): string {
  const lines = cleaned(chain.description).split('\n').map(descriptionLine);
  const head = ['#接龙', titleLine(chain.title), ...factLines(chain)].join('\n');
  return cut([head, ...lines].join('\n').trim(), HEADER_MAX);
}

const MARKS: Partial<Record<EntryStatus, string>> = {
  waiting: '（候补）',
  offered: '（待确认）',
  asking: '（待审核）',
};

function restOf({ answers }: WrittenEntry, fields: ChainDraft['fields']): string {
  const open = fields.filter(({ personal }) => !personal);
  const said = open.map(field => {
    const text = shownText(answerText(field, answers[field.id]));
    return text !== '' && field.type === 'number' ? `${inLine(field.label)}：${text}` : text;
  });
  return said.filter(text => text !== '').join(' ');
}

const isRead = (text: string, name: string, places: number): boolean => {
  const read = readEntryText([text]);
  return read.name === name && read.places === places;
};

/** What stands behind the number: as short as it is read back with the same name and places. */
function entryText(entry: WrittenEntry, fields: ChainDraft['fields']): string {
  const name = shownText(entry.name);
  // Whom the organizers keyed in nobody entered for somebody else.
  const by = entry.keyedIn || entry.by === undefined ? '' : `（由${shownText(entry.by)}代报）`;
  const mark = `${MARKS[entry.status] ?? ''}${by}`;
  const room = ENTRY_MAX - name.length - mark.length - 12;
  const rest = cut(restOf(entry, fields), Math.max(0, room));
  const behind = `${rest === '' ? '' : ` ${rest}`}${mark}`.replaceAll('」', '』');
  const counted = ` ${entry.places}人`;
  const plain = [`${name}${entry.places > 1 ? counted : ''}${behind}`, `${name}${counted}${behind}`];
  const isSafe = !LIKE_NUMBER.test(name);
  const text = plain.find(one => isSafe && isRead(one, name, entry.places));
  return text ?? `${bracketed(name)}${counted}${behind}`;
}

/** Their own numbers; counted anew where WeChat would not read those. */
function numbersOf(entries: WrittenEntry[]): number[] {
  const isFit = entries.every(
    ({ number }, index) => number <= NUMBER_MAX && number > (entries[index - 1]?.number ?? 0),
  );
  return entries.map(({ number }, index) => (isFit ? number : index + 1));
}

const OUTSIDE_BRACKETS = /^[0-9]{1,3}\. |「[^「」]{0,60}」|(?<=[0-9０-９]) {0,2}[)）.．、:：,，]/gu;

/** A list of one is a line in which numbers must not look like a list without line breaks. */
const alone = (line: string): string =>
  unflattened([line]) === undefined
    ? line
    : line.replace(OUTSIDE_BRACKETS, part => (/[「0-9]/.test(part) ? part : '·'));

/**
 * A chain as WeChat's own 接龙 text, ready to be pasted into a group. `cut`: entries beyond WeChat's limit of 500, which the
 * last line tells of.
 * @param entries live ones in the order of their numbers, as their reader may see them; the first 500 are enough
 * @param total how many there are
 */
export function writeJielong(
  chain: WrittenChain,
  entries: WrittenEntry[],
  total = entries.length,
): { text: string; cut: number } {
  const shown = entries.slice(0, LINES_MAX);
  const numbers = numbersOf(shown);
  const lines = shown.map((entry, index) => `${numbers[index]}. ${entryText(entry, chain.fields)}`);
  const list = lines.length === 1 ? lines.map(alone) : lines;
  const left = total - shown.length;
  const tail = left === 0 ? [] : ['', `还有 ${left} 人没有列出，请在小程序里看全部 ${total} 人`];
  return {
    text: [headerOf(chain), '', ...(list.length === 0 ? ['1. '] : list), ...tail].join('\n'),
    cut: left,
  };
}
