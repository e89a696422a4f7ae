import * as v from 'valibot';
import type { InputOf } from '../../../../typings/contract/api';
import type { ChainView } from '../../../../typings/contract/chains';
import { seatOf } from '../../entries/keys';
import { entryId } from '../../entries/schema';
import { readEntry } from '../../entries/store';
import { exactObject } from '../../gateway/input';
import { done, type Outcome, refuse } from '../../gateway/refusal';
import { organize, persistently } from '../changing';
import type { ChainDocument } from '../document';
import { eventOf, logged } from '../events';
import { type ChainCall, defineChainAction } from '../gate';
import { chainReply } from '../reply';
import { partOf, wholeOf } from '../rounds';
import { isGone, STAFF_MAX } from '../rules';
import { chainId, personId } from '../schema';
import { appointed, staffFields } from '../staff';

type Appointing = InputOf<'chains.appoint'>;

const ROLES: Record<Appointing['role'], string> = {
  participant: '普通成员',
  volunteer: '志愿者',
  organizer: '协办人',
};

interface Person {
  uid: string;
  name: string;
}

/** Who is meant: somebody of the staff, or the person whom an entry belongs to. */
async function findPerson(chain: ChainDocument, { uid, entryId: id }: Appointing): Promise<Outcome<Person>> {
  const member = chain.staff.find(one => one.uid === uid);
  if (member) return done(member);
  const owner = id === undefined ? undefined : seatOf(chain.book, id)?.uid;
  const entry = owner === undefined || id === undefined ? undefined : await readEntry(id);
  if (entry && owner !== undefined) return done({ uid: owner, name: entry.name });
  return refuse('NOT_FOUND', { message: '只能选已经自己报名的人' });
}

async function appoint(
  chain: ChainDocument,
  { uid, name }: Person,
  { role, successor }: Appointing,
  call: ChainCall,
): Promise<Outcome<{ chain: ChainView }> | undefined> {
  if (isGone(chain)) return refuse('GONE');
  const former = chain.staff.find(one => one.uid === uid);
  if (former?.role === 'owner')
    return refuse('CONFLICT', { message: '发起人的身份不能改，可以先把接龙转让给别人' });
  const staff = appointed(chain.staff, {
    ...{ uid, name, role },
    successor: successor ?? former?.successor ?? false,
  });
  if (!staff) return refuse('TOO_LARGE', { message: `管理人员最多 ${STAFF_MAX} 位`, max: STAFF_MAX });
  if (JSON.stringify(staff) === JSON.stringify(chain.staff))
    return chainReply(await partOf(chain, call.chain), call);
  const event = eventOf(chain, call.uid, {
    ...{ at: call.now, what: 'appointed', subject: name, about: [uid] },
    detail: successor ? `${ROLES[role]}，指定接班` : ROLES[role],
  });
  const update = {
    ...{ $set: staffFields(staff), $push: logged(event) },
    // What they did as staff is found again should their account be erased.
    ...(role === 'participant' && { $addToSet: { formerStaff: uid } }),
  };
  const changed = await organize(chain, { state: chain.state, staff: chain.staff }, update, call.now);
  return changed && chainReply(await partOf(changed, call.chain), call);
}

/** Three requests for somebody of the staff, four for somebody new; of a round some more, for all rounds have one staff. */
export const appointStaff = defineChainAction<'chains.appoint'>({
  who: 'owner',
  input: v.pipe(
    exactObject({
      chainId,
      entryId: v.exactOptional(entryId),
      uid: v.exactOptional(personId),
      role: v.picklist(['participant', 'volunteer', 'organizer']),
      successor: v.exactOptional(v.boolean()),
    }),
    v.check(one => (one.entryId === undefined) !== (one.uid === undefined), 'either entryId or uid'),
  ),
  logs: () => ({ what: 'staff-changed', kind: 'chain' }),
  run: async (input, call) => {
    const person = await findPerson(call.chain, input);
    if (!person.ok) return person;
    const outcome = await persistently(await wholeOf(call.chain), chain =>
      appoint(chain, person.data, input, call),
    );
    return outcome ?? refuse('CONFLICT');
  },
});
