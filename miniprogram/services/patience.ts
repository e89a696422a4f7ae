import type { Action } from '../../typings/contract/api';

/** How long the phone waits for an answer, ms; the functions themselves give up after 60 s. */
const READING_MS = 15_000;
const WRITING_MS = 30_000;
const WORKING_MS = 60_000;

/** Called again and again, or long by nature; their screens show how far they are. */
const WORKING: readonly Action[] = [
  'batches.advance',
  'batches.commit',
  'batches.undo',
  'exports.create',
  'imports.stage',
  'imports.commit',
  'imports.undo',
  'chains.create',
  'chains.enterLines',
  'chains.export',
  'me.export',
];

const READING =
  /\.(show|list|rows|facets|entries|contacts|rounds|roster|history|statistics|noticeTemplates|shareCard|log|describe|preview\w*)$/;

/** Changes nothing, so it may wait, and be asked again. */
export const isReading = (action: Action): boolean => READING.test(action);

const isWorking = (action: Action): boolean => WORKING.includes(action);

/** Somebody tapped and looks at a button that spins. */
export const isWaitedFor = (action: Action): boolean => !isReading(action) && !isWorking(action);

export function patienceMs(action: Action): number {
  if (isWorking(action)) return WORKING_MS;
  return isReading(action) ? READING_MS : WRITING_MS;
}
