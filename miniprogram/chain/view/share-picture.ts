import type { ChainView } from '../../../typings/contract/chains';
import { eventTimeText } from '../../view/chain-time';
import { shareCard as copy } from '../copy/share';
import { type Measure, type PictureLayout, type PosterText, wrapText } from './poster-layout';
import { fullness } from './share-card';

/** Cards of WeChat are 5:4. px; shown about 220 wide. */
const WIDTH = 500;
const HEIGHT = 400;
const EDGE = 24;
const PAD = 28;
const INNER = WIDTH - 2 * (EDGE + PAD);
const LINE = 1.35;
const COLORS = { page: '#0B7A5B', card: '#FFFFFF', ink: '#1B1F1D', second: '#5A625E', soft: '#E4F3ED' };
const BAND = { y: 292, height: 84 };

interface Look {
  size: number;
  bold: boolean;
  color: string;
  /** Lines there is room for; the last one ends in dots when there are more. */
  most: number;
}

/** So many lines of a text, each below the last. */
function linesOf(text: string, y: number, { size, bold, color, most }: Look, measure: Measure): PosterText[] {
  const all = wrapText(text, INNER, size, bold, measure);
  const shown = all
    .slice(0, most)
    .map((line, at) =>
      at === most - 1 && all.length > most ? `${Array.from(line).slice(0, -1).join('')}…` : line,
    );
  const place = { x: EDGE + PAD, size, bold, color, align: 'left' as const };
  return shown.map((line, at) => ({ ...place, text: line, y: y + size * LINE * (at + 0.5) }));
}

/** The picture of a card: what, when and where, and how many places are left at this moment. */
export function sharePicture(chain: ChainView, measure: Measure): PictureLayout {
  const { title, eventAt, place } = chain;
  const top = EDGE + PAD;
  const name = linesOf(title, top, { size: 46, bold: true, color: COLORS.ink, most: 2 }, measure);
  const facts = [eventAt === undefined ? '' : eventTimeText(eventAt), place].filter(text => text !== '');
  const below = top + name.length * 46 * LINE + 12;
  const look: Look = { size: 28, bold: false, color: COLORS.second, most: 1 };
  const lines = facts.flatMap((fact, at) => linesOf(fact, below + at * 28 * LINE, look, measure));
  const band: PosterText = {
    ...{ text: fullness(chain) || copy.open, x: WIDTH / 2, y: BAND.y + BAND.height / 2 },
    ...{ size: 36, bold: true, color: COLORS.page, align: 'center' },
  };
  return {
    width: WIDTH,
    height: HEIGHT,
    boxes: [
      { x: 0, y: 0, width: WIDTH, height: HEIGHT, radius: 0, color: COLORS.page },
      {
        x: EDGE,
        y: EDGE,
        width: WIDTH - 2 * EDGE,
        height: HEIGHT - 2 * EDGE,
        radius: 20,
        color: COLORS.card,
      },
      { x: EDGE, y: BAND.y, width: WIDTH - 2 * EDGE, height: BAND.height, radius: 20, color: COLORS.soft },
    ],
    texts: [...name, ...lines, band],
  };
}
