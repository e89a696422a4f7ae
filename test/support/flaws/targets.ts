import { height, width } from './box';
import { type Drawn, nameOf } from './drawn';

/** px; platform.md's figures for phones with and without large font. */
const LEAST = { standard: 44, large: 60 };
/** Layouts end between two pixels. */
const SLACK = 0.6;

const SELECTOR =
  '[role=button],[role=link],[role=checkbox],[role=radio],[role=switch],[role=tab],[role=option]';

/** Controls that a finger would miss. One inside another is pressed with it. */
export function smallTargets({ big, targets }: Drawn): string[] {
  const least = big ? LEAST.large : LEAST.standard;
  return targets
    .filter(({ element }) => !element.parentElement?.closest(SELECTOR))
    .filter(({ box }) => width(box) < least - SLACK || height(box) < least - SLACK)
    .map(({ element, box }) => {
      const size = `${Math.round(width(box))} × ${Math.round(height(box))} px`;
      return `small target ${size}: ${nameOf(element)}`;
    });
}
