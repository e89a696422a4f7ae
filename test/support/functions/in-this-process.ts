import type { LocalCloud } from '../../../local/cloud';
import { instanceEnvironment } from '../../../local/cloud/functions/caller';

/**
 * Lets stores that a test imports itself reach a cloud's database, through the real SDK: for rules whose instant has
 * to be exact, which no call from outside can be.
 */
export function reachFromHere(cloud: LocalCloud): void {
  const own = { UID_KEY: 'key-of-the-function-tests' };
  const { PATH: _, NODE_PATH: __, ...environment } = instanceEnvironment(cloud.url, '', own);
  Object.assign(process.env, environment);
}
