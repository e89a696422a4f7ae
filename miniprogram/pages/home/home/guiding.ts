import { open } from '../../../platform/navigation';
import { readStored, writeStored } from '../../../platform/storage';

/** Where the first-use guide stands: 1–3, 4 when finished or skipped. */
const GUIDE_KEY = 'guide-step';
const GUIDE_OVER = 4;
const isStep = (value: unknown): value is number => typeof value === 'number' && value >= 1;

interface GuidingPage {
  data: { guideStep: number };
  setData(data: { guideStep: number }): void;
  moveGuide(step: number): void;
}

/** The guide starts only on an empty account and goes on by itself once something was brought in. */
export function guideStep(total: number): number {
  const step = readStored(GUIDE_KEY, isStep) ?? (total === 0 ? 1 : GUIDE_OVER);
  const next = step === 1 && total > 0 ? 2 : step;
  writeStored(GUIDE_KEY, next);
  return next;
}

/** Three steps for the first use; left in the middle, they go on where they stood. */
export const guiding = {
  moveGuide(this: GuidingPage, step: number): void {
    writeStored(GUIDE_KEY, step);
    this.setData({ guideStep: step });
  },
  onGuideGo(this: GuidingPage): void {
    const { guideStep: step } = this.data;
    if (step === 1) open('imports/import/import', { kind: 'follow' });
    else this.moveGuide(step + 1);
    if (step === 2) open('items/list/list', { kind: 'follow' });
  },
  onGuideSkip(this: GuidingPage): void {
    this.moveGuide(GUIDE_OVER);
  },
};
