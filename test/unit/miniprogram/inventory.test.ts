import { collections } from '../../../cloudfunctions/database.json';
import { inventory } from '../../../miniprogram/me/copy/inventory';

/** Folders of the cloud storage; those of imports, exports and chains are called like their collections. */
const FOLDERS = ['avatars'];

const places = inventory.flatMap(one => one.places);

test('every collection and folder is told of, once, and nothing else', () => {
  expect([...places].sort()).toEqual([...Object.keys(collections), ...FOLDERS].sort());
});

test('of everything it says why, how long, and who sees it', () => {
  for (const { what, why, kept, seen } of inventory)
    for (const text of [what, why, kept, seen]) expect(text).toMatch(/\p{Script=Han}/u);
});
