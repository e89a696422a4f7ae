import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { buildFunctions } from './build';

/** What a cold start may spend on loading a function's file. */
const LOAD_LIMIT_MS = 350;
/** Fresh processes a function at most; the first within the limit is enough. */
const ATTEMPTS = 5;

/** Processor time, not time on the clock: loading waits for nothing, and what else the machine does must not count. */
const SCRIPT = `
  const before = process.cpuUsage();
  require(process.argv[1]);
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(String((user + system) / 1000));
`;

const loadMs = (file: string): number =>
  Number(execFileSync(process.execPath, ['-e', SCRIPT, file], { encoding: 'utf8' }));

/** The least of several loads, ms: disturbances only ever add. */
function leastLoadMs(file: string): number {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < ATTEMPTS && least > LOAD_LIMIT_MS; attempt += 1)
    least = Math.min(least, loadMs(file));
  return least;
}

/**
 * Builds every function, which refuses a file that is too large, and holds its loading against the limit;
 * one line a finding.
 */
export async function checkBundles(): Promise<string[]> {
  const folder = await buildFunctions();
  const functions = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory());
  return functions.flatMap(({ name }) => {
    const ms = Math.round(leastLoadMs(path.join(folder, name, 'index.js')));
    return ms > LOAD_LIMIT_MS ? [`${name}: takes ${ms} ms to load, limit ${LOAD_LIMIT_MS} ms`] : [];
  });
}
