import type { StaffMember } from './document';
import { STAFF_MAX } from './rules';

/** Somebody who gets a role, or loses it. */
export interface Appointment {
  uid: string;
  name: string;
  role: 'participant' | 'volunteer' | 'organizer';
  /** Named to take over: of all staff one at most. */
  successor: boolean;
}

/** The staff afterwards; undefined when there would be too many. The owner stays first and is never touched. */
export function appointed(staff: StaffMember[], { role, ...person }: Appointment): StaffMember[] | undefined {
  const others = staff.filter(({ uid }) => uid !== person.uid);
  if (role === 'participant') return others;
  const unnamed = person.successor ? others.map(other => ({ ...other, successor: false })) : others;
  const place = staff.findIndex(({ uid }) => uid === person.uid);
  const member = { uid: person.uid, name: person.name, role, successor: person.successor };
  const after =
    place < 0 ? [...unnamed, member] : [...unnamed.slice(0, place), member, ...unnamed.slice(place)];
  return after.length > STAFF_MAX ? undefined : after;
}

/** The former owner stays organizer. Whoever takes over is nobody's successor any more. */
export function transferred(staff: StaffMember[], to: string): StaffMember[] {
  const after = staff.map((member): StaffMember => {
    if (member.uid === to) return { ...member, role: 'owner', successor: false };
    return member.role === 'owner' ? { ...member, role: 'organizer' } : member;
  });
  return after.sort((one, other) => Number(other.role === 'owner') - Number(one.role === 'owner'));
}

export const ownerOf = <T extends { role: string }>(staff: T[]): T | undefined =>
  staff.find(({ role }) => role === 'owner');

/** One person's row, for the `$set` of a write. */
export const staffFields = (staff: StaffMember[]) => ({ staff, staffUids: staff.map(({ uid }) => uid) });
