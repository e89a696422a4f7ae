import type { Page } from 'playwright-core';
import type { RunningApp } from '../../test/support/running-app';
import type { PersonId, Scene } from './scene';
import { dress, type Variant } from './variant';
import { Traffic, visit } from './visit';
import type { World } from './world';

/** A scene as one phone shows it. */
export interface Stop {
  scene: Scene;
  variant: Variant;
  page: Page;
}

export interface Tour {
  app: RunningApp;
  world: World;
  scenes: Scene[];
  variants: Variant[];
  /** Called at every stop. */
  look: (stop: Stop) => Promise<void>;
  /** Called instead when a scene cannot be reached. */
  lost: (scene: Scene, variant: Variant, why: string) => void;
}

const groups = <T, K>(list: T[], keyOf: (item: T) => K): T[][] => {
  const byKey = new Map<K, T[]>();
  for (const item of list) byKey.set(keyOf(item), [...(byKey.get(keyOf(item)) ?? []), item]);
  return [...byKey.values()];
};

/** One scene in every width and colour of a font. */
async function stay(tour: Tour, scene: Scene, variants: Variant[], page: Page, traffic: Traffic) {
  const [first, ...others] = variants as [Variant, ...Variant[]];
  try {
    await dress(page, first);
    await visit(page, traffic, scene, tour.world);
  } catch (error) {
    return tour.lost(scene, first, error instanceof Error ? error.message : String(error));
  }
  await tour.look({ scene, variant: first, page });
  for (const variant of others) {
    await dress(page, variant);
    if (scene.cloud !== 'waiting') await traffic.quiet();
    await tour.look({ scene, variant, page });
  }
}

/** One font: every scene is reached in it once, then shown in each width and colour. */
async function walk(tour: Tour, scenes: Scene[], variants: Variant[], page: Page, traffic: Traffic) {
  const [{ font }] = variants as [Variant, ...Variant[]];
  for (const scene of scenes) {
    if (scene.font === undefined || scene.font === font) await stay(tour, scene, variants, page, traffic);
  }
}

async function walkOf(tour: Tour, person: PersonId, scenes: Scene[]): Promise<string[]> {
  const { page, errors } = await tour.app.openPhone({ person });
  const traffic = new Traffic(page);
  await page.locator('.preview-frame .app').first().waitFor();
  for (const variants of groups(tour.variants, ({ font }) => font))
    await walk(tour, scenes, variants, page, traffic);
  await page.context().close();
  return errors;
}

/** Goes through all scenes, one phone a person, all phones at the same time; what their consoles said. */
export async function go(tour: Tour): Promise<string[]> {
  const lanes = groups(tour.scenes, ({ person }) => person).map(scenes =>
    walkOf(tour, (scenes[0] as Scene).person, scenes),
  );
  return (await Promise.all(lanes)).flat();
}
