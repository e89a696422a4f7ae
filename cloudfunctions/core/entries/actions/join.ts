import type { InputOf } from '../../../../typings/contract/api';
import { type ChainCall, defineChainAction } from '../../chains/gate';
import { isMakeUp } from '../../chains/rules';
import { rememberMe } from '../../contacts/store';
import { refuse } from '../../gateway/refusal';
import { takeMakeUp } from '../../rounds/make-ups';
import { type Entering, enter } from '../entering';
import { otherKey, ownKey } from '../keys';
import { joinInput } from '../schema';
import { refuseForTime, refuseJoining } from '../time-refusal';

type Input = InputOf<'chains.join'>;

const ownEntering = (input: Input, { chain, uid, now }: ChainCall): Entering => ({
  ...{ input, key: ownKey(chain._id, uid), whose: { uid }, isApproved: false },
  event: { at: now, what: 'joined', uid, name: input.name },
  refusal: read => refuseJoining(read, now),
  toll: read => takeMakeUp(read, uid, now),
});

function otherEntering(input: Input, { chain, uid, now }: ChainCall): Entering {
  const maker = input.byName === undefined ? {} : { byName: input.byName };
  const name = input.byName === undefined ? {} : { name: input.byName };
  return {
    ...{ input, key: otherKey(chain._id, uid, input.name), whose: { by: uid, ...maker }, isApproved: false },
    event: { at: now, what: 'joined', uid, ...name },
    refusal: read => {
      if (isMakeUp(read, now)) return refuse('CLOSED', { message: '补卡只能自己补' });
      if (read.settings.forOthers) return refuseForTime(read, now);
      return refuse('FORBIDDEN', { message: '这个接龙只能自己报名' });
    },
  };
}

/** For the next form. The place is taken: what fails here is nobody's concern. One request, two the first time. */
async function remember({ name, answers }: Input, { chain, uid }: ChainCall): Promise<void> {
  const field = chain.settings.fields.find(({ type }) => type === 'phone');
  const phone = field && answers[field.id];
  const me = { name, ...(typeof phone === 'string' && { phone }) };
  await rememberMe(uid, me).catch(error => console.warn('name and phone were not remembered', error));
}

/** Four requests; one or two more to remember the person, and for a round that is filled in later. */
export const joinChain = defineChainAction<'chains.join'>({
  who: 'visitor',
  input: joinInput,
  run: async (input, call) => {
    const { forOther = false } = input;
    const outcome = await enter(forOther ? otherEntering(input, call) : ownEntering(input, call), call);
    if (outcome.ok && input.remember && !forOther) await remember(input, call);
    return outcome;
  },
});
