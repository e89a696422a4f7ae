import type { RemovalReason } from '../../../typings/contract/batches';
import type { ItemKind } from '../../../typings/contract/items';
import type { Counted, ReportView } from '../../../typings/contract/reports';

const DAY_MS = 86_400_000;
/** China's days begin this long before those of UTC. */
const OFFSET_MS = 8 * 3_600_000;

/** Epoch ms of a day's first instant in China. */
export const instantOf = (day: number): number => day * DAY_MS - OFFSET_MS;

export interface DayCount {
  day: number;
  kind: ItemKind;
  count: number;
}

/** A number for each step, zeros included; what lies before the first step is left out. */
export function inSteps(starts: number[], counts: DayCount[]): Counted[] {
  const steps = starts.map(day => ({ from: instantOf(day), follow: 0, like: 0, favorite: 0 }));
  for (const { day, kind, count } of counts) {
    const step = steps[starts.filter(start => start <= day).length - 1];
    if (step) step[kind] += count;
  }
  return steps;
}

export const sumOf = (counts: { count: number }[]): number =>
  counts.reduce((sum, { count }) => sum + count, 0);

export type Bucket = ReportView['frequency'][number]['bucket'];

export const BUCKETS: Bucket[] = ['0-1', '1-3', '3-7', '7-14', '14+', 'unknown'];

/** Every bucket, in order, zeros included. */
export const inBuckets = (found: { bucket: Bucket; count: number }[]): ReportView['frequency'] =>
  BUCKETS.map(bucket => ({ bucket, count: sumOf(found.filter(one => one.bucket === bucket)) }));

/** Most first; equal ones by name, so that a report looks the same every time. */
export const inOrder = (counts: { reason: RemovalReason; count: number }[]): ReportView['reasons'] =>
  counts.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
