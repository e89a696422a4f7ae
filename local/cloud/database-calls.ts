import type { DatabaseCalls } from './local-cloud';

/** Counts what functions ask of the database, so that tests can hold actions to a budget. */
export function createCallCounter() {
  let byAction: Record<string, number> = {};
  const read = (): DatabaseCalls => ({
    total: Object.values(byAction).reduce((sum, count) => sum + count, 0),
    byAction: { ...byAction },
  });
  return {
    count: (action: string): void => {
      byAction[action] = (byAction[action] ?? 0) + 1;
    },
    read,
    take: (): DatabaseCalls => {
      const calls = read();
      byAction = {};
      return calls;
    },
  };
}
