import type { ExportedPerson } from '../../../typings/contract/accounts';
import { readContacts } from '../contacts/store';
import { quotasOf } from '../limits/quotas';
import { readLimits } from '../limits/store';
import { readSubscription } from '../notices/store';
import { pictureFormatOf } from '../people/rules';
import { readPerson } from '../people/store';
import { downloadFile } from '../platform/storage';

const MIME = { jpg: 'image/jpeg', png: 'image/png', gif: 'image/gif', webp: 'image/webp' };

/** The picture as a data address; undefined when there is none, or the storage does not give it. */
async function pictureOf(fileId: string | undefined): Promise<string | undefined> {
  const bytes = fileId === undefined ? undefined : await downloadFile(fileId);
  const format = bytes && pictureFormatOf(bytes);
  return format && `data:${MIME[format]};base64,${Buffer.from(bytes).toString('base64')}`;
}

/** What is there once of a person. Four requests, and one to the storage for who has a picture. */
export async function readPersonRecord(uid: string, now: number): Promise<ExportedPerson> {
  const [{ me, avatar }, contacts, limits, subscription] = await Promise.all([
    readPerson(uid),
    readContacts(uid),
    readLimits(uid, now),
    readSubscription(uid),
  ]);
  const picture = await pictureOf(avatar);
  const { nickname } = me.profile;
  const { me: own, others } = contacts ?? { me: {}, others: [] };
  return {
    settings: me.settings,
    ...(nickname !== undefined && { nickname }),
    ...(picture !== undefined && { picture }),
    contacts: { me: own, others: others.map(({ id: _, ...contact }) => contact) },
    limits: quotasOf(limits, now),
    acceptedMessages: subscription?.left ?? {},
  };
}
