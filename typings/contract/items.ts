import type { Selection } from './batches';

export type ItemKind = 'follow' | 'like' | 'favorite';
export type TargetType = 'official-account' | 'channel' | 'mini-program' | 'article' | 'video' | 'other';
/** `unknown`: there is no record of the item ever being opened. */
export type Silence = 'active' | 'silent' | 'unknown';
export type SilentDays = 30 | 60 | 90 | 180;
export type Mark = 'advert-heavy' | 'outdated';

/** What a link said of itself when the item was added; a dead item still says what it was. */
export interface Snapshot {
  /** ≤ 200 characters. */
  title?: string;
  /** Account or person that published it, ≤ 100 characters. */
  author?: string;
  /** https address of the cover picture, ≤ 1,000 characters. */
  cover?: string;
  takenAt: number;
}

/** One follow, like or favorite as its owner sees it. Instants are epoch ms. */
export interface ItemView {
  id: string;
  kind: ItemKind;
  name: string;
  targetType: TargetType;
  url?: string;
  /** Name the platform knows the account by: official-account id, finder name, @user@host. */
  handle?: string;
  /** Identity label (身份标识) of an account, such as 官方 or 学校. */
  label?: string;
  tags: string[];
  /** Folder of a favorite, category of a follow or like; one at most. */
  folder?: string;
  starred: boolean;
  protected: boolean;
  note?: string;
  marks: Mark[];
  addedAt: number;
  lastReadAt?: number;
  postsPerWeek?: number;
  dead: boolean;
  snapshot?: Snapshot;
  /** A like that cannot be cancelled before this instant (rules: unlike.same-content). */
  lockedUntil?: number;
  silence: Silence;
  /** Goes up with every edit; sent back with an edit to detect that another device was first. */
  rev: number;
}

export interface ItemFilter {
  /** Matches name, note, tag, pinyin and pinyin initials; ≤ 60 characters. */
  query?: string;
  tag?: string;
  label?: string;
  folder?: string;
  starred?: boolean;
  protected?: boolean;
  /** Another live item of the kind has the same name, spaces and separators aside. */
  duplicate?: true;
  silence?: Silence;
  /** Threshold of `silence`; 90 when absent. */
  silentDays?: SilentDays;
  /** More than 3 posts a week. */
  frequent?: boolean;
  /** Never opened since it was added. */
  unopened?: boolean;
  dead?: boolean;
  marked?: Mark;
  targetType?: TargetType;
}

export type ItemSort = 'recent' | 'name' | 'last-read' | 'frequency';

/** What a person types or an import row carries. `addedAt` and `lastReadAt` in epoch ms. */
export interface ItemDraft {
  kind: ItemKind;
  name: string;
  targetType?: TargetType;
  url?: string;
  handle?: string;
  label?: string;
  tags?: string[];
  folder?: string;
  starred?: boolean;
  protected?: boolean;
  note?: string;
  marks?: Mark[];
  addedAt?: number;
  lastReadAt?: number;
  postsPerWeek?: number;
  dead?: boolean;
  snapshot?: Snapshot;
}

/** Absent fields stay; `null` clears an optional one. */
export interface ItemChanges {
  name?: string;
  label?: string | null;
  tags?: string[];
  folder?: string | null;
  starred?: boolean;
  protected?: boolean;
  note?: string | null;
  marks?: Mark[];
  dead?: boolean;
}

/** The same change to many items; absent fields stay, `null` takes them out of their folder. At least one. */
export interface ManyChanges {
  /** No tag may be in both lists. */
  addTags?: string[];
  removeTags?: string[];
  folder?: string | null;
  starred?: boolean;
  protected?: boolean;
}

export interface ItemFacets {
  /** Live items of the kind, and those of them that match the filter sent along. */
  total: number;
  matching: number;
  silent: number;
  unknown: number;
  frequent: number;
  unopened: number;
  starred: number;
  protected: number;
  dead: number;
  /** Items whose name another live item of the kind has too. */
  duplicate: number;
  marks: Record<Mark, number>;
  types: Partial<Record<TargetType, number>>;
  /** Most used first, ≤ 50 of each. */
  tags: { tag: string; count: number }[];
  folders: { folder: string; count: number }[];
  labels: { label: string; count: number }[];
}

export type SuggestionReason =
  | 'silent'
  | 'frequent'
  | 'unopened'
  | 'dead'
  | 'duplicate'
  | 'advert-heavy'
  | 'outdated';

/** A ready filter with the reason it is worth a look; `count` > 0 always. */
export interface Suggestion {
  reason: SuggestionReason;
  kind: ItemKind;
  count: number;
  filter: ItemFilter;
  /** `silent`: oldest last-opened instant among them. */
  oldestReadAt?: number;
}

/** A trashed item. It is restorable for as long as it is listed. */
export interface TrashView extends ItemView {
  trashedAt: number;
  purgeAt: number;
  batchId: string;
  /** When its owner ticked that it was cancelled on the original platform too (已在原平台取消). */
  platformDoneAt?: number;
}

export interface ItemsApi {
  /** ≤ 5,000 items. `left`: of the selection, gone meanwhile, or without room for the tags (20 an item). */
  'items.editMany': {
    input: { kind: ItemKind; selection: Selection; changes: ManyChanges };
    data: { changed: number; left: number };
  };
  /** Makes one of 2 to 100 items of one kind: the earliest-added (a protected one first) takes over what the others
   *  have, and these go to the trash as the batch `batchId`. Repeating it answers the same. */
  'items.merge': {
    input: { ids: string[] };
    data: {
      item: ItemView;
      /** In the trash now. */
      merged: number;
      /** Waiting for later days, as in any batch. */
      later: number;
      /** Stayed as they are: protected or locked. */
      left: number;
      /** `batches.undo` of it brings the others back; absent when none went. */
      batchId?: string;
    };
  };
}
