import type { ErrorCode } from '../../../typings/contract/errors';
import type { ChainDocument } from '../chains/document';
import { joinRefusalOf, refusalOf } from '../chains/rules';
import { type Refused, refuse } from '../gateway/refusal';

function refuseWith(code: ErrorCode | undefined, { settings: { opensAt } }: ChainDocument) {
  if (code === undefined) return undefined;
  return refuse(code, code === 'NOT_OPEN_YET' && opensAt !== undefined ? { retryAt: opensAt } : {});
}

/** Why nobody but the staff can join, edit or leave at this time. */
export const refuseForTime = (chain: ChainDocument, now: number): Refused | undefined =>
  refuseWith(refusalOf(chain, now), chain);

/** Why nobody can join for themselves: not even a round that they missed. */
export const refuseJoining = (chain: ChainDocument, now: number): Refused | undefined =>
  refuseWith(joinRefusalOf(chain, now), chain);

/** Why not even the staff can change entries: it is called off, or its text waits for WeChat's check. */
export function refuseForState({ state }: ChainDocument): Refused | undefined {
  if (state === 'open' || state === 'closed') return undefined;
  if (state === 'checking') return refuse('NOT_OPEN_YET', { message: '内容审核中，通过以后才能改报名' });
  return refuse('CLOSED', { message: '这个接龙已经取消' });
}
