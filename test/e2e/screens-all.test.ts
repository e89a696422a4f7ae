import { allScenes } from '../../local/screens/all-scenes';
import { go } from '../../local/screens/tour';
import type { Variant } from '../../local/screens/variant';
import { makeWorld, type World } from '../../local/screens/world';
import { RunningApp } from '../support/running-app';
import { screenFlaws } from '../support/screen-flaws';

let app: RunningApp;
let world: World;
beforeAll(async () => {
  app = await RunningApp.start();
  world = await makeWorld(app, Date.now());
}, 120_000);
afterAll(() => app?.stop());

/** The hardest of the twelve, and the most usual; the others are on the contact sheet of `npm run screenshots`. */
const VARIANTS: Variant[] = [
  { font: 'extra-large', theme: 'dark', width: 320 },
  { font: 'standard', theme: 'light', width: 375 },
];

it.each(VARIANTS)(
  'shows every screen without a flaw: $font, $theme, $width px',
  async variant => {
    const found: Record<string, string[]> = {};
    await go({
      ...{ app, world, scenes: allScenes, variants: [variant] },
      look: async ({ scene, page }) => {
        const flaws = await screenFlaws(page);
        if (flaws.length > 0) found[scene.name] = flaws;
      },
      lost: ({ name }, _, why) => {
        found[name] = [why];
      },
    });
    expect(found).toEqual({});
  },
  300_000,
);
