import type { SilentDays } from './items';

export type FontMode = 'standard' | 'large' | 'extra-large' | 'system';
export type Theme = 'light' | 'dark' | 'system';
export type Grade = 'ordinary' | 'verified';

export interface Settings {
  fontMode: FontMode;
  theme: Theme;
  silentDays: SilentDays;
}

export interface MeView {
  /** Opaque id; never an openid. */
  uid: string;
  grade: Grade;
  settings: Settings;
  /** May see and decide the review queue. */
  administrator: boolean;
}
