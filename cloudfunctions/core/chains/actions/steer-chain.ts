import * as v from 'valibot';
import type { InputOf } from '../../../../typings/contract/api';
import type { ChainEvent } from '../../../../typings/contract/chains';
import { exactObject } from '../../gateway/input';
import { refuse } from '../../gateway/refusal';
import { line } from '../../items/schema';
import { factOf } from '../../notices/facts';
import type { Update } from '../../platform/database';
import { organize, persistently } from '../changing';
import type { ChainDocument } from '../document';
import { eventOf, logged } from '../events';
import { type ChainCall, defineChainAction } from '../gate';
import { chainReply } from '../reply';
import { isGone, isMakeUp, isOver } from '../rules';
import { chainId } from '../schema';
import { refuseTexts } from '../texts';

type Steering = InputOf<'chains.steer'>;

const EVENTS: Record<Steering['to'], ChainEvent['what']> = {
  open: 'reopened',
  closed: 'closed',
  cancelled: 'cancelled',
};

/** Why a chain cannot go there from where it is. */
function refuseSteering(chain: ChainDocument, to: Steering['to'], now: number) {
  if (chain.state === 'checking') return refuse('CONFLICT', { message: '文字还在审核，通过以后才能操作' });
  if (isGone(chain)) return refuse('GONE');
  if (to !== 'open' || !isOver(chain, now) || isMakeUp(chain, now)) return undefined;
  return refuse('CLOSED', { message: '截止时间已经过了，请先改一个新的截止时间，再重新开放' });
}

function steeringUpdate(chain: ChainDocument, { to, reason }: Steering, { uid, now }: ChainCall): Update {
  const said = reason === undefined ? {} : { reason };
  const detail = reason === undefined ? {} : { detail: reason };
  const event = eventOf(chain, uid, { at: now, what: EVENTS[to], ...detail });
  if (to !== 'cancelled')
    return { $set: { state: to }, $unset: { cancelReason: '', verdict: '' }, $push: logged(event) };
  return {
    $set: { state: to, ...(reason !== undefined && { cancelReason: reason }) },
    $push: { ...logged(event), outbox: factOf('cancelled', [], now, said) },
  };
}

/** Three requests; of a recurring chain some more, for its rounds. */
export const steerChain = defineChainAction<'chains.steer'>({
  who: 'organizer',
  input: exactObject({
    chainId,
    to: v.picklist(['open', 'closed', 'cancelled']),
    reason: v.exactOptional(line(100)),
  }),
  logs: () => ({ what: 'chain-steered', kind: 'chain' }),
  run: async (input, call) => {
    const refused = await refuseTexts(call.openid, [input.reason ?? '']);
    if (refused) return refused;
    const outcome = await persistently(call.chain, async chain => {
      if (chain.state === input.to) return chainReply(chain, call);
      const refusal = refuseSteering(chain, input.to, call.now);
      if (refusal) return refusal;
      const update = steeringUpdate(chain, input, call);
      const steered = await organize(chain, { state: chain.state, rev: chain.rev }, update, call.now);
      return steered && chainReply(steered, call);
    });
    return outcome ?? refuse('CONFLICT');
  },
});
