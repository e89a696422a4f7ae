import { eraseBelongings } from '../belongings/erasing';
import { closeLimits, removeLimits } from '../belongings/store';
import { endStaffs, forgetEntries, forgetStaffWork } from '../forgetting/chains';
import { type ErasedPerson, isLate } from '../forgetting/person';
import { inTurn } from '../notices/in-turn';
import { randomId } from '../platform/crypto';
import { type Erasure, isErased, isSweepDue, QUIET_MS } from './rules';
import { beginErasure, findErasable, noteSwept, removePerson } from './store';

/** Persons a run looks at; the others come in the next one. */
const PERSONS = 200;

/**
 * Looks through everything once; gives how much of the person was found, undefined when there was no time for all of it.
 * Chains that are theirs alone go by way of the trash, by another duty: as long as they are there, they count.
 */
async function sweep(person: ErasedPerson, { sweptAt }: Erasure): Promise<number | undefined> {
  const { uid, now } = person;
  await closeLimits(uid, now + QUIET_MS);
  const staffed = await endStaffs(person);
  const entered = await forgetEntries(person);
  if (sweptAt !== undefined && staffed === 0) await forgetStaffWork(person);
  const owned = await eraseBelongings(person);
  return isLate(person) ? undefined : staffed + entered + owned;
}

/**
 * One person. Everything goes at once; then again, when whatever was under way is over by then, until nothing is found any more.
 * The document goes last: as long as it is there a run that died is found again, and nobody begins anew in what is being erased.
 */
async function erase(uid: string, now: number, deadline: number): Promise<boolean> {
  const erasure = await beginErasure(uid, randomId(), now);
  if (!erasure || !isSweepDue(erasure, now)) return false;
  const found = await sweep({ uid, salt: erasure.salt, now, deadline }, erasure);
  if (found === undefined) return false;
  if (!isErased(erasure, found)) {
    await noteSwept(uid, erasure, now);
    return false;
  }
  await removeLimits(uid);
  return (await removePerson(uid, erasure)) > 0;
}

/** Erases accounts whose 72 hours are over; how many are gone. Any number may run at once. */
export const eraseAccounts = async (now: number, deadline: number): Promise<number> =>
  inTurn(await findErasable(now, PERSONS), deadline, uid => erase(uid, now, deadline));
