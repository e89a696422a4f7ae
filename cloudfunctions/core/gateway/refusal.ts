import type { ErrorCode, Quota, Refusal } from '../../../typings/contract/errors';

/** What an action answers: expected refusals are values; only bugs and outages are thrown. */
export type Outcome<T> = { ok: true; data: T; quota?: Quota } | { ok: false; error: Refusal };

/** The sentence shown when an action has nothing more exact to say. */
export const SENTENCES: Record<ErrorCode, string> = {
  BAD_INPUT: '填写的内容不对，请检查后再试',
  NOT_FOUND: '没有找到，可能已经删除',
  FORBIDDEN: '没有权限这样做',
  RATE_LIMITED: '操作太多了，请稍后再试',
  FULL: '名额已满',
  CLOSED: '已经截止',
  NOT_OPEN_YET: '还没有开始',
  ALREADY_JOINED: '已经参加过了',
  GONE: '已经过期，不能再操作',
  CONFLICT: '内容已经变了，请刷新后再试',
  TOO_LARGE: '内容太多，超出了上限',
  CONTENT_REFUSED: '内容没有通过检查，请修改后再试',
  UNAVAILABLE: '服务暂时连不上，请稍后再试',
  INTERNAL: '程序出错了，请稍后再试',
};

export type Refused = { ok: false; error: Refusal };

export const refuse = (code: ErrorCode, facts: Partial<Omit<Refusal, 'code'>> = {}): Refused => ({
  ok: false,
  error: { message: SENTENCES[code], ...facts, code },
});

/** A limit is used up: which, and from when the same call can pass. */
export const refuseOver = ({ policy, limit, remaining, resetAt }: Quota, message: string): Refused =>
  refuse('RATE_LIMITED', { message, policy, limit, remaining, retryAt: resetAt });

export const done = <T>(data: T, quota?: Quota): { ok: true; data: T; quota?: Quota } =>
  quota ? { ok: true, data, quota } : { ok: true, data };

/** 20,000 in a sentence for the user. */
export const grouped = (count: number): string => count.toLocaleString('en-US');
