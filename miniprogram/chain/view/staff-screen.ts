import type { ChainRole, ChainStaff, ChainView } from '../../../typings/contract/chains';
import type { EntryView } from '../../../typings/contract/entries';
import { type Avatar, avatarOf } from '../../view/avatar';
import { grouped } from '../../view/numbers';
import { actionsPick, type PickView } from '../../view/pick';
import { roles } from '../copy/panel';
import { staff as copy } from '../copy/staff';

export interface StaffRow extends Avatar {
  id: string;
  name: string;
  role: string;
  successor: string;
  canChange: boolean;
}

export type StaffAct = 'organizer' | 'volunteer' | 'successor' | 'no-successor' | 'off' | 'hand-over';

/** The successor may take over alone once the owner's account is gone; the server knows whether it is. */
export const canTakeOver = (staff: readonly ChainStaff[], myUid: string, myRole: ChainRole): boolean =>
  myRole !== 'owner' && staff.some(({ uid, successor }) => successor && uid === myUid);

export const staffRows = ({ staff = [], myRole }: Pick<ChainView, 'staff' | 'myRole'>): StaffRow[] =>
  staff.map(({ uid, name, role, successor }) => ({
    id: uid,
    name,
    ...avatarOf(name),
    role: roles[role],
    successor: successor ? copy.successor : '',
    canChange: myRole === 'owner' && role !== 'owner',
  }));

const actNames: Record<StaffAct, string> = {
  organizer: copy.asOrganizer,
  volunteer: copy.asVolunteer,
  successor: copy.asSuccessor,
  'no-successor': copy.noSuccessor,
  'hand-over': copy.handOver,
  off: copy.off,
};

/** What the owner may do with one of the staff. */
export function staffPick({ name, role, successor }: ChainStaff): PickView {
  const acts: StaffAct[] = [
    role === 'organizer' ? 'volunteer' : 'organizer',
    successor ? 'no-successor' : 'successor',
    'hand-over',
    'off',
  ];
  return actionsPick(name, Object.fromEntries(acts.map(id => [id, actNames[id]])));
}

/** Who may become one of the staff: those who entered themselves and are not yet. */
export function candidatePick(name: string): PickView {
  const acts: StaffAct[] = ['organizer', 'volunteer'];
  return actionsPick(name, Object.fromEntries(acts.map(id => [id, actNames[id]])));
}

/** Shown of those found. */
const MOST = 20;

export interface Candidate extends Avatar {
  id: string;
  name: string;
  number: string;
}

export const candidates = (entries: readonly EntryView[]): { rows: Candidate[]; isCut: boolean } => {
  const own = entries.filter(
    ({ by, keyedIn, mine }) => by === undefined && keyedIn !== true && mine !== 'own',
  );
  const rows = own.slice(0, MOST).map(({ entryId, name, number }) => ({
    id: entryId,
    name,
    ...avatarOf(name),
    number: copy.joined(grouped(number)),
  }));
  return { rows, isCut: own.length > MOST };
};
