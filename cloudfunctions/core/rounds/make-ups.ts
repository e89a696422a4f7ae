import type { ChainDocument } from '../chains/document';
import { isMakeUp } from '../chains/rules';
import { type Refused, refuse } from '../gateway/refusal';
import { shortHash } from '../platform/crypto';
import { addMakeUp } from './store';

export const makeUpsIdOf = (series: string, uid: string): string => shortHash('make-ups', series, uid);

/**
 * What it costs to join a round whose day is over: one of the person's make-ups. The same round again costs nothing, also when
 * it was left meanwhile. No request for other rounds and chains, one or two for this.
 */
export async function takeMakeUp(
  chain: ChainDocument,
  uid: string,
  now: number,
): Promise<Refused | undefined> {
  const { series, date, settings } = chain;
  const max = settings.recurrence?.makeUps ?? 0;
  if (!isMakeUp(chain, now) || series === undefined || date === undefined) return undefined;
  if (await addMakeUp({ id: makeUpsIdOf(series, uid), series, date, max })) return undefined;
  return refuse('CLOSED', { message: `补卡次数已经用完，一共可以补 ${max} 次` });
}
