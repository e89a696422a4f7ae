/** Every way a call can be refused. Closed: client and server map it with `Record<ErrorCode, …>`. */
export type ErrorCode =
  | 'BAD_INPUT'
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'RATE_LIMITED'
  | 'FULL'
  | 'CLOSED'
  | 'NOT_OPEN_YET'
  | 'ALREADY_JOINED'
  | 'GONE'
  | 'CONFLICT'
  | 'TOO_LARGE'
  | 'CONTENT_REFUSED'
  | 'UNAVAILABLE'
  | 'INTERNAL';

/** What a refusal says beside its code. `message` is a Chinese sentence fit for the screen. */
export interface Refusal {
  code: ErrorCode;
  message: string;
  /** BAD_INPUT: dotted path of the first wrong field and what was expected there. */
  path?: string;
  expected?: string;
  /** RATE_LIMITED */
  policy?: PolicyName;
  limit?: number;
  remaining?: number;
  /** Epoch ms from which the same call can pass; NOT_OPEN_YET too. */
  retryAt?: number;
  /** TOO_LARGE: the limit that was passed. */
  max?: number;
  /** CONFLICT: the item that is already there and where. */
  existing?: { id: string; state: 'live' | 'trashed' };
  /** CONFLICT of a smaller capacity: the entries that would lose their places. */
  displaced?: { entryId: string; name: string }[];
  /** INTERNAL */
  requestId?: string;
}

export type PolicyName =
  | 'unfollow'
  | 'unlike.review'
  | 'unlike.daily'
  | 'unlike.same-content'
  | 'unlike.ratio'
  | 'unfavorite'
  | 'restore'
  | 'import.rows'
  | 'chain.create'
  | 'chain.write'
  | 'reminder'
  | 'any-call';

/** State of one limit after a call. `resetAt`: epoch ms at which `remaining` is `limit` again. */
export interface Quota {
  policy: PolicyName;
  limit: number;
  remaining: number;
  resetAt: number;
}
