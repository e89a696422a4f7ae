import type { PolicyName, Quota } from '../../typings/contract/errors';
import type { LimitsView } from '../../typings/contract/limits';
import { limits as copy, quotaGone, quotaTexts, tableRows } from '../copy/limits';
import { grouped } from './numbers';
import { dayTimeText } from './time';

export interface QuotaRow {
  policy: PolicyName;
  text: string;
  hint: string;
  /** What is left of the whole. */
  percent: number;
}

/** Limits that look back over a window of their own say when something changes in other words. */
const refills: Partial<Record<PolicyName, (at: string) => string>> = {
  'unlike.review': copy.oneMore,
  'unlike.ratio': copy.recounts,
};

/** "今天还可取消关注 163 个（共 200 个）" and when there is more. */
export function quotaRow({ policy, limit, remaining, resetAt }: Quota, now: number): QuotaRow {
  const all = grouped(limit);
  const gone = remaining === 0 ? quotaGone[policy] : undefined;
  const refill = refills[policy] ?? copy.resets;
  return {
    policy,
    text: gone?.(all) ?? quotaTexts[policy](grouped(remaining), all),
    hint: remaining >= limit ? copy.full : refill(dayTimeText(resetAt, now)),
    percent: limit > 0 ? Math.round((remaining / limit) * 100) : 0,
  };
}

export interface LimitsScreen {
  grade: string;
  rows: QuotaRow[];
  /** Blank when the account is in no slow mode. */
  slow: string;
  underReview: boolean;
  table: { policy: PolicyName; name: string; amounts: { grade: string; text: string; own: boolean }[] }[];
}

export function limitsScreen(view: LimitsView, now: number): LimitsScreen {
  const daily = view.quotas.find(({ policy }) => policy === 'unlike.daily');
  const slow = view.slowUntil !== undefined && view.slowUntil > now ? view.slowUntil : undefined;
  return {
    grade: copy.grades[view.grade],
    rows: view.quotas.map(quota => quotaRow(quota, now)),
    slow: slow === undefined ? '' : copy.slow(dayTimeText(slow, now), grouped(daily?.limit ?? 0)),
    underReview: view.underReview,
    table: view.table.map(({ policy, limits }) => ({
      policy,
      name: tableRows[policy].name,
      amounts: (['ordinary', 'verified'] as const).map(grade => ({
        grade: copy[grade],
        text: tableRows[policy].amount(grouped(limits[grade])),
        own: grade === view.grade,
      })),
    })),
  };
}
