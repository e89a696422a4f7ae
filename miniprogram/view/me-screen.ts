import type { Quota } from '../../typings/contract/errors';
import type { SilentDays } from '../../typings/contract/items';
import type { FontMode, Settings, Theme } from '../../typings/contract/people';
import { policyNames } from '../copy/errors';
import { fontModes, me, themes } from '../copy/people';
import type { Chip } from './item-query';
import { grouped } from './numbers';
import { dayTimeText } from './time';

export interface LimitRow {
  policy: string;
  text: string;
  hint: string;
  percent: number;
}

/** "今天还可取消 163 个", out of how many, and when it is full again. */
export function limitRow(quota: Quota, now: number): LimitRow {
  const full = quota.remaining >= quota.limit;
  const refill = full ? me.full : me.resets(dayTimeText(quota.resetAt, now));
  return {
    policy: quota.policy,
    text: me.remaining(policyNames[quota.policy], grouped(quota.remaining)),
    hint: `${me.perDay(grouped(quota.limit))} · ${refill}`,
    percent: quota.limit > 0 ? Math.round((quota.remaining / quota.limit) * 100) : 0,
  };
}

const days: readonly SilentDays[] = [30, 60, 90, 180];
const choices = <T extends string>(names: Record<T, string>, chosen: T): Chip[] =>
  (Object.keys(names) as T[]).map(id => ({ id, text: names[id], on: id === chosen }));

export const settingChips = (settings: Settings) => ({
  fonts: choices<FontMode>(fontModes, settings.fontMode),
  themes: choices<Theme>(themes, settings.theme),
  days: days.map(n => ({ id: String(n), text: me.silentDays(n), on: n === settings.silentDays })),
});

export const silentDaysFrom = (id: string): SilentDays => days.find(n => String(n) === id) ?? 90;
