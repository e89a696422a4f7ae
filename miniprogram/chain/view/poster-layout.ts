/** Width of a line of text in px, at this size and weight. */
export type Measure = (text: string, size: number, bold: boolean) => number;

export interface PosterText {
  text: string;
  x: number;
  /** Of the letters' middle. */
  y: number;
  size: number;
  bold: boolean;
  color: string;
  align: 'left' | 'center';
}

export interface PosterBox {
  x: number;
  y: number;
  width: number;
  height: number;
  radius: number;
  color: string;
}

export interface PictureLayout {
  width: number;
  height: number;
  boxes: PosterBox[];
  texts: PosterText[];
}

export interface PosterLayout extends PictureLayout {
  /** Where the code goes. */
  code: { x: number; y: number; size: number };
}

export interface PosterContent {
  title: string;
  facts: { name: string; text: string }[];
  description: string;
  /** Places left, in one line. */
  places: string;
  scan: string;
}

/** Poster pixels; it is drawn 750 wide on every phone. */
const WIDTH = 750;
const EDGE = 48;
const PAD = 40;
const INNER = WIDTH - 2 * (EDGE + PAD);
const CODE = 260;
const COLORS = { page: '#0B7A5B', card: '#FFFFFF', ink: '#1B1F1D', second: '#5A625E', soft: '#E4F3ED' };

/** These begin no line: one takes the letter before it along. */
const NEVER_FIRST = /^[，。、；：！？）》」』”’…%,.;:!?)]$/;

/** Where a line that became too long is broken: before its last letter, further back where that must not begin a line. */
function breakAt(letters: readonly string[]): number {
  let at = letters.length - 1;
  while (at > 1 && NEVER_FIRST.test(letters[at] ?? '')) at -= 1;
  return NEVER_FIRST.test(letters[at] ?? '') ? letters.length - 1 : at;
}

/** Breaks a text into lines that fit; every letter of it is on one of them. */
export function wrapText(
  text: string,
  width: number,
  size: number,
  bold: boolean,
  measure: Measure,
): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line: string[] = [];
    for (const letter of Array.from(paragraph)) {
      line.push(letter);
      if (line.length < 2 || measure(line.join(''), size, bold) <= width) continue;
      const before = breakAt(line);
      const carried = line.slice(before).join('');
      const at = measure(carried, size, bold) <= width ? before : line.length - 1;
      lines.push(line.slice(0, at).join(''));
      line = line.slice(at);
    }
    lines.push(line.join(''));
  }
  return lines;
}

const LINE = 1.4;

/** Puts one block below the other. */
class Column {
  readonly texts: PosterText[] = [];
  constructor(
    public y: number,
    private readonly measure: Measure,
  ) {}

  /** Lines of a text, each below the last. */
  write(text: string, look: { x: number; width: number; size: number; bold: boolean; color: string }): void {
    const { x, width, size, bold, color } = look;
    for (const line of wrapText(text, width, size, bold, this.measure)) {
      this.texts.push({ text: line, x, y: this.y + (size * LINE) / 2, size, bold, color, align: 'left' });
      this.y += size * LINE;
    }
  }

  center(text: string, size: number, bold: boolean, color: string): void {
    for (const line of wrapText(text, INNER, size, bold, this.measure)) {
      const middle = { x: WIDTH / 2, y: this.y + (size * LINE) / 2 };
      this.texts.push({ text: line, ...middle, size, bold, color, align: 'center' });
      this.y += size * LINE;
    }
  }

  gap(px: number): void {
    this.y += px;
  }
}

/** Of what is told in the description, so that the poster stays a poster. */
const MAX_DESCRIPTION = 300;
const NAME_WIDTH = 120;

function shortened(text: string): string {
  const letters = Array.from(text.trim());
  return letters.length > MAX_DESCRIPTION
    ? `${letters.slice(0, MAX_DESCRIPTION).join('')}…`
    : letters.join('');
}

function writeFacts(column: Column, facts: PosterContent['facts']): void {
  const left = EDGE + PAD;
  const look = { size: 30, bold: false };
  for (const { name, text } of facts) {
    const top = column.y;
    column.write(name, { ...look, x: left, width: NAME_WIDTH, color: COLORS.second });
    const below = column.y;
    column.y = top;
    column.write(text, { ...look, x: left + NAME_WIDTH, width: INNER - NAME_WIDTH, color: COLORS.ink });
    column.y = Math.max(below, column.y);
    column.gap(10);
  }
}

/** Where everything stands; as high as the texts need. */
export function posterLayout(content: PosterContent, measure: Measure): PosterLayout {
  const left = EDGE + PAD;
  const column = new Column(EDGE + PAD, measure);
  column.write(content.title, { x: left, width: INNER, size: 52, bold: true, color: COLORS.ink });
  column.gap(24);
  writeFacts(column, content.facts);
  const description = shortened(content.description);
  if (description !== '') {
    column.gap(14);
    column.write(description, { x: left, width: INNER, size: 28, bold: false, color: COLORS.second });
  }
  column.gap(28);
  const bandTop = column.y;
  column.gap(22);
  column.center(content.places, 36, true, COLORS.page);
  column.gap(22);
  const band = { x: left, y: bandTop, width: INNER, height: column.y - bandTop };
  column.gap(36);
  const code = { x: (WIDTH - CODE) / 2, y: column.y, size: CODE };
  column.gap(CODE + 16);
  column.center(content.scan, 26, false, COLORS.second);
  column.gap(PAD);
  const height = Math.ceil(column.y + EDGE);
  return {
    width: WIDTH,
    height,
    boxes: [
      { x: 0, y: 0, width: WIDTH, height, radius: 0, color: COLORS.page },
      {
        x: EDGE,
        y: EDGE,
        width: WIDTH - 2 * EDGE,
        height: height - 2 * EDGE,
        radius: 28,
        color: COLORS.card,
      },
      { ...band, radius: 18, color: COLORS.soft },
    ],
    texts: column.texts,
    code,
  };
}
