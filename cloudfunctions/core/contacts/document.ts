import * as v from 'valibot';
import type { Contact, ContactsView } from '../../../typings/contract/entries';
import { foldedName } from '../entries/keys';
import { shortHash } from '../platform/crypto';
import { seal, unsealed } from '../platform/sealing';

export const storedContact = v.object({
  id: v.string(),
  name: v.string(),
  relation: v.exactOptional(v.string()),
  /** Sealed. */
  phone: v.exactOptional(v.string()),
});

export const storedMe = v.object({ name: v.exactOptional(v.string()), phone: v.exactOptional(v.string()) });

const contactsDocument = v.object({
  _id: v.string(),
  me: v.optional(storedMe, {}),
  others: v.optional(v.array(storedContact), []),
});

type Me = ContactsView['me'];
export type StoredContact = v.InferOutput<typeof storedContact>;
export type StoredMe = v.InferOutput<typeof storedMe>;

const ME = 'me';

const placeOf = (owner: string, id: string): string => `contacts/${owner}/${id}`;

/** The same name is the same person, so a contact keeps its id when the list is saved anew. */
const idOf = (owner: string, name: string): string => shortHash('contact', owner, foldedName(name));

const sealedPhone = (owner: string, id: string, phone: string | undefined): { phone?: string } =>
  phone === undefined ? {} : { phone: seal(phone, placeOf(owner, id)) };

/** Without the phone when it cannot be opened. */
function withClearPhone<T extends { phone?: string }>(owner: string, id: string, { phone, ...rest }: T) {
  const clear = phone === undefined ? undefined : unsealed(phone, placeOf(owner, id), 'contacts');
  return { ...rest, ...(clear !== undefined && { phone: clear }) };
}

export function storedContactOf(owner: string, contact: Omit<Contact, 'id'>): StoredContact {
  const id = idOf(owner, contact.name);
  return { ...contact, id, ...sealedPhone(owner, id, contact.phone) };
}

export const storedMeOf = (owner: string, me: Me): StoredMe => ({
  ...me,
  ...sealedPhone(owner, ME, me.phone),
});

/** The same contacts with those that are missing, as far as there is room; what is there stays as it is. */
export function filledContacts(document: unknown, me: StoredMe, others: StoredContact[], max: number) {
  const { me: own, others: known } = v.parse(contactsDocument, document);
  const added = others.filter(({ id }) => known.every(one => one.id !== id));
  return { me: { ...me, ...own }, others: [...known, ...added].slice(0, Math.max(max, known.length)) };
}

/** What its owner sees; nobody else sees anything of it. */
export function contactsView(document: unknown): ContactsView {
  const { _id: owner, me, others } = v.parse(contactsDocument, document);
  return {
    me: withClearPhone(owner, ME, me),
    others: others.map(contact => withClearPhone(owner, contact.id, contact)),
  };
}
