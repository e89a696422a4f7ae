/**
 * Works through what is due until `deadline` (epoch ms); gives how many did something. One that fails does not keep the others
 * waiting, in this run or the next; the run is reported as failed afterwards.
 */
export async function inTurn<T>(
  due: T[],
  deadline: number,
  work: (one: T) => Promise<boolean>,
): Promise<number> {
  const failures: unknown[] = [];
  let done = 0;
  for (const one of due) {
    if (Date.now() >= deadline) break;
    try {
      if (await work(one)) done += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${due.length} failed`);
  return done;
}
