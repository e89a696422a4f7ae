import type { FontMode, Settings, Theme } from '../../../typings/contract/people';
import { fontModes, themes } from '../../copy/people';
import type { Chip } from '../../view/item-query';

const choices = <T extends string>(names: Record<T, string>, chosen: T): Chip[] =>
  (Object.keys(names) as T[]).map(id => ({ id, text: names[id], on: id === chosen }));

export const appearanceChips = (settings: Pick<Settings, 'fontMode' | 'theme'>) => ({
  fonts: choices<FontMode>(fontModes, settings.fontMode),
  themes: choices<Theme>(themes, settings.theme),
});
