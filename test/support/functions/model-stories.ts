import fc from 'fast-check';
import { seededRandom } from '../../../local/cloud/faults/faults';
import { type InterleavedCloud, NO_TROUBLE } from './interleaved-cloud';
import { checkAccount } from './model-check';
import { story } from './model-commands';
import { ModelRun } from './model-run';

/** 10:00 China time. */
const MORNING = Date.UTC(2025, 0, 6, 2);
const RUNS = 500;

/**
 * Runs random stories, each in an empty cloud, and compares what is left with the model. A failure prints its seed
 * and path; MODEL_SEED and MODEL_PATH bring it back. MODEL_RUNS asks for more or fewer stories than 500, which is what
 * the suite's ten minutes leave room for.
 */
export async function checkStories(cloud: InterleavedCloud, usualSeed: number): Promise<void> {
  const { MODEL_RUNS = RUNS, MODEL_SEED = usualSeed, MODEL_PATH } = process.env;
  let people = 0;
  const property = fc.asyncProperty(story, async ({ kind, steps, seed }) => {
    await cloud.begin(MORNING, seededRandom(seed));
    people += 1;
    const run = new ModelRun(cloud, `openid-${people}`);
    await run.begin(kind);
    for (const step of steps) await run.take(step);
    await cloud.run(NO_TROUBLE, () => checkAccount(run));
  });
  const replay = MODEL_PATH === undefined ? {} : { path: MODEL_PATH };
  await fc.assert(property, { numRuns: Number(MODEL_RUNS), seed: Number(MODEL_SEED), ...replay });
}
