import type { InputOf } from '../../../typings/contract/api';
import type { ParsedChain, ParsedLine } from '../../../typings/contract/sheets';
import type { Chip } from '../../view/item-query';
import type { ItemRow } from '../../view/item-row';
import { grouped } from '../../view/numbers';
import { paste as copy, doubts } from '../copy/paste';
import { wholeFrom } from './money';

/** A line with an id that stays while lines come and go. */
export interface PastedLine extends ParsedLine {
  id: string;
}

export interface PasteRow extends ItemRow {
  /** In the warning colour: the line should be looked at. */
  soon: boolean;
}

/** The server's limits. */
const MAX_NAME = 20;
const MAX_NOTE = 200;
/** Of what stood around the list, as much as can be recognized. */
const MAX_SHOWN = 80;

const shortened = (text: string): string => {
  const signs = Array.from(text.replace(/\s+/g, ' ').trim());
  return signs.length > MAX_SHOWN ? `${signs.slice(0, MAX_SHOWN).join('')}…` : signs.join('');
};

export const withIds = (lines: readonly ParsedLine[]): PastedLine[] =>
  lines.map((line, at) => ({ ...line, id: `l${at}` }));

const isLong = (line: ParsedLine): boolean => Array.from(line.name.trim()).length > MAX_NAME;
const isBlank = (line: ParsedLine): boolean => line.name.trim() === '';
/** Somebody has to look: it was not sure, or it cannot be entered as it is. */
export const isFlagged = (line: ParsedLine): boolean => line.certainty !== 'sure' || isLong(line);

function lineText(line: PastedLine): string {
  if (isLong(line)) return copy.tooLongOne;
  if (line.certainty !== 'sure') return line.doubts.map(doubt => doubts[doubt]).join('；');
  return [line.places > 1 ? copy.places(line.places) : '', line.rest].filter(text => text !== '').join(' · ');
}

const COLOR = '#5B6B8C';
const WARN_COLOR = '#A8552F';

export function pasteRow(line: PastedLine, at: number): PasteRow {
  const flagged = isFlagged(line);
  const many = line.places > 1 && flagged;
  return {
    id: line.id,
    letter: String(line.number ?? at + 1),
    color: flagged ? WARN_COLOR : COLOR,
    name: isBlank(line) ? copy.unnamed : line.name,
    line: lineText(line),
    tags: many ? [{ text: copy.places(line.places), tone: 'plain' }] : [],
    checked: false,
    soon: flagged,
  };
}

export interface PasteSummary {
  found: string;
  state: string;
  title: string;
  notes: string[];
  useText: string;
  chips: Chip[];
}

const people = (lines: readonly ParsedLine[]): number => lines.filter(line => !isBlank(line)).length;

function titleText({ draft, titleCertainty }: ParsedChain): string {
  if (draft.title.trim() === '') return copy.noTitle;
  const title = copy.chain(draft.title);
  return titleCertainty === 'unsure' ? `${title}（${copy.chainUnsure}）` : title;
}

/** What was found, in words. `onlyFlagged`: which lines are shown. */
export function pasteSummary(
  parsed: ParsedChain,
  lines: readonly PastedLine[],
  onlyFlagged: boolean,
): PasteSummary {
  const count = people(lines);
  const flagged = lines.filter(isFlagged).length;
  const blank = lines.length - count;
  return {
    found: copy.found(grouped(count)),
    state: flagged > 0 ? copy.flagged(grouped(flagged)) : copy.allSure,
    title: titleText(parsed),
    notes: [
      ...(blank > 0 ? [copy.blank(blank)] : []),
      ...(parsed.example === undefined ? [] : [copy.example(shortened(parsed.example))]),
      ...(parsed.tail === undefined ? [] : [copy.tail(shortened(parsed.tail))]),
    ],
    useText: count > 0 ? copy.use(grouped(count)) : copy.useNone,
    chips: [
      { id: 'all', text: copy.all(grouped(lines.length)), on: !onlyFlagged },
      { id: 'flagged', text: copy.onlyFlagged(grouped(flagged)), on: onlyFlagged },
    ],
  };
}

/** A line as the sheet edits it. */
export interface LineForm {
  id: string;
  name: string;
  places: string;
  note: string;
}

export const blankLine: LineForm = { id: '', name: '', places: '1', note: '' };

export const lineForm = ({ id, name, places, rest }: PastedLine): LineForm => ({
  id,
  name,
  places: String(places),
  note: rest,
});

/** The line as a person has put it, which is sure; or what is wrong. */
export function editedLine(
  form: LineForm,
  before: PastedLine | undefined,
): { line: ParsedLine } | { problem: string } {
  const name = form.name.trim();
  const places = wholeFrom(form.places || '1', 1, 99);
  if (name === '') return { problem: copy.nameMissing };
  if (typeof places !== 'number') return { problem: copy.placesWrong };
  const raw = before?.raw ?? name;
  const number = before?.number;
  const sure = { raw, name, places, rest: form.note.trim(), certainty: 'sure', doubts: [] } as const;
  return { line: { ...sure, doubts: [], ...(number === undefined ? {} : { number }) } };
}

export const longLines = (lines: readonly ParsedLine[]): number => lines.filter(isLong).length;

/** What is sent: lines without a name are nobody. */
export const linesToEnter = (lines: readonly ParsedLine[]): InputOf<'chains.enterLines'>['lines'] =>
  lines
    .filter(line => !isBlank(line))
    .map(({ name, places, rest }) => {
      const note = Array.from(rest.trim()).slice(0, MAX_NOTE).join('');
      return { name: name.trim(), places, ...(note === '' ? {} : { note }) };
    });
