import { paleIcons, paleText } from './contrast';
import { cutOff, tooWide } from './cut';
import { readScreen } from './drawn';
import { covered, overlapping } from './overlaps';
import { smallTargets } from './targets';
import { smallType } from './type-size';
import { weigh } from './weight';

/** Pages slide in and sheets rise; only what has come to rest can be judged. Spinners never do. */
async function settled(): Promise<void> {
  const moving = document
    .getAnimations()
    .filter(animation => animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
  await Promise.allSettled(moving.map(animation => animation.finished));
}

const CHECKS = [cutOff, tooWide, overlapping, covered, smallTargets, smallType, paleText, paleIcons];

/** What is wrong with the screen as it is drawn, one line each. */
async function find(): Promise<string[]> {
  await settled();
  const drawn = readScreen();
  return [...new Set(CHECKS.flatMap(check => check(drawn)))];
}

/** Bundled and put into the phone by screen-flaws.ts. */
Object.assign(window, { screenFlaws: { find, settled, weigh: () => weigh(readScreen().frame) } });
