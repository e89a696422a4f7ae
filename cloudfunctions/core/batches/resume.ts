import { STALLED_MS } from './rules';
import { runBatch } from './runner';
import { findDue, moveBatch } from './store';

const BATCHES_MAX = 50;

/** Goes on with batches that waited for the morning and with those whose instance was killed. */
export async function resumeBatches(now: number, deadline: number): Promise<number> {
  let resumed = 0;
  for (const batch of await findDue(now, now - STALLED_MS, BATCHES_MAX)) {
    const left = deadline - Date.now();
    if (left <= 0) break;
    const running = await moveBatch(batch.owner, batch._id, [batch.state], {
      state: 'running',
      touchedAt: now,
    });
    if (!running) continue;
    await runBatch(running, left);
    resumed += 1;
  }
  return resumed;
}
