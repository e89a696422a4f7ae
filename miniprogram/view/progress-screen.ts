import type { BatchItemResult, BatchState, BatchView } from '../../typings/contract/batches';
import { erasedName, outcomes, progress } from '../copy/batches';
import { kinds } from '../copy/common';
import { avatarOf } from './avatar';
import type { ItemRow } from './item-row';
import { grouped } from './numbers';
import { countdownText, dayTimeText } from './time';

export interface ProgressScreen {
  title: string;
  status: string;
  hint: string;
  counts: string;
  percent: number;
  numbers: { name: string; count: string }[];
  canPause: boolean;
  canResume: boolean;
  canStop: boolean;
  stopText: string;
  canUndo: boolean;
  asksWhy: boolean;
  hasChecklist: boolean;
}

const unfinished: readonly BatchState[] = ['running', 'paused', 'waiting'];
export const isUnfinished = (state: BatchState): boolean => unfinished.includes(state);

/**
 * Whether an answer of the running work came after a pause or stop that the screen shows already: it may be painted
 * only when it agrees with that or is final.
 */
export const isOvertaken = (shown: BatchState | undefined, answered: BatchState): boolean =>
  shown !== undefined && shown !== 'running' && shown !== answered && isUnfinished(answered);

function hintOf(batch: BatchView, now: number): string {
  if (batch.state === 'waiting' && batch.resumeAt !== undefined) {
    return progress.resumeAt(dayTimeText(batch.resumeAt, now));
  }
  if (batch.state === 'running') return progress.leave;
  if (batch.undoUntil === undefined || batch.undone) return '';
  return progress.undoUntil(countdownText(batch.undoUntil, now));
}

const isUndoable = ({ removed, undone, undoUntil }: BatchView, now: number): boolean =>
  removed > 0 && !undone && undoUntil !== undefined && now < undoUntil;

/** Only who stopped following is asked why, once all is removed that can be today, and only once. */
const asksWhy = ({ kind, state, removed, undone, reasons }: BatchView): boolean =>
  kind === 'follow' &&
  (state === 'done' || state === 'waiting' || state === 'cancelled') &&
  removed > 0 &&
  !undone &&
  reasons === undefined;

export function progressScreen(batch: BatchView, now: number): ProgressScreen {
  const open = isUnfinished(batch.state);
  const numbers = [
    { name: batch.undone ? progress.backAgain : progress.removed, count: batch.removed, always: true },
    { name: progress.left, count: batch.left, always: false },
    { name: progress.later, count: batch.later, always: false },
  ];
  return {
    title: kinds[batch.kind].remove,
    status: batch.undone ? progress.undone : progress.states[batch.state],
    hint: hintOf(batch, now),
    counts: progress.counts(grouped(batch.handled), grouped(batch.total)),
    percent: batch.total > 0 ? Math.round((batch.handled / batch.total) * 100) : 100,
    numbers: numbers
      .filter(({ count, always }) => always || count > 0)
      .map(({ name, count }) => ({ name, count: grouped(count) })),
    canPause: batch.state === 'running' || batch.state === 'waiting',
    canResume: batch.state === 'paused',
    canStop: open,
    stopText: batch.state === 'waiting' ? progress.cancelRest : progress.stop,
    // While it runs or pauses the buttons are for going on and for stopping.
    canUndo: batch.state !== 'running' && batch.state !== 'paused' && isUndoable(batch, now),
    asksWhy: asksWhy(batch),
    hasChecklist: batch.removed > 0 && !batch.undone,
  };
}

/** Result of one item as a row; the outcome is its second line, so it reads without colour. */
export function resultRow(result: BatchItemResult): ItemRow {
  const name = result.name ?? erasedName;
  return {
    id: result.id,
    name,
    ...avatarOf(name),
    line: outcomes[result.outcome].text,
    tags: [],
    checked: false,
  };
}
