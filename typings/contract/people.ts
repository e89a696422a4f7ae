import type { SilentDays } from './items';

export type FontMode = 'standard' | 'large' | 'extra-large' | 'system';
export type Theme = 'light' | 'dark' | 'system';
export type Grade = 'ordinary' | 'verified';

export interface Settings {
  fontMode: FontMode;
  theme: Theme;
  silentDays: SilentDays;
}

/** What a person says of themselves; nobody else sees it. */
export interface Profile {
  /** ≤ 20 characters. */
  nickname?: string;
  /** Signed address for showing the picture, 2 h. */
  avatarUrl?: string;
}

/** An account that will be deleted, unless its person changes their mind before `eraseAt`; epoch ms. */
export interface Deletion {
  requestedAt: number;
  eraseAt: number;
}

export interface MeView {
  /** Opaque id; never an openid. */
  uid: string;
  grade: Grade;
  settings: Settings;
  /** May see and decide the review queue. */
  administrator: boolean;
  profile: Profile;
  deletion?: Deletion;
}
