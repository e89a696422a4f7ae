import type { ChainField, ChainOption } from '../../../../typings/contract/fields';
import type { Certainty, ParsedChain, ParsedLine } from '../../../../typings/contract/sheets';
import { cut } from '../../imports/formats/texts';
import { LINES_MAX } from '../rules';
import { cleaned, isBlank, lastIndex } from './cleaning';
import { type Copy, longestCopy } from './copies';
import { lessSure, REST_MAX, readEntryText } from './entry-text';
import { readHeader, TAG } from './header';
import { choiceBehind, menuField, optionsIn } from './menu';
import { dialled, numbersOff } from './phones';
import { beside, settingsIn } from './settings';

type Doubt = ParsedLine['doubts'][number];

/** How sure a line is in which this was seen. */
const CERTAINTY: Partial<Record<Doubt, Certainty>> = {
  'number-gap': 'likely',
  'no-separator': 'likely',
  'starts-with-number': 'likely',
  quoted: 'likely',
  quantity: 'likely',
  twice: 'unsure',
  'no-number': 'unsure',
};

/** Shown as it was written, up to here. */
const RAW_MAX = 1000;
const TAIL_MAX = 500;

function withDoubts(line: ParsedLine, doubts: Doubt[]): ParsedLine {
  if (doubts.length === 0) return line;
  const all = [...new Set([...doubts, ...line.doubts])];
  const certainty = doubts.reduce(
    (worst, doubt) => lessSure(worst, CERTAINTY[doubt] ?? 'sure'),
    line.certainty,
  );
  return { ...line, certainty, doubts: all };
}

/** The same person however they wrote their name this time. */
export const sameName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.。·…]/gu, '');

function markTwice(lines: ParsedLine[]): ParsedLine[] {
  const seen = new Set<string>();
  return lines.map(line => {
    const key = sameName(line.name);
    const isAgain = key !== '' && seen.has(key);
    seen.add(key);
    return isAgain ? withDoubts(line, ['twice']) : line;
  });
}

/** Numbers at which another copy has somebody who is nowhere in this one. */
function contestedIn({ others, entries }: Copy, lines: ParsedLine[]): Set<number> {
  const texts = new Map(entries.map(entry => [entry.number, (entry.lines[0] ?? '').trim()]));
  const names = new Set(lines.map(line => sameName(line.name)));
  const strange = others
    .flatMap(other => [...other])
    .filter(([number, text]) => text !== '' && text !== texts.get(number))
    .slice(0, LINES_MAX)
    .filter(([, text]) => !names.has(sameName(readEntryText([text]).name)));
  return new Set(strange.map(([number]) => number));
}

function numberedLines(copy: Copy): ParsedLine[] {
  // One more than are taken: enough to say that there are too many.
  const entries = copy.entries.slice(0, LINES_MAX + 1);
  const lines = entries.map((entry): ParsedLine => {
    const raw = cut(entry.raw.join('\n'), RAW_MAX);
    const line = { number: entry.number, raw, ...readEntryText(entry.lines) };
    return withDoubts(line, copy.isFlattened ? [...entry.doubts, 'no-separator'] : entry.doubts);
  });
  const contested = copy.others.length === 0 ? new Set() : contestedIn(copy, lines);
  return lines.map(line => (contested.has(line.number) ? withDoubts(line, ['quoted']) : line));
}

const PERSON_MAX = 20;
/** A text with fewer short lines is a message, not a list. */
const PEOPLE_MIN = 2;
function isPerson(line: string): boolean {
  const { text } = numbersOff(line.trim());
  return text !== '' && text.length <= PERSON_MAX && !/[：:。！？!?]|https?:/i.test(text);
}

/** People without numbers: the short lines at the end of a text. */
function unnumbered(lines: string[]): { header: string[]; people: string[] } {
  const full = lines.filter(line => !isBlank(line));
  const last = lastIndex(full, line => !isPerson(line) || TAG.test(line));
  const hasTitle = last !== -1 && besideNothing(full[last] ?? '');
  const start = Math.max(last + (hasTitle ? 1 : 2), 1);
  const people = full.slice(start, start + LINES_MAX + 1);
  return people.length < PEOPLE_MIN
    ? { header: lines, people: [] }
    : { header: full.slice(0, start), people };
}

/** The line has a title of its own: more than the tag. */
const besideNothing = (line: string): boolean => line.replace(TAG, '').trim() !== '';

/** A choice that stuck to the name is part of the rest. */
function withChoice(line: ParsedLine, options: ChainOption[]): ParsedLine {
  const choice = choiceBehind(line.name, options);
  if (choice === '') return line;
  const name = line.name.slice(0, -choice.length);
  return withDoubts({ ...line, name, rest: cut(`${choice} ${line.rest}`.trim(), REST_MAX) }, ['quantity']);
}

/** Fields for what stood behind the names; beside a menu only for the phone numbers. */
function restFields(lines: ParsedLine[], hasMenu: boolean): ChainField[] {
  const rests = lines.map(({ rest }) => rest).filter(rest => rest !== '');
  const common = { required: false, personal: false };
  const phone: ChainField = { ...common, id: PHONE_FIELD, type: 'phone', label: '电话', personal: true };
  const remark: ChainField = { ...common, id: REMARK_FIELD, type: 'text', label: '备注', max: 100 };
  const hasPhone = rests.some(rest => numbersOff(rest).numbers.some(number => dialled(number) !== undefined));
  const hasMore = !hasMenu && rests.some(rest => numbersOff(rest).text !== '');
  return [...(hasPhone ? [phone] : []), ...(hasMore ? [remark] : [])];
}

export const PHONE_FIELD = 'phone';
export const REMARK_FIELD = 'remark';

/** Any text in which people signed up one after the other, as a chain for the editor and a line for each of them. */
export function readJielong(text: string, now: number): ParsedChain {
  const copy = longestCopy(cleaned(text).split('\n'));
  const { header: above, people } =
    copy.entries.length === 0 ? unnumbered(copy.header) : { header: copy.header, people: [] };
  const guessed = people.map(raw => withDoubts({ raw, ...readEntryText([raw]) }, ['no-number']));
  const header = readHeader(above);
  const options = optionsIn(`${header.title}\n${header.description}`);
  const read = [...numberedLines(copy), ...guessed].map(line => withChoice(line, options));
  const lines = markTwice(read);
  const menu = menuField(
    options,
    lines.map(line => line.rest),
  );
  const perPerson = Math.max(1, ...lines.map(line => line.places));
  const fields = [...(menu ? [menu] : []), ...restFields(lines, menu !== undefined)];
  const settings = settingsIn(header, now);
  const draft: ParsedChain['draft'] = {
    ...settings,
    ...{ title: header.title, description: beside(header.description, settings, now) },
    ...(fields.length > 0 && { fields }),
    ...(perPerson > 1 && { perPerson }),
  };
  const tail = cut(copy.tail.join('\n').trim(), TAIL_MAX);
  return {
    ...{ draft, titleCertainty: header.titleCertainty, lines },
    ...(header.example !== undefined && { example: header.example }),
    ...(tail !== '' && { tail }),
  };
}
