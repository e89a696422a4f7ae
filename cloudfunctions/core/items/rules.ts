import type { ItemDraft, Silence, SilentDays } from '../../../typings/contract/items';

export const DAY_MS = 86_400_000;
export const RETENTION_MS = 72 * 3_600_000;
export const SILENT_DAYS: SilentDays = 90;
/** More than this is high-frequency. */
export const FREQUENT_POSTS = 3;
/** An item this new is not yet "never opened". */
export const UNOPENED_DAYS = 30;
export const ITEMS_MAX = 50_000;

/** Last-read instants at or before this one are silent. */
export const silentSince = (now: number, days: SilentDays = SILENT_DAYS): number => now - days * DAY_MS;

export const unopenedSince = (now: number): number => now - UNOPENED_DAYS * DAY_MS;

export function silenceOf(lastReadAt: number | undefined, now: number, days?: SilentDays): Silence {
  if (lastReadAt === undefined) return 'unknown';
  return lastReadAt <= silentSince(now, days) ? 'silent' : 'active';
}

/** Restorable up to, not including, the instant of the purge. */
export const isRestorable = (purgeAt: number, now: number): boolean => now < purgeAt;

const folded = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

/**
 * What makes two items of one person and kind the same: the address if there is one, else the handle, else
 * the name. `url` must be canonical.
 */
export function identityKey(draft: Pick<ItemDraft, 'name' | 'handle' | 'url'>): string {
  if (draft.url !== undefined) return `url:${draft.url}`;
  return draft.handle === undefined ? `name:${folded(draft.name)}` : `handle:${folded(draft.handle)}`;
}

/** Spaces, brackets and separators: what people and platforms write differently in one name. C++ is not C. */
const SEPARATORS = /[\s\p{Pd}\p{Pc}\p{Ps}\p{Pe}\p{Pi}\p{Pf}·・•.,，。、:：;；!！?？'"|｜/\\~～]/gu;

/** What two items have in common that are the same by name; a name of separators only stands for itself. */
export function sameName(name: string): string {
  const plain = folded(name).replace(SEPARATORS, '');
  return plain === '' ? folded(name) : plain;
}

/** Tags of both without repetition; earlier of two instants. */
export const mergedTags = (kept: string[], added: string[], max: number): string[] =>
  [...new Set([...kept, ...added])].slice(0, max);
