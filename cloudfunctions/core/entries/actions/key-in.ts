import { defineChainAction, isAtLeast } from '../../chains/gate';
import { enter } from '../entering';
import { otherKey } from '../keys';
import { keyInInput } from '../schema';
import { staffEvent } from '../staff-event';
import { refuseForState } from '../time-refusal';

/** Somebody who phoned in, before the opening and after the deadline too. Four requests. */
export const keyIn = defineChainAction<'chains.keyIn'>({
  who: 'volunteer',
  input: keyInInput,
  logs: (_, { requestId: key }) => ({ what: 'entries-handled', kind: 'chain', count: 1, key }),
  run: (input, call) => {
    const { chain, uid, role } = call;
    return enter(
      {
        ...{ input, key: otherKey(chain._id, uid, input.name), whose: { by: uid, keyedIn: true } },
        event: staffEvent(call, 'keyed-in'),
        isApproved: isAtLeast(role, 'organizer'),
        refusal: refuseForState,
      },
      call,
    );
  },
});
