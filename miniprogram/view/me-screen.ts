import type { SilentDays } from '../../typings/contract/items';
import type { MeView, Settings } from '../../typings/contract/people';
import { entries, entryGroups, fontModes, me, themes } from '../copy/people';
import { type Avatar, avatarOf } from './avatar';
import { nothingToPick, type PickView } from './pick';

export type EntryId = keyof typeof entries;

export interface Entry {
  id: EntryId;
  icon: string;
  text: string;
  hint: string;
}

export interface EntryGroup {
  id: string;
  name: string;
  rows: Entry[];
}

const entryIds = Object.keys(entries) as EntryId[];
const groupIds = Object.keys(entryGroups) as (keyof typeof entryGroups)[];

/** Hints that say how things stand. `unfollow`: what is left today, in words; undefined while it is not known. */
function hintsOf(settings: Settings, unfollow: string | undefined): Partial<Record<EntryId, string>> {
  return {
    ...(unfollow === undefined ? {} : { limits: unfollow }),
    silent: me.silentHint(settings.silentDays),
    appearance: me.now(fontModes[settings.fontMode], themes[settings.theme]),
  };
}

export function entryGroupRows(
  settings: Settings,
  administrator: boolean,
  unfollow: string | undefined,
): EntryGroup[] {
  const hints = hintsOf(settings, unfollow);
  const rows = entryIds
    .filter(id => id !== 'review' || administrator)
    .map(id => ({ ...entries[id], id, hint: hints[id] ?? entries[id].hint }));
  return groupIds
    .map(id => ({ id, name: entryGroups[id], rows: rows.filter(({ group }) => group === id) }))
    .filter(group => group.rows.length > 0);
}

export interface ProfileHead {
  name: string;
  /** Signed address; blank without a picture. */
  avatarUrl: string;
  /** In place of a picture; null without a name. */
  face: Avatar | null;
}

export const profileHead = ({ nickname, avatarUrl = '' }: MeView['profile']): ProfileHead => ({
  name: nickname ?? me.noName,
  avatarUrl,
  face: nickname === undefined ? null : avatarOf(nickname),
});

const days: readonly SilentDays[] = [30, 60, 90, 180];

export const silentPick = (chosen: SilentDays): PickView => ({
  ...nothingToPick,
  title: me.silentTitle,
  chips: days.map(n => ({ id: String(n), text: me.silentDays(n), on: n === chosen })),
});

export const silentDaysFrom = (id: string): SilentDays => days.find(n => String(n) === id) ?? 90;

/** The settings after a change was refused: only what it brought goes, something chosen meanwhile stays. */
export function putBack(now: Settings, changes: Partial<Settings>, before: Settings): Settings {
  const keys = (Object.keys(changes) as (keyof Settings)[]).filter(key => now[key] === changes[key]);
  return { ...now, ...Object.fromEntries(keys.map(key => [key, before[key]])) };
}
