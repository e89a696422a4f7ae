/** One line of a function's log, or of what the platform did for it. */
export interface LogEntry {
  /** Local cloud time, epoch ms. */
  at: number;
  functionName: string;
  /** The call it belongs to; absent for output between calls. */
  requestId?: string;
  level: 'info' | 'error' | 'platform';
  message: string;
}

export interface LogFilter {
  requestId?: string;
  functionName?: string;
}

/** Lines kept; the oldest go first. */
const KEPT_LINES = 5000;

export interface Logs {
  add(entry: LogEntry): void;
  list(filter?: LogFilter): LogEntry[];
  clear(): void;
}

export function createLogs(print?: (line: string) => void): Logs {
  let entries: LogEntry[] = [];
  return {
    add: entry => {
      entries.push(entry);
      // Trimmed in steps, because shifting a long array on every line is slow.
      if (entries.length > KEPT_LINES * 1.2) entries = entries.slice(-KEPT_LINES);
      print?.(`[${entry.functionName}] ${entry.requestId?.slice(0, 8) ?? '-'} ${entry.message}`);
    },
    list: (filter = {}) =>
      entries
        .filter(entry => filter.requestId === undefined || entry.requestId === filter.requestId)
        .filter(entry => filter.functionName === undefined || entry.functionName === filter.functionName)
        .slice(-KEPT_LINES),
    clear: () => {
      entries = [];
    },
  };
}
