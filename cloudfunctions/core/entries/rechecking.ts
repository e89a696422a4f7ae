import type { ChainField } from '../../../typings/contract/fields';
import { checkTexts } from '../checks/checking';
import type { EntryDocument } from './document';
import { changeEntry } from './store';
import { mineOf, type Reader } from './views';

/** WeChat is asked about the same text again after so long, ms. */
const AGAIN_MS = 60_000;

/** What others can read of an entry. Personal answers are for organizers, who may read what nobody checked. */
export const checkableTexts = (
  fields: ChainField[],
  { name, byName, answers }: Pick<EntryDocument, 'name' | 'byName' | 'answers'>,
): string[] => {
  const written = fields.filter(
    ({ type, personal }) => !personal && (type === 'text' || type === 'paragraph'),
  );
  const texts = written.map(({ id }) => answers[id]);
  return [name, byName, ...texts].filter(text => typeof text === 'string');
};

/** An edit in between brings texts of its own, which this verdict is not about. */
async function recheckEntry(
  entry: EntryDocument,
  { chain, openid, now }: Reader & { openid: string },
): Promise<EntryDocument> {
  const texts = checkableTexts(chain.settings.fields, entry);
  const isPassed = (await checkTexts(openid, 'social', texts)) === 'pass';
  const changes = isPassed ? { $unset: { checkedAt: '' } } : { $set: { checkedAt: now } };
  const { checkedAt } = entry;
  return (await changeEntry(entry._id, { checkedAt }, changes)) ?? entry;
}

/** Of these entries, asks again about the texts of the reader that wait for their check: at most once a minute. */
export function recheckEntries(
  entries: EntryDocument[],
  reader: Reader & { openid: string },
): Promise<EntryDocument[]> {
  const isDue = ({ checkedAt, ...entry }: EntryDocument): boolean =>
    checkedAt !== undefined && checkedAt <= reader.now - AGAIN_MS && mineOf(entry, reader.uid) !== 'no';
  return Promise.all(entries.map(entry => (isDue(entry) ? recheckEntry(entry, reader) : entry)));
}
