import { QUIET_MS } from '../accounts/rules';
import { anchorLikes } from '../contents/store';
import { type ErasedPerson, isLate } from '../forgetting/person';
import { pictureFilesOf } from '../people/pictures';
import { deleteFiles, StorageOutage } from '../platform/storage';
import { eraseUploads } from '../uploads/store';
import {
  clearPerson,
  disownDecisions,
  leaveCases,
  leaveNetworks,
  removeExports,
  removeItems,
  removeLines,
  removeOwned,
  someItems,
} from './store';

/** Items a round: one read, two for what was counted of the likes among them, one write. */
const ROUND = 500;

/** What was liked keeps the highest count it ever had, also when the likes of an account go. */
async function eraseItems(person: ErasedPerson): Promise<number> {
  const { uid, salt, now } = person;
  let erased = 0;
  for (;;) {
    const found = await someItems(uid, ROUND);
    const likes = found.filter(({ kind }) => kind === 'like').map(({ _id }) => _id);
    if (likes.length > 0) await anchorLikes({ _id: salt, owner: uid, position: erased }, likes, now);
    const ids = found.map(({ _id }) => _id);
    if (ids.length > 0) erased += await removeItems(uid, ids);
    if (found.length < ROUND || isLate(person)) return erased;
  }
}

async function erasePictures({ uid }: ErasedPerson): Promise<void> {
  if (!(await deleteFiles(await pictureFilesOf(uid)))) throw new StorageOutage('pictures were not deleted');
  await clearPerson(uid);
}

/**
 * Everything that is a person's alone; gives how much there was. Each part is repeated safely. Throws StorageOutage when files
 * are not deleted: what knows them stays, for the next run.
 */
export async function eraseBelongings(person: ErasedPerson): Promise<number> {
  const { uid, now } = person;
  const items = await eraseItems(person);
  if (isLate(person)) return items;
  await erasePictures(person);
  const exported = await removeExports(uid, now);
  const uploaded = await eraseUploads(uid, now - QUIET_MS);
  const owned = await removeOwned(uid);
  const cases = await leaveCases(uid);
  const seen = await leaveNetworks(uid);
  await disownDecisions(uid);
  return items + exported + uploaded + owned + cases + seen + (await removeLines(uid));
}
