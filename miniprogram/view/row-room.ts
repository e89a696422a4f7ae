import type { FontSize } from './appearance';
import type { ItemRow, RowTag } from './item-row';

/** As in theme/tokens.wxss, px: letters of a name, the avatar, a line of a name. */
const sizes: Record<FontSize, { letter: number; avatar: number; line: number }> = {
  standard: { letter: 16, avatar: 42, line: 22 },
  large: { letter: 20, avatar: 48, line: 28 },
  'extra-large': { letter: 24, avatar: 52, line: 32 },
};
/** Margins of a row, the gap beside its avatar; a ring to tick with its gap. px. */
const MARGINS = 2 * 16 + 12;
const RING = 24 + 12;
/** A name of 100 letters would fill the screen. */
const MAX_LINES = 12;
/** The widest Latin letters; most are narrower, and a line too many is better than one too few. */
const LATIN = 0.72;

const isNarrow = (char: string): boolean => char < '\u0250';

/** What a row has for a name. */
export interface RowRoom {
  size: FontSize;
  /** px. */
  width: number;
}

export function roomForName(size: FontSize, windowWidth: number, selecting = false): RowRoom {
  return { size, width: windowWidth - MARGINS - sizes[size].avatar - (selecting ? RING : 0) };
}

/** How many lines a text takes in `width` px with letters of `letter` px, any letter ending a line. */
export function linesOf(text: string, width: number, letter: number): number {
  let lines = 1;
  let filled = 0;
  for (const char of text) {
    const advance = isNarrow(char) ? LATIN * letter : letter;
    if (filled + advance > width && filled > 0) {
      lines += 1;
      filled = 0;
    }
    filled += advance;
  }
  return lines;
}

/**
 * How many lines a name and its tags take beyond the first: in large letters nothing essential is cut, and tags stand
 * below the name. Known without measuring, because the rows around it have to be placed. At 标准 it is always one line,
 * and the item's own screen has the rest.
 */
export function moreLinesOf(name: string, tags: readonly RowTag[], { size, width }: RowRoom): number {
  if (size === 'standard') return 0;
  const lines = Math.min(MAX_LINES, linesOf(name, width, sizes[size].letter));
  return lines - 1 + (tags.length > 0 ? 1 : 0);
}

/** A row with as many lines as its name needs, and one for what stands below it: tags, an outcome. */
export function fitted<R extends ItemRow & { outcome?: RowTag }>(row: R, room: RowRoom): R {
  const below = row.outcome?.below === true ? 1 : 0;
  return {
    ...row,
    moreLines: moreLinesOf(row.name, row.tags, room) + below,
    ...(room.size !== 'standard' && row.tags.length > 0 && { tagsBelow: true as const }),
  };
}

/** Height of lines of a name, px. */
export const heightOfLines = (lines: number, size: FontSize): number => lines * sizes[size].line;
