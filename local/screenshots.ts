import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { RunningApp } from '../test/support/running-app';
import { screenFlaws } from '../test/support/screen-flaws';
import { allScenes } from './screens/all-scenes';
import { fileOf, type Shot, writeContactSheet } from './screens/contact-sheet';
import { takePictures } from './screens/pictures';
import { go } from './screens/tour';
import { variants } from './screens/variant';
import { makeWorld, type World } from './screens/world';

const folder = path.resolve(__dirname, '../dist/screens');

/** What the browser itself notes of the scenes without a network. */
const isMeant = (error: string): boolean => error.startsWith('Failed to load resource');

/** Every scene in every variant, looked at and checked; the number of findings. */
async function takeAll(app: RunningApp, world: World): Promise<number> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const shots: Shot[] = [];
  const noted = await go({
    ...{ app, world, scenes: allScenes, variants },
    look: async ({ scene, variant, page }) => {
      const flaws = await screenFlaws(page, true);
      const shot = { scene, variant, flaws };
      await page.screenshot({ path: path.join(folder, fileOf(shot)) });
      shots.push(shot);
    },
    lost: (scene, variant, why) => shots.push({ scene, variant, flaws: [`not reached: ${why}`] }),
  });
  writeContactSheet(folder, shots);
  const errors = noted.filter(error => !isMeant(error));
  const found = shots.filter(({ flaws }) => flaws.length > 0);
  for (const shot of found) console.error(`${fileOf(shot)}\n  ${shot.flaws.join('\n  ')}`);
  for (const error of errors) console.error(error);
  console.log(`${shots.length} pictures, ${found.length} with findings: ${path.join(folder, 'index.html')}`);
  return found.length + errors.length;
}

/** `npm run screenshots`: the contact sheet and its checks, then the kept pictures; `-- sheet` or `-- pictures`: one of the two. */
async function takeScreenshots(what: string | undefined): Promise<number> {
  const app = await RunningApp.start();
  try {
    const world = await makeWorld(app, Date.now());
    const findings = what === 'pictures' ? 0 : await takeAll(app, world);
    if (what !== 'sheet') await takePictures(app, world);
    return findings;
  } finally {
    await app.stop();
  }
}

takeScreenshots(process.argv[2]).then(
  findings => process.exit(findings === 0 ? 0 : 1),
  error => {
    console.error(error);
    process.exit(1);
  },
);
