import type { SilentDays } from '../../typings/contract/items';
import type { FontMode, MeView, Settings, Theme } from '../../typings/contract/people';
import { entries, fontModes, me, themes } from '../copy/people';
import type { Chip } from './item-query';

export type EntryId = keyof typeof entries;

export interface Entry {
  id: EntryId;
  text: string;
  hint: string;
}

const entryIds = Object.keys(entries) as EntryId[];

/** `unfollow`: what is left today, in words; undefined while it is not known. */
export const entryRows = (mine: Pick<MeView, 'administrator'>, unfollow: string | undefined): Entry[] =>
  entryIds
    .filter(id => id !== 'review' || mine.administrator)
    .map(id => ({ id, ...entries[id], ...(id === 'limits' && unfollow ? { hint: unfollow } : {}) }));

const days: readonly SilentDays[] = [30, 60, 90, 180];
const choices = <T extends string>(names: Record<T, string>, chosen: T): Chip[] =>
  (Object.keys(names) as T[]).map(id => ({ id, text: names[id], on: id === chosen }));

export const settingChips = (settings: Settings) => ({
  fonts: choices<FontMode>(fontModes, settings.fontMode),
  themes: choices<Theme>(themes, settings.theme),
  days: days.map(n => ({ id: String(n), text: me.silentDays(n), on: n === settings.silentDays })),
});

export const silentDaysFrom = (id: string): SilentDays => days.find(n => String(n) === id) ?? 90;
