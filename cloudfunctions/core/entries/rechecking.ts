import type { ChainField } from '../../../typings/contract/fields';
import { checkTexts } from '../checks/checking';
import type { EntryDocument } from './document';
import { deferTexts, passTexts } from './store';
import type { Reader } from './views';

/** WeChat is asked about the same text again after so long, ms. */
const AGAIN_MS = 60_000;
/** Entries that are asked about one by one when not all of them pass together. */
const SINGLY_MAX = 5;

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

type Rechecking = Reader & { openid: string };

const passes = async (entries: EntryDocument[], { chain, openid }: Rechecking): Promise<boolean> => {
  const texts = entries.flatMap(entry => checkableTexts(chain.settings.fields, entry));
  return (await checkTexts(openid, 'social', texts)) === 'pass';
};

/** Those of the due entries that pass: all together as a rule, else the first few of them on their own. */
async function passing(due: EntryDocument[], call: Rechecking): Promise<EntryDocument[]> {
  if (await passes(due, call)) return due;
  if (due.length === 1) return [];
  const verdicts = await Promise.all(
    due.slice(0, SINGLY_MAX).map(async entry => ((await passes([entry], call)) ? [entry] : [])),
  );
  return verdicts.flat();
}

/** An edit in between brings texts of its own, which these verdicts are not about: it has a later `checkedAt`. */
async function recheck(due: EntryDocument[], call: Rechecking): Promise<Set<string>> {
  const { now } = call;
  const passed = await passing(due, call);
  const ids = passed.map(({ _id }) => _id);
  const known = new Set(ids);
  const isWaiting = ({ _id }: EntryDocument): boolean => !known.has(_id);
  await passTexts(ids, now - AGAIN_MS);
  const waiting = (some: EntryDocument[]) => some.filter(isWaiting).map(({ _id }) => _id);
  // Asked about on their own and not passed: the others come before them the next time.
  await deferTexts(waiting(due.slice(0, SINGLY_MAX)), now - AGAIN_MS, now + 1);
  if (passed.length === 0) await deferTexts(waiting(due.slice(SINGLY_MAX)), now - AGAIN_MS, now);
  return known;
}

/**
 * Of these entries, asks again about the texts of the reader that wait for their check: at most once a minute. No request
 * when none is due, three at most.
 */
export async function recheckEntries(entries: EntryDocument[], call: Rechecking): Promise<EntryDocument[]> {
  const dueAt = ({ checkedAt = call.now }: EntryDocument): number => checkedAt;
  const isMine = ({ uid, by }: EntryDocument): boolean => (uid ?? by) === call.uid;
  const due = entries.filter(entry => dueAt(entry) <= call.now - AGAIN_MS && isMine(entry));
  if (due.length === 0) return entries;
  const passed = await recheck(
    due.sort((one, other) => dueAt(one) - dueAt(other)),
    call,
  );
  return entries.map(entry => {
    if (!passed.has(entry._id)) return entry;
    const { checkedAt: _, ...rest } = entry;
    return rest;
  });
}
