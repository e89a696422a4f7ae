import type { Contact } from '../../../typings/contract/entries';
import { oneLine } from '../../view/one-line';
import { contacts as copy } from '../copy/join';
import { isPhone, nameProblem } from './form-problems';

/** The server keeps so many, and so many characters of a relation. */
export const MAX_CONTACTS = 30;
export const RELATION_MAX = 10;

/** What is typed about one person. */
export interface ContactForm {
  name: string;
  relation: string;
  phone: string;
}

export const blankContact: ContactForm = { name: '', relation: '', phone: '' };

export const contactForm = ({ name, relation = '', phone = '' }: Partial<Contact>): ContactForm => ({
  name: name ?? '',
  relation,
  phone,
});

export interface ContactRow {
  id: string;
  name: string;
  line: string;
}

export const contactRow = ({ id, name, relation = '', phone = '' }: Contact): ContactRow => ({
  id,
  name,
  line: oneLine(relation, phone),
});

export type ContactProblems = Partial<Record<keyof ContactForm, string>>;

/** Only what is wrong. `others`: those who are in the book besides. */
export function contactProblems(
  { name, phone }: ContactForm,
  others: readonly Contact[],
  isMe: boolean,
): ContactProblems {
  const isTwice = others.some(other => other.name === name.trim());
  const isNameless = isMe && name.trim() === '';
  const nameWrong = isNameless ? '' : nameProblem(name) || (isTwice ? copy.twice : '');
  const phoneWrong = phone.trim() === '' || isPhone(phone) ? '' : copy.phoneWrong;
  return {
    ...(nameWrong === '' ? {} : { name: nameWrong }),
    ...(phoneWrong === '' ? {} : { phone: phoneWrong }),
  };
}

/** What is kept of it: blank parts are not. */
export const contactFrom = ({ name, relation, phone }: ContactForm): Omit<Contact, 'id'> => ({
  name: name.trim(),
  ...(relation.trim() === '' ? {} : { relation: relation.trim() }),
  ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
});
