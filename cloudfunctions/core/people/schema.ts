import * as v from 'valibot';
import type { Settings } from '../../../typings/contract/people';
import { exactObject } from '../gateway/input';

export const silentDays = v.picklist([30, 60, 90, 180]);

export const settingsFields = {
  fontMode: v.picklist(['standard', 'large', 'extra-large', 'system']),
  theme: v.picklist(['light', 'dark', 'system']),
  silentDays,
};

export const settingsChanges = exactObject({
  fontMode: v.exactOptional(settingsFields.fontMode),
  theme: v.exactOptional(settingsFields.theme),
  silentDays: v.exactOptional(silentDays),
});

export const DEFAULT_SETTINGS: Settings = { fontMode: 'system', theme: 'system', silentDays: 90 };
