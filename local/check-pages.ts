import { RunningApp } from '../test/support/running-app';
import { pageWeight } from '../test/support/screen-flaws';
import { allScenes } from './screens/all-scenes';
import { fillWorld } from './screens/full-world';
import { go } from './screens/tour';
import type { Variant } from './screens/variant';
import { makeWorld } from './screens/world';

/** WeChat's audit (体验评分). */
const LIMITS = { nodes: 1_000, depth: 30, children: 60 };

/** Large letters draw other parts than standard ones, wide screens more rows than small ones. */
const VARIANTS: Variant[] = [
  { font: 'standard', theme: 'light', width: 430 },
  { font: 'extra-large', theme: 'light', width: 430 },
];

/** Sheets that hold a list of their own; the others add a few nodes to a page that is counted already. */
const SHEETS = ['items-list.confirm', 'items-list.filters', 'editor.more'];
const scenes = allScenes.filter(
  ({ name, cloud, steps }) => cloud === undefined && (steps === undefined || SHEETS.includes(name)),
);

/**
 * Opens every page in a browser, with as much on it as the limits of size allow, and counts; one line a
 * finding. Takes about a minute.
 */
export async function checkPages(): Promise<string[]> {
  const app = await RunningApp.start();
  const found = new Set<string>();
  try {
    const world = await fillWorld(app, await makeWorld(app, Date.now()));
    await go({
      ...{ app, world, scenes, variants: VARIANTS },
      look: async ({ scene, page }) => {
        const weight = await pageWeight(page);
        for (const what of ['nodes', 'depth', 'children'] as const) {
          if (weight[what] > LIMITS[what])
            found.add(`${scene.name}: ${weight[what]} ${what}, limit ${LIMITS[what]}`);
        }
      },
      lost: (scene, _, why) => found.add(`${scene.name}: not reached: ${why.split('\n')[0]}`),
    });
  } finally {
    // Of what pages send, the largest call counts here: how many there are in a second depends on the machine too (decision 0136).
    await app.stop().catch((error: Error) => {
      if (!error.message.startsWith('setData')) throw error;
      for (const line of error.message.split('\n')) if (line.includes(' bytes ')) found.add(line);
    });
  }
  return [...found];
}
