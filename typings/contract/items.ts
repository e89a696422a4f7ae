export type ItemKind = 'follow' | 'like' | 'favorite';
export type TargetType = 'official-account' | 'channel' | 'mini-program' | 'article' | 'video' | 'other';
/** `unknown`: there is no record of the item ever being opened. */
export type Silence = 'active' | 'silent' | 'unknown';
export type SilentDays = 30 | 60 | 90 | 180;
export type Mark = 'advert-heavy' | 'outdated';

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
  starred: boolean;
  protected: boolean;
  note?: string;
  marks: Mark[];
  addedAt: number;
  lastReadAt?: number;
  postsPerWeek?: number;
  dead: boolean;
  silence: Silence;
  /** Goes up with every edit; sent back with an edit to detect that another device was first. */
  rev: number;
}

export interface ItemFilter {
  /** Matches name, note, tag, pinyin and pinyin initials; ≤ 60 characters. */
  query?: string;
  tag?: string;
  label?: string;
  starred?: boolean;
  protected?: boolean;
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
  starred?: boolean;
  protected?: boolean;
  note?: string;
  marks?: Mark[];
  addedAt?: number;
  lastReadAt?: number;
  postsPerWeek?: number;
}

/** Absent fields stay; `null` clears an optional one. */
export interface ItemChanges {
  name?: string;
  label?: string | null;
  tags?: string[];
  starred?: boolean;
  protected?: boolean;
  note?: string | null;
  marks?: Mark[];
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
  /** Most used first, ≤ 50. */
  tags: { tag: string; count: number }[];
}

export type SuggestionReason = 'silent' | 'frequent' | 'unopened' | 'dead' | 'advert-heavy' | 'outdated';

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
