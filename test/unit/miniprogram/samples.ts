import type { BatchPreview, BatchView } from '../../../typings/contract/batches';
import type { ItemView } from '../../../typings/contract/items';
import { chinaAt } from '../../support/china-at';

/** 2026-01-15 12:00 on the phone's clock, whatever its time zone. */
export const noon = chinaAt(2026, 0, 15, 12);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const anItem = (changes: Partial<ItemView> = {}): ItemView => ({
  id: 'one',
  kind: 'follow',
  name: '人民日报',
  targetType: 'official-account',
  tags: [],
  starred: false,
  protected: false,
  marks: [],
  addedAt: noon - 400 * DAY,
  dead: false,
  silence: 'unknown',
  rev: 1,
  ...changes,
});

export const aPreview = (changes: Partial<BatchPreview> = {}): BatchPreview => ({
  batchId: 'b',
  kind: 'follow',
  count: 37,
  sample: [{ id: 'one', name: '微信团队', targetType: 'official-account' }],
  skipped: { count: 0, names: [] },
  now: 37,
  later: 0,
  quota: { policy: 'unfollow', limit: 200, remaining: 200, resetAt: noon },
  expiresAt: noon + 10 * MINUTE,
  undoUntil: noon + 72 * HOUR,
  ...changes,
});

export const aBatch = (changes: Partial<BatchView> = {}): BatchView => ({
  batchId: 'b',
  kind: 'follow',
  state: 'done',
  total: 38,
  handled: 38,
  removed: 37,
  left: 1,
  later: 0,
  committedAt: noon - HOUR,
  undoUntil: noon + 71 * HOUR,
  undone: false,
  ...changes,
});
