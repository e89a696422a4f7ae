/** Limits of the real service (public documentation); sizes in bytes, times in milliseconds. */
export const LIMITS = {
  pageDefault: 100,
  pageMax: 1_000,
  replyBytes: 1_048_576,
  documentBytes: 16 * 1_048_576,
  collections: 100,
  indexKeyBytes: 1_024,
  nesting: 100,
  transactionMs: 30_000,
  /** MongoDB refuses to sort more than this in memory. */
  sortBytes: 32 * 1_048_576,
} as const;

/** A read that looked at this many documents is reported through the slow-scan hook. */
export const SLOW_SCAN_DOCUMENTS = 10_000;
