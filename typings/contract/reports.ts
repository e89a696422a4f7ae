import type { BatchView, RemovalReason } from './batches';
import type { ItemKind } from './items';

export type ReportDays = 30 | 90 | 365;

/** Epoch ms of the first instant of a day, week or month (UTC+8), and a number for each kind. */
export type Counted = { from: number } & Record<ItemKind, number>;

export interface ReportView {
  days: ReportDays;
  /** Step of the counts over time: days of 30, weeks of 90, months of 365. */
  step: 'day' | 'week' | 'month';
  /** Without gaps, oldest first: 30 days, 13 weeks from Monday, or 12 months, the last one being now's. */
  removed: Counted[];
  /** Of the items that are there now. */
  added: Counted[];
  totals: { removed: number; restored: number; live: number };
  /** Removed items by the reason their owner gave; most first, zeros left out. */
  reasons: { reason: RemovalReason; count: number }[];
  /** Live items by tag, most first, ≤ 10, `rest` for all other tags, `untagged` for items without one. */
  tags: { shown: { tag: string; count: number }[]; rest: number; untagged: number };
  /** Live follows by posts a week: [0, 1), [1, 3], (3, 7], (7, 14], more; and unknown. */
  frequency: { bucket: '0-1' | '1-3' | '3-7' | '7-14' | '14+' | 'unknown'; count: number }[];
}

export interface SurveyApi {
  /** Why a committed batch was removed: 1 to 3 different reasons. The last answer counts. */
  'batches.survey': { input: { batchId: string; reasons: RemovalReason[] }; data: BatchView };
}

export interface ReportsApi {
  'reports.show': { input: { days: ReportDays }; data: ReportView };
}
