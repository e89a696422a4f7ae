import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { RunningApp } from '../../test/support/running-app';
import { settled } from '../../test/support/screen-flaws';
import { allScenes } from './all-scenes';
import { go } from './tour';
import type { Variant } from './variant';
import type { World } from './world';

const root = path.resolve(__dirname, '../..');

/** A picture that is kept: of the README, or of the help inside the mini program. */
interface Kept {
  scene: string;
  file: string;
  variant: Variant;
}

const phone: Variant = { font: 'standard', theme: 'light', width: 375 };
const small: Variant = { font: 'extra-large', theme: 'light', width: 320 };

const README: Kept[] = [
  { scene: 'home', file: 'home', variant: phone },
  { scene: 'chain', file: 'chain', variant: phone },
  { scene: 'report', file: 'report', variant: phone },
  { scene: 'trash', file: 'trash-extra-large', variant: small },
].map(kept => ({ ...kept, file: `docs/images/${kept.file}.png` }) as Kept);

const help = (scene: string, name: string, variant: Variant = { ...phone, width: 320 }): Kept => ({
  scene,
  file: `miniprogram/me/assets/help/${name}.jpg`,
  variant,
});

const HELP: Kept[] = [
  help('import', 'import'),
  help('import.preview', 'rows'),
  help('items-list.selection', 'selection'),
  help('items-list.confirm', 'confirm'),
  help('trash', 'trash'),
  help('checklist', 'checklist'),
  help('chain', 'chain'),
  help('result', 'result'),
  help('contacts', 'contacts'),
  help('editor', 'editor'),
  help('panel', 'panel'),
  help('me-appearance', 'font', small),
  help('me-data', 'data'),
];

/** Base64 of a JPEG, five pixels for four points: sharp enough to be read, small enough to be shipped. */
async function smallPicture(page: Page, { width }: Variant): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', {
    ...{ format: 'jpeg', quality: 40, clip: { x: 0, y: 0, width, height: 560, scale: 1.25 } },
  });
  return data;
}

async function take({ file, variant }: Kept, page: Page): Promise<void> {
  const target = path.join(root, file);
  mkdirSync(path.dirname(target), { recursive: true });
  if (file.endsWith('.jpg')) writeFileSync(target, await smallPicture(page, variant), 'base64');
  else await page.screenshot({ path: target });
}

const isSame = (a: Variant, b: Variant): boolean =>
  a.font === b.font && a.theme === b.theme && a.width === b.width;

/** Takes the pictures that are part of the project anew. Needs a font with Chinese characters. */
export async function takePictures(app: RunningApp, world: World): Promise<void> {
  const kept = [...README, ...HELP];
  await go({
    ...{ app, world, scenes: allScenes.filter(({ name }) => kept.some(({ scene }) => scene === name)) },
    variants: [phone, { ...phone, width: 320 }, small],
    look: async ({ scene, variant, page }) => {
      await settled(page);
      const wanted = kept.filter(one => one.scene === scene.name && isSame(one.variant, variant));
      for (const one of wanted) await take(one, page);
    },
    lost: (scene, _, why) => {
      throw new Error(`${scene.name}: ${why}`);
    },
  });
}
