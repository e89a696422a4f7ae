import type { ErrorCode, Refusal } from '../../typings/contract/errors';
import { common } from '../copy/common';
import { errorSentences, policyNames, sizeSentences } from '../copy/errors';
import { grouped } from './numbers';
import { dayTimeText } from './time';

const SAYS_MORE: readonly ErrorCode[] = ['BAD_INPUT', 'TOO_LARGE'];

const TAG_LISTS: readonly string[] = ['tags', 'addTags', 'removeTags'];

/** By the field that is too large: `changes.note`, or `draft.tags.3` for one tag among many. */
function sizeSentence({ path = '', max }: Refusal): string | undefined {
  const [last = '', before = ''] = path.split('.').reverse();
  const field = TAG_LISTS.includes(before) ? 'tag' : last;
  return max === undefined ? undefined : sizeSentences[field]?.(grouped(max));
}

/** The sentence for a refusal, with the facts it carries. `now`: epoch ms. */
export function refusalText(error: Refusal, now: number): string {
  if (error.code === 'RATE_LIMITED' && error.policy !== undefined && error.retryAt !== undefined) {
    return `${policyNames[error.policy]}的额度用完了，${dayTimeText(error.retryAt, now)} 以后可以再试`;
  }
  const sizeText = error.code === 'TOO_LARGE' ? sizeSentence(error) : undefined;
  if (sizeText !== undefined) return sizeText;
  // The server says what is wrong with what was given; no general sentence could.
  if (SAYS_MORE.includes(error.code) && error.message !== '') return error.message;
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
