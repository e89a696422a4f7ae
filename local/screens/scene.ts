import type { Page } from 'playwright-core';
import type { Variant } from './variant';
import type { World } from './world';

export type PersonId = 'lin' | 'chen' | 'wang' | 'admin';

/** One thing done on the phone on the way to a state. */
export type Step = (page: Page) => Promise<void>;

/** A screen in one of its states, and how to get there. */
export interface Scene {
  /** Name of its pictures: `<page>` or `<page>.<state>`. */
  name: string;
  /** The page that is judged, as app.json lists it. */
  page: string;
  person: PersonId;
  /** Page to begin with, when it is another that opens this one. */
  from?: string;
  query?: (world: World) => Record<string, string>;
  steps?: Step[];
  /** Selector of what is on the screen once the state is reached. */
  there: string;
  /** Of one font only. */
  font?: Variant['font'];
  /** What this phone has in its storage besides its settings. */
  kept?: Record<string, unknown>;
  /** failing: calls to the cloud are not answered well; waiting: not at all. */
  cloud?: 'failing' | 'waiting';
}

/** On the page on top, not on those beneath it, which keep their ids. */
const onTop = (page: Page, selector: string) =>
  page.locator(`.preview-frame:not([data-hidden]) ${selector}`).first();

export const tap =
  (selector: string): Step =>
  page =>
    onTop(page, selector).click();

export const fill =
  (selector: string, text: string): Step =>
  page =>
    onTop(page, `${selector} :is(input, textarea)`).fill(text);

export const see =
  (selector: string): Step =>
  page =>
    onTop(page, selector).waitFor();

/** What stands on the screen in the standard font, and in a sheet of its own in the large ones. */
export const useTool =
  (name: string): Step =>
  async page => {
    await onTop(page, `#${name}, #tools`).waitFor();
    if (await onTop(page, '#tools').isVisible()) {
      await tap('#tools')(page);
      await tap(`#chip-${name}`)(page);
    } else await tap(`#${name}`)(page);
  };

/** Taps the first thing that shows this text. */
export const tapText =
  (text: string): Step =>
  page =>
    onTop(page, `:text-is("${text}")`).click();

/** Without the last answers, which the phone would show while the cloud is out of reach. */
export const nothingKept = { kept: { 'kept-replies': [] } };

type Given = Omit<Scene, 'name' | 'page' | 'person'>;

/** Scenes of one person: `[name, page, how]`. */
export const scenesOf = (person: PersonId, list: [name: string, page: string, how: Given][]): Scene[] =>
  list.map(([name, page, how]) => ({ name, page, person, ...how }));
