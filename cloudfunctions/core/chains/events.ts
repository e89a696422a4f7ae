import type { ChainEvent } from '../../../typings/contract/chains';
import { randomId } from '../platform/crypto';
import type { ChainDocument, LoggedEvent } from './document';

/** Events kept in the chain's document; when there are more, the oldest were not moved in time and are lost. */
const LOG_MAX = 200;

/** One thing somebody of the staff did; `uid` absent: the program itself. `about`: whose names the subject has. */
export function eventOf(
  { staff }: Pick<ChainDocument, 'staff'>,
  uid: string | undefined,
  event: Omit<ChainEvent, 'by'> & Pick<LoggedEvent, 'about'>,
): LoggedEvent {
  const name = staff.find(one => one.uid === uid)?.name;
  return {
    ...{ _id: randomId(), ...event },
    ...(name !== undefined && { by: name }),
    ...(uid !== undefined && { uid }),
  };
}

/** For the `$push` of the very write that the events tell of. */
export const logged = (...events: LoggedEvent[]) => ({ log: { $each: events, $slice: -LOG_MAX } });
