import type { Refusal } from '../../typings/contract/errors';
import { common } from '../copy/common';
import { errorSentences, policyNames } from '../copy/errors';
import { grouped } from './numbers';
import { dayTimeText } from './time';

/** The sentence for a refusal, with the facts it carries. `now`: epoch ms. */
export function refusalText(error: Refusal, now: number): string {
  if (error.code === 'RATE_LIMITED' && error.policy !== undefined && error.retryAt !== undefined) {
    return `${policyNames[error.policy]}的额度用完了，${dayTimeText(error.retryAt, now)} 以后可以再试`;
  }
  if (error.code === 'TOO_LARGE' && error.max !== undefined) {
    return `太多了，最多 ${grouped(error.max)}，请分几次来`;
  }
  // The server says what is wrong with what was given; no general sentence could.
  if (error.code === 'BAD_INPUT' && error.message !== '') return error.message;
  if (error.code === 'INTERNAL' && error.requestId !== undefined) {
    return `${errorSentences.INTERNAL}（编号 ${error.requestId.slice(0, 8)}）`;
  }
  return errorSentences[error.code];
}

/** What a screen shows that could not be loaded. `online`: whether the phone has a network at all. */
export const failureView = (error: Refusal, now: number, online: boolean) =>
  error.code === 'UNAVAILABLE' && !online
    ? { state: 'offline', failure: common.offlineHint }
    : { state: 'failed', failure: refusalText(error, now) };
