import { heirOf } from '../accounts/rules';
import { organize, persistently } from '../chains/changing';
import type { ChainDocument, StaffMember } from '../chains/document';
import { eventOf, logged } from '../chains/events';
import { ownerOf, staffFields, transferred } from '../chains/staff';
import { findChain } from '../chains/store';
import { shortHash } from '../platform/crypto';
import { deleteFiles, StorageOutage } from '../platform/storage';
import type { ErasedPerson } from './person';
import { ERASED_NAME, imagesOf, staffWithout } from './rules';
import { renameOrganizer } from './store';

/** Deletes the pictures that the person uploaded for a chain; gives those that stay. */
export async function imagesWithout(chain: ChainDocument, uid: string): Promise<string[]> {
  const { images } = chain.settings;
  const own = imagesOf(images, uid);
  if (own.length > 0 && !(await deleteFiles(own))) throw new StorageOutage('pictures were not deleted');
  return images.filter(image => !own.includes(image));
}

/** The chain is the successor's. What it says stays, the pictures and the name of who made it go. */
async function handOver(chain: ChainDocument, heir: StaffMember, person: ErasedPerson) {
  const { uid, salt, now } = person;
  const request = shortHash('request', salt, chain._id);
  await renameOrganizer(chain._id, heir.name, request);
  const staff = staffWithout(transferred(chain.staff, heir.uid), uid);
  const event = eventOf(chain, undefined, {
    ...{ at: now, what: 'transferred', subject: heir.name, about: [heir.uid], detail: '原发起人已注销' },
  });
  const settings = {
    'settings.organizerName': heir.name,
    'settings.images': await imagesWithout(chain, uid),
  };
  return organize(
    chain,
    { state: chain.state, staff: chain.staff, rev: chain.rev },
    {
      $set: { ...staffFields(staff), ...settings, request },
      $inc: { rev: 1 },
      $addToSet: { formerStaff: uid },
      $push: logged(event),
    },
    now,
  );
}

/** Nobody takes it over: it goes as if its owner had erased it, and there is no way back. */
const erase = (chain: ChainDocument, { now }: ErasedPerson) => {
  const { state, trashedAt = now } = chain;
  const erasing = { state: 'erasing', trashedAt, purgeAt: now };
  return organize(chain, { state, staff: chain.staff }, { $set: erasing }, now);
};

/** Others go on without the person. */
function resign(chain: ChainDocument, { uid, now }: ErasedPerson) {
  const { state, staff } = chain;
  const event = eventOf(chain, undefined, {
    ...{ at: now, what: 'appointed', subject: ERASED_NAME, detail: '账号已注销' },
  });
  const $set = staffFields(staffWithout(staff, uid));
  const update = { $set, $addToSet: { formerStaff: uid }, $push: logged(event) };
  return organize(chain, { state, staff }, update, now);
}

async function leaveStaff(chain: ChainDocument, person: ErasedPerson): Promise<true | undefined> {
  const { staff, state } = chain;
  if (state === 'erasing' || !staff.some(({ uid }) => uid === person.uid)) return true;
  if (ownerOf(staff)?.uid !== person.uid) return (await resign(chain, person)) && true;
  // Trashed by its owner: that was the last word about it.
  const heir = state === 'trashed' ? undefined : heirOf(staff);
  return (await (heir ? handOver(chain, heir, person) : erase(chain, person))) && true;
}

/** Takes a person off the staff of a chain: an own one goes to the successor, or is erased. */
export async function endStaff(chainId: string, person: ErasedPerson): Promise<void> {
  const chain = await findChain(chainId);
  if (chain) await persistently(chain, current => leaveStaff(current, person));
}
