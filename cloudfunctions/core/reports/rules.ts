import type { RemovalReason } from '../../../typings/contract/batches';
import type { ItemKind } from '../../../typings/contract/items';
import type { Counted, ReportView } from '../../../typings/contract/reports';

export interface StepCount {
  /** Index of the step it lies in. */
  step: number;
  kind: ItemKind;
  count: number;
}

/** A number for each step, zeros included. `starts`: first instants of the steps, epoch ms. */
export function inSteps(starts: number[], counts: StepCount[]): Counted[] {
  const steps = starts.map(from => ({ from, follow: 0, like: 0, favorite: 0 }));
  for (const { step, kind, count } of counts) {
    const counted = steps[step];
    if (counted) counted[kind] += count;
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
