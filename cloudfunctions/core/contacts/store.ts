import type { ContactsView } from '../../../typings/contract/entries';
import { collection } from '../platform/database';
import { contactsView, filledContacts, type StoredContact, type StoredMe, storedMeOf } from './document';
import { CONTACTS_MAX } from './schema';

const contacts = collection('contacts');

/** Undefined for somebody who never saved any: one request. */
export async function readContacts(uid: string): Promise<ContactsView | undefined> {
  const [document] = await contacts.find({ _id: uid }, { limit: 1 });
  return document === undefined ? undefined : contactsView(document);
}

/** Replaces what is given, whole; the rest stays. One request, up to three the first time. */
export async function saveContacts(
  uid: string,
  changes: { me?: StoredMe; others?: StoredContact[] },
): Promise<ContactsView> {
  const update = () => contacts.updateOne({ _id: uid }, { $set: changes });
  const changed = await update();
  if (changed !== undefined) return contactsView(changed);
  const document = { _id: uid, ...changes };
  if (await contacts.insert(document)) return contactsView(document);
  return contactsView(await update());
}

/** What one's next form begins with. */
export const rememberMe = (uid: string, me: ContactsView['me']): Promise<ContactsView> =>
  saveContacts(uid, { me: storedMeOf(uid, me) });

/** Adds what is missing, see `filledContacts`; done again it changes nothing. Two requests, one more the first time. */
export async function fillContacts(uid: string, me: StoredMe, others: StoredContact[]): Promise<void> {
  const [document] = await contacts.find({ _id: uid }, { limit: 1 });
  await saveContacts(uid, filledContacts(document ?? { _id: uid }, me, others, CONTACTS_MAX));
}
