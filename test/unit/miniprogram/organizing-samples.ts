import type { StatisticsView } from '../../../typings/contract/sheets';

export const aStatistics = (changes: Partial<StatisticsView> = {}): StatisticsView => ({
  entries: { in: 24, offered: 0, waiting: 0, asking: 0, left: 0, removed: 0, expired: 0, declined: 0 },
  places: { taken: 24, waiting: 0, capacity: 30 },
  options: [],
  sums: [],
  joinsByDay: [],
  ...changes,
});
