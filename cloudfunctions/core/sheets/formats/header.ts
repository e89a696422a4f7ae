import type { Certainty } from '../../../../typings/contract/sheets';
import { cut } from '../../imports/formats/texts';
import { maskUnlessContact } from './phones';

const TITLE_MAX = 60;
const DESCRIPTION_MAX = 2000;

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

/** What everybody may read of a line. */
const published = (line: string): string => (BRACKETED_TITLE.test(line) ? line : maskUnlessContact(line));

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
  const texts = lines.slice(0, LINES_READ).map(line => published(besideTag(line)));
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
