import * as v from 'valibot';
import type { Contact, ContactsView } from '../../../typings/contract/entries';
import { readPhone } from '../entries/answers';
import { foldedName } from '../entries/keys';
import { personName } from '../entries/schema';
import { exactObject } from '../gateway/input';
import { line } from '../items/schema';

export const CONTACTS_MAX = 30;
const RELATION_MAX = 10;

const phone = v.pipe(
  v.string(),
  v.maxLength(30),
  v.transform(text => readPhone(text) ?? ''),
  v.check(text => text !== '', 'a phone number'),
);

export const me = exactObject({
  name: v.exactOptional(personName),
  phone: v.exactOptional(phone),
}) satisfies v.GenericSchema<unknown, ContactsView['me']>;

const contact = exactObject({
  name: personName,
  relation: v.exactOptional(line(RELATION_MAX)),
  phone: v.exactOptional(phone),
}) satisfies v.GenericSchema<unknown, Omit<Contact, 'id'>>;

export const others = v.pipe(
  v.array(contact),
  v.maxLength(CONTACTS_MAX),
  v.check(all => new Set(all.map(({ name }) => foldedName(name))).size === all.length, 'different names'),
);
