import * as v from 'valibot';
import { checkTexts } from '../checks/checking';
import { storedContactOf, storedMeOf } from '../contacts/document';
import { me, others } from '../contacts/schema';
import { fillContacts } from '../contacts/store';
import type { CallFacts } from '../gateway/action';
import { line } from '../items/schema';
import { NICKNAME_MAX } from '../people/rules';
import { DEFAULT_SETTINGS, settingsFields } from '../people/schema';
import { changeSettings, readPerson, writeProfile } from '../people/store';
import type { PersonPart } from './document';

/** As a file with everything has it; each thing for itself, what cannot be read is left out. */
const given = v.object({
  settings: v.fallback(v.optional(v.object(settingsFields)), undefined),
  nickname: v.fallback(v.optional(line(NICKNAME_MAX)), undefined),
  contacts: v.fallback(v.optional(v.object({ me, others })), undefined),
});

/** What a file says of its person, with phone numbers sealed; undefined when that is nothing. */
export function personPartOf(value: unknown, uid: string): PersonPart | undefined {
  const read = v.safeParse(given, value);
  if (!read.success) return undefined;
  const { settings, nickname, contacts } = read.output;
  const part = {
    ...(settings && { settings }),
    ...(nickname !== undefined && { nickname }),
    ...(contacts && Object.keys(contacts.me).length > 0 && { me: storedMeOf(uid, contacts.me) }),
    ...(contacts &&
      contacts.others.length > 0 && {
        others: contacts.others.map(contact => storedContactOf(uid, contact)),
      }),
  };
  return Object.keys(part).length > 0 ? part : undefined;
}

/**
 * Brings back what a file says of its person where there is nothing yet: settings that were never changed, a nickname and
 * contacts that are missing. What is there stays, so that doing it again changes nothing.
 */
export async function bringBack(part: PersonPart, { uid, openid }: CallFacts): Promise<void> {
  const { settings, nickname, me: own, others: book } = part;
  const { me: person } = await readPerson(uid);
  const untouched = Object.entries(settings ?? {}).filter(([name, value]) => {
    const key = name as keyof typeof DEFAULT_SETTINGS;
    return person.settings[key] === DEFAULT_SETTINGS[key] && value !== DEFAULT_SETTINGS[key];
  });
  if (untouched.length > 0) await changeSettings(uid, Object.fromEntries(untouched));
  if (nickname !== undefined && person.profile.nickname === undefined) {
    const verdict = await checkTexts(openid, 'profile', [nickname]);
    if (verdict !== 'refused') await writeProfile(uid, { nickname });
  }
  if (own || book) await fillContacts(uid, own ?? {}, book ?? []);
}
