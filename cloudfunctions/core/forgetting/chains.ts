import { type ErasedPerson, isLate } from './person';
import { endStaff } from './staff';
import {
  chainsEntered,
  chainsOnceStaffed,
  chainsStaffed,
  countRoundsStaffed,
  forgetStaff,
  roundsOf,
  stopReminding,
} from './store';
import { forgetIn } from './traces';

/** Chains of one read. */
const ONCE_STAFFED = 50;

/** Each in turn, as long as there is time; gives how many there were. */
async function each(chainIds: string[], person: ErasedPerson, work: (id: string) => Promise<void>) {
  for (const id of chainIds) {
    if (isLate(person)) break;
    await work(id);
  }
  return chainIds.length;
}

/** The person can do nothing more in any chain; what is theirs alone goes. Gives how many chains that concerned. */
export async function endStaffs(person: ErasedPerson): Promise<number> {
  const staffed = await each(await chainsStaffed(person.uid), person, id => endStaff(id, person));
  return staffed + (await countRoundsStaffed(person.uid));
}

/** Entries that the person has or made, in chains of others. Gives how many chains had any. */
export async function forgetEntries(person: ErasedPerson): Promise<number> {
  await stopReminding(person.uid);
  return each(await chainsEntered(person.uid), person, id => forgetIn(id, person, { wasStaff: false }));
}

/**
 * What the person did as one of the staff, in the rounds of recurring chains too. Once no call from before can write any more:
 * each chain is looked through once and for all.
 */
export async function forgetStaffWork(person: ErasedPerson): Promise<void> {
  while (!isLate(person)) {
    const found = await chainsOnceStaffed(person.uid, ONCE_STAFFED);
    for (const id of found) {
      await each([...(await roundsOf(id)), id], person, one => forgetIn(one, person, { wasStaff: true }));
      if (isLate(person)) return;
      await forgetStaff(id, person.uid);
    }
    if (found.length < ONCE_STAFFED) return;
  }
}
