import { editing } from '../copy/items';
import type { Chip } from './item-query';

/** A sheet with choices. `hint` invites to write another; blank: only what is there. `max`: characters. */
export interface PickView {
  title: string;
  chips: Chip[];
  hint: string;
  max: number;
  /** Said when there is nothing to choose from. */
  empty: string;
}

export const nothingToPick: PickView = { title: '', chips: [], hint: '', max: 0, empty: '' };

/** Longest tag and folder the server takes. */
const TAG_MAX = 20;
const FOLDER_MAX = 20;
/** The chip that takes an item out of its folder: names are never blank. */
export const NO_FOLDER = ' ';

const chipsOf = (names: readonly string[], chosen?: string): Chip[] =>
  names.map(name => ({ id: name, text: name, on: name === chosen }));

export const actionsPick = (title: string, actions: Record<string, string>): PickView => ({
  ...nothingToPick,
  title,
  chips: Object.entries(actions).map(([id, text]) => ({ id, text, on: false })),
});

export const tagPick = (tags: readonly string[]): PickView => ({
  ...nothingToPick,
  title: editing.addTag,
  chips: chipsOf(tags),
  hint: editing.newName,
  max: TAG_MAX,
});

export const tagOffPick = (tags: readonly string[]): PickView => ({
  ...nothingToPick,
  title: editing.removeTag,
  chips: chipsOf(tags),
  empty: tags.length === 0 ? editing.noTags : '',
});

/** `word`: what a folder is called here. `chosen`: the one it is in. */
export const folderPick = (folders: readonly string[], word: string, chosen?: string): PickView => {
  const known = chosen === undefined || folders.includes(chosen) ? folders : [...folders, chosen];
  return {
    ...nothingToPick,
    title: editing.toFolder(word),
    chips: [...chipsOf(known, chosen), { id: NO_FOLDER, text: editing.noFolder(word), on: false }],
    hint: editing.newName,
    max: FOLDER_MAX,
  };
};
