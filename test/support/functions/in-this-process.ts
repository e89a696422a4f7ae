import type { LocalCloud } from '../../../local/cloud';
import { instanceEnvironment } from '../../../local/cloud/functions/caller';
import { TEST_KEYS } from './keys';

/**
 * Lets stores that a test imports itself reach a cloud's database, through the real SDK: for rules whose instant has
 * to be exact, which no call from outside can be.
 */
export function reachFromHere(cloud: LocalCloud): void {
  const { PATH: _, NODE_PATH: __, ...environment } = instanceEnvironment(cloud.url, '', TEST_KEYS);
  Object.assign(process.env, environment);
}
