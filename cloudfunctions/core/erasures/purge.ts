import { keepCancels } from '../cancels/store';
import { beforeLastInstant, cohortsOf, type ExpiredRow } from './rules';
import { countCohorts, eraseExpired, findExpired, writeLines } from './store';

/** Items a round: one read, one write for their lines, one for themselves. */
const ROUND = 500;

/** The rows themselves, once their cohorts are counted. */
async function eraseCounted(rows: ExpiredRow[], now: number): Promise<number> {
  await keepCancels(rows);
  return eraseExpired(
    rows.map(row => row._id),
    now,
  );
}

/** Counts cohorts in the log, then erases the rows. */
export async function eraseRows(rows: ExpiredRow[], now: number): Promise<number> {
  await writeLines(cohortsOf(rows), now);
  return eraseCounted(rows, now);
}

/** Rows of one instant only, which has more than a round takes: its cohorts are counted where they are. */
async function eraseOfInstant(rows: ExpiredRow[], now: number): Promise<number> {
  const [first] = rows;
  if (first) await writeLines(await countCohorts(first.purgeAt), now);
  return eraseCounted(rows, now);
}

/** Erases what is past its 72 hours, in small rounds until nothing is left or time is up. Any number may run at once. */
export async function purgeTrash(now: number, deadline: number): Promise<number> {
  let erased = 0;
  let isMore = true;
  while (isMore && Date.now() < deadline) {
    const found = await findExpired(now, ROUND);
    isMore = found.length === ROUND;
    const rows = isMore ? beforeLastInstant(found) : found;
    erased += await (isMore && rows.length === 0 ? eraseOfInstant(found, now) : eraseRows(rows, now));
  }
  return erased;
}
