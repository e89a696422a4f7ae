import type { ImportView } from '../../../typings/contract/imports';
import type { Account } from './account';

const DAY_MS = 86_400_000;
const TAGS = ['新闻', '科技', '生活', '学习', '本地'];

/** A CSV line a follow: a third were last opened long ago, a third lately, a third have no record. */
function line(index: number, now: number): string {
  const daysAgo = [400 + (index % 300), 1 + (index % 60), undefined][index % 3];
  const opened = daysAgo === undefined ? '' : String(now - daysAgo * DAY_MS);
  return `测试账号${index},${TAGS[index % TAGS.length]},${now - (index + 1) * 3_600_000},${opened},${index % 9}`;
}

/** Gives a person `count` follows (≤ 20,000, the day's limit) the way a user would: one CSV file; `now` in epoch ms. */
export function seedFollows(account: Account, now: number, count: number): Promise<ImportView> {
  const header = '名称,标签,关注时间,上次打开,每周推送';
  const lines = Array.from({ length: count }, (_, index) => line(index, now));
  return account.importFile([header, ...lines].join('\n'));
}
