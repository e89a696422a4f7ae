export interface Duty {
  name: string;
  /** May work this long, ms; what is left then is for the next run. */
  ms: number;
  /** Idempotent, and safe beside another janitor. `deadline`: epoch ms. Gives how many it did. */
  run(now: number, deadline: number): Promise<number>;
}

/**
 * Does each duty in turn. One that fails does not keep the others from their work; the run is reported as failed
 * afterwards, with everything that went wrong.
 */
export async function fulfil(duties: Duty[], now: number): Promise<Record<string, number>> {
  const done: Record<string, number> = {};
  const failures: unknown[] = [];
  for (const { name, ms, run } of duties) {
    try {
      done[name] = await run(now, Date.now() + ms);
    } catch (error) {
      console.error(name, error);
      failures.push(error);
    }
  }
  if (failures.length > 0)
    throw new AggregateError(
      failures,
      `failed: ${duties.map(duty => duty.name).filter(name => !(name in done))}`,
    );
  return done;
}
