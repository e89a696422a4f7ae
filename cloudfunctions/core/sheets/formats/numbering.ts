import type { ParsedLine } from '../../../../typings/contract/sheets';
import { isBlank, lastIndex } from './cleaning';
import { isInStyle, type NumberLine, type NumberStyle, numberLine, styleOf } from './number-line';

/** An entry as the lines of the text have it. */
export interface NumberedEntry {
  number: number;
  /** What stands behind the number, and the lines below it. */
  lines: string[];
  /** As it was written. */
  raw: string[];
  doubts: ParsedLine['doubts'];
}

export interface Numbered {
  header: string[];
  entries: NumberedEntry[];
  tail: string[];
}

interface Candidate extends NumberLine {
  at: number;
  /** The line above is blank. */
  isApart: boolean;
}

function candidatesOf(lines: string[]): Candidate[] {
  return lines.flatMap((line, at) => {
    const found = numberLine(line.trim());
    return found ? [{ ...found, at, isApart: isBlank(lines[at - 1]) }] : [];
  });
}

const RULES_ABOVE = /注意|须知|规则|要求|说明|流程|事项|提醒|安排|菜单|套餐|选项|内容/;
const SENTENCE_END = /[。；;！!，,]$/;
/** Characters from which on a numbered line is rather a rule than a person. */
const RULE_LENGTH = 15;

/** Nobody writes more of them above a list. */
const RULES_MAX = 30;
/** Lines in which the heading of a list is looked for. */
const NEAR = 20;

/** Numbered lines above the list: a title that begins with a number, the rules of the event. */
function isRules(run: Candidate[], lines: string[]): boolean {
  const [first] = run;
  if (!first) return true;
  const near = lines.slice(Math.max(0, first.at - NEAR), first.at);
  const above = near[lastIndex(near, line => !isBlank(line))] ?? '';
  if (run.length === 1 && (above === '' || /[#＃]/.test(above))) return true;
  const long = run.filter(({ text }) => SENTENCE_END.test(text.trim()) || text.length >= RULE_LENGTH);
  return RULES_ABOVE.test(above) || long.length * 2 >= run.length;
}

/** Index of the candidate with which the list begins: the last 1 behind nothing but title and rules. */
function startOf(candidates: Candidate[], lines: string[], style: NumberStyle): number {
  const credible = candidates.findIndex(one => isInStyle(one, style));
  let start = candidates.findIndex(one => one.number === 1);
  if (start === -1) return credible === -1 ? candidates.length : credible;
  const before = candidates.slice(0, start).filter(one => isInStyle(one, style));
  if (before.length > 1) return credible;
  candidates.forEach((one, index) => {
    if (index <= start || one.number !== 1 || !one.isApart || one.isDecimal) return;
    if (index - start <= RULES_MAX && isRules(candidates.slice(start, index), lines)) start = index;
  });
  return start;
}

type Turn = 'no' | 'in-turn' | 'decimal' | 'no-separator' | 'gap';

/** Walks the candidates in order and says which are numbers of the list. */
class Sequence {
  private readonly lastAt = new Map<number, number>();
  private readonly seen = new Set<number>();
  private last = 0;

  constructor(
    candidates: Candidate[],
    private readonly style: NumberStyle,
  ) {
    for (const one of candidates) if (this.isCredible(one)) this.lastAt.set(one.number, one.at);
  }

  private isCredible(one: NumberLine): boolean {
    return one.separator !== '' ? !one.isDecimal : this.style.separator === '';
  }

  private comesLater(number: number, at: number): boolean {
    return (this.lastAt.get(number) ?? -1) > at;
  }

  turnOf(one: Candidate): Turn {
    const turn = one.number === this.last + 1 ? this.expected(one) : this.outOfTurn(one);
    if (turn !== 'no') {
      this.last = turn === 'gap' ? Math.max(this.last, one.number) : one.number;
      this.seen.add(one.number);
    }
    return turn;
  }

  private expected(one: Candidate): Turn {
    if (one.separator !== '' && !one.isDecimal) return 'in-turn';
    if (this.comesLater(one.number, one.at)) return 'no';
    if (one.isDecimal) return 'decimal';
    return 'no-separator';
  }

  /** Numbers that are left out, given twice or not in order; a list of its own inside an entry is none of them. */
  private outOfTurn(one: Candidate): Turn {
    if (!isInStyle(one, this.style)) return 'no';
    const isInner =
      this.seen.has(one.number) && one.number < this.last && this.comesLater(this.last + 1, one.at);
    return isInner ? 'no' : 'gap';
  }
}

const DOUBTS: Record<Exclude<Turn, 'no'>, ParsedLine['doubts']> = {
  'in-turn': [],
  decimal: ['starts-with-number'],
  'no-separator': ['no-separator'],
  gap: ['number-gap'],
};

/** What follows a blank line below the last entry belongs to none. */
function takeTail(last: NumberedEntry | undefined): string[] {
  if (!last) return [];
  const blank = last.lines.findIndex((line, index) => index > 0 && isBlank(line));
  if (blank === -1) return [];
  last.raw.splice(blank);
  return last.lines.splice(blank);
}

/** Header, numbered entries and tail of a text with an entry a line, or several. */
export function readNumbered(lines: string[]): Numbered {
  const all = candidatesOf(lines);
  const style = styleOf(all);
  const candidates = all.slice(startOf(all, lines, style));
  const sequence = new Sequence(candidates, style);
  const byLine = new Map(candidates.map(one => [one.at, one]));
  const header: string[] = [];
  const entries: NumberedEntry[] = [];
  lines.forEach((line, at) => {
    const one = byLine.get(at);
    const turn = one ? sequence.turnOf(one) : 'no';
    if (one && turn !== 'no') {
      entries.push({ number: one.number, lines: [one.text], raw: [line], doubts: [...DOUBTS[turn]] });
      return;
    }
    const entry = entries.at(-1);
    entry?.lines.push(line);
    (entry?.raw ?? header).push(line);
  });
  return { header, entries, tail: takeTail(entries.at(-1)) };
}
