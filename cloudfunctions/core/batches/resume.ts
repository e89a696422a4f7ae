import { STALLED_MS } from './rules';
import { runBatch } from './runner';
import { findDue, moveBatch } from './store';

const BATCHES_MAX = 50;

/**
 * Goes on with batches that waited for the morning and with those whose instance was killed. One that fails does not keep
 * the others waiting; the run is reported as failed afterwards.
 */
export async function resumeBatches(now: number, deadline: number): Promise<number> {
  const failures: unknown[] = [];
  let resumed = 0;
  for (const { owner, _id, state } of await findDue(now, now - STALLED_MS, BATCHES_MAX)) {
    const left = deadline - Date.now();
    if (left <= 0) break;
    try {
      const running = await moveBatch(owner, _id, [state], { state: 'running', touchedAt: now });
      if (!running) continue;
      await runBatch(running, left);
      resumed += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} batches did not go on`);
  return resumed;
}
