import type { EntryView } from '../../../typings/contract/entries';
import type { ChainField } from '../../../typings/contract/fields';
import type { Tone } from '../../copy/chains';
import { grouped } from '../../view/numbers';
import { oneLine } from '../../view/one-line';
import { rowTags, entryWords as words } from '../copy/entries';
import { answersLine } from './answers';

export interface EntryRow {
  id: string;
  number: string;
  name: string;
  /** 由 X 代报, answers. */
  line: string;
  /** How many, when more than one. */
  people: string;
  /** Blank for those who simply are in. */
  tag: string;
  tone: Tone;
  /** 我, or 我帮报的; blank for others, and where the line says it. */
  mine: string;
  isMine: boolean;
}

const mineWords: Record<EntryView['mine'], string> = { own: words.me, 'for-other': words.mine, no: '' };

function tagOf(entry: EntryView): { text: string; tone: Tone } {
  if (entry.status === 'waiting' && entry.waitPosition !== undefined)
    return { text: words.waitPosition(grouped(entry.waitPosition)), tone: 'plain' };
  const tag = rowTags[entry.status];
  return tag.text === '' && entry.checking ? { text: words.checking, tone: 'warn' } : tag;
}

/** Who entered it, in words; blank when it was the person. */
export function byText({ by, keyedIn }: EntryView): string {
  if (keyedIn) return words.keyedIn;
  return by === undefined ? '' : words.by(by);
}

/** `big`: beside large letters there is room for nothing, so the second line says all of it. */
export function entryRow(entry: EntryView, fields: readonly ChainField[], big: boolean): EntryRow {
  const { text: tag, tone } = tagOf(entry);
  // Phone numbers and the like are for the sheet: masked ones say nothing in a list.
  const shown = fields.filter(({ personal }) => !personal);
  const number = grouped(entry.number);
  const mine = mineWords[entry.mine];
  const people = entry.places > 1 ? words.people(grouped(entry.places)) : '';
  const line = oneLine(byText(entry), entry.madeUp ? words.madeUp : '', answersLine(shown, entry.answers));
  return {
    id: entry.entryId,
    number,
    name: entry.name,
    tone,
    isMine: mine !== '',
    ...(big
      ? { line: oneLine(mine, tag, people, line), mine: '', tag: '', people: '' }
      : { line, mine, tag, people }),
  };
}
