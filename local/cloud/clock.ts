import fs from 'node:fs';
import path from 'node:path';
import { replaceFile } from './durable-file';

/** The one time everything in a cloud reads: real time plus an offset that only grows. */
export interface CloudClock {
  /** Epoch ms. */
  now(): number;
  offsetMs(): number;
  /** Moves forward by `ms` ≥ 0, for good: a restart keeps it. */
  move(ms: number): void;
  /** Back to real time. */
  reset(): void;
  /** Told after every move and reset. */
  onMove(listener: (offsetMs: number) => void): void;
}

function readOffset(file: string): number {
  if (!fs.existsSync(file)) return 0;
  const stored: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
  const offsetMs = (stored as { offsetMs?: unknown } | null)?.offsetMs;
  return typeof offsetMs === 'number' && Number.isFinite(offsetMs) ? offsetMs : 0;
}

export function openClock(dir: string): CloudClock {
  const file = path.join(dir, 'clock.json');
  const listeners: Array<(offsetMs: number) => void> = [];
  let offset = readOffset(file);
  const set = (offsetMs: number): void => {
    offset = offsetMs;
    replaceFile(file, JSON.stringify({ offsetMs }));
    for (const listener of listeners) listener(offsetMs);
  };
  return {
    now: () => Date.now() + offset,
    offsetMs: () => offset,
    move: ms => {
      if (!Number.isFinite(ms) || ms < 0)
        throw new RangeError(`the clock only moves forward, not by ${ms} ms`);
      set(offset + Math.round(ms));
    },
    reset: () => set(0),
    onMove: listener => {
      listeners.push(listener);
    },
  };
}

const UNIT_MS: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** A number of ms, or text such as `72h`, `+3d`, `90s`. Throws RangeError on anything else. */
export function parseDuration(duration: number | string): number {
  if (typeof duration === 'number') return duration;
  const match = /^\+?(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(duration.trim());
  const unit = UNIT_MS[match?.[2] ?? ''];
  if (!match || unit === undefined) throw new RangeError(`not a duration: ${duration}`);
  return Number(match[1]) * unit;
}
