import type { EntryFields, EntryReply } from '../../../typings/contract/entries';
import type { ChainDocument } from '../chains/document';
import type { ChainCall } from '../chains/gate';
import { checkTexts } from '../checks/checking';
import { type Outcome, type Refused, refuse } from '../gateway/refusal';
import type { Seat } from '../seats/book';
import { joinWrite, type Newcomer } from '../seats/joining';
import { settle, takeSeat } from '../seats/store';
import { readAnswers } from './answers';
import type { EntryDocument, EntryEvent } from './document';
import { draftOf } from './draft';
import { entryIdOf, ownKey } from './keys';
import { asLimitedWrite } from './limited-write';
import { isKeptFor } from './personal';
import { checkableTexts } from './rechecking';
import { entryReply } from './reply';
import { picksOf } from './rules';
import { keepDraft, readEntry, removeDraft } from './store';

type Whose = Parameters<typeof draftOf>[0]['whose'];

/** Somebody enters an entry: for themselves, for somebody else, or for one who phoned in. */
export interface Entering {
  input: EntryFields & { requestId: string };
  /** Place in the book. */
  key: string;
  whose: Whose;
  event: EntryEvent;
  /** The organizers themselves do it: it needs no approval. */
  isApproved: boolean;
  /** Why the chain takes no such entry now; asked again on every reading of it. */
  refusal(chain: ChainDocument): Refused | undefined;
  /** What else it costs, before it takes the seat. */
  toll?(chain: ChainDocument): Promise<Refused | undefined>;
}

export function refuseManyPlaces({ settings }: ChainDocument, places: number): Refused | undefined {
  const { perPerson } = settings;
  if (places <= perPerson) return undefined;
  return refuse('TOO_LARGE', { path: 'places', max: perPerson, message: `每人最多报 ${perPerson} 个名额` });
}

/** Whose the seat is in the book; nobody's when it was keyed in. */
const personOf = (whose: Whose): Pick<Seat, 'uid' | 'by'> => {
  if ('uid' in whose) return { uid: whose.uid };
  return whose.keyedIn ? {} : { by: whose.by };
};

/** What the entry comes to on a chain as it is. */
function planOf(
  { input, key, whose, isApproved, refusal }: Entering,
  chain: ChainDocument,
  uid: string,
): Refused | { newcomer: Newcomer; answers: EntryFields['answers'] } {
  const places = input.places ?? 1;
  const refused = refusal(chain) ?? refuseManyPlaces(chain, places);
  if (refused) return refused;
  const answers = readAnswers(chain.settings.fields, input.answers);
  if (!answers.ok) return answers;
  const newcomer = {
    ...{ key, entryId: entryIdOf(key, input.requestId), ...personOf(whose), places },
    picks: picksOf(chain.settings, places, answers.data),
    ownKey: ownKey(chain._id, uid),
    ...(isApproved && { isApproved }),
    ...('keyedIn' in whose && { isKeyedIn: true as const }),
  };
  return { newcomer, answers: answers.data };
}

/** The first result again, as it is now. */
async function repeated(chain: ChainDocument, entryId: string, call: ChainCall) {
  const entry = await readEntry(entryId);
  return entry ? entryReply(chain, entry, call) : refuse('NOT_FOUND');
}

export const refuseOtherFields = (): Refused =>
  refuse('CONFLICT', { message: '发起人刚刚改了要填的内容，请看一遍再提交' });

/** Details first, so that a seat never lacks them; then the seat, which decides. */
async function seatDraft(
  entering: Entering,
  draft: EntryDocument,
  chain: ChainDocument,
  call: ChainCall,
): Promise<Outcome<EntryReply>> {
  const entry = await keepDraft(draft);
  const taken = await takeSeat(chain, call.now, read => {
    const planned = planOf(entering, read, call.uid);
    if ('error' in planned) return planned;
    return isKeptFor(entry, read.settings.fields) ? planned.newcomer : refuseOtherFields();
  });
  if (taken.ok) return entryReply(taken.chain, entry, call);
  const { isCertain, ...refused } = taken;
  // A draft that nobody needs is the janitor's; a seat without its details would be nobody's.
  if (isCertain) await removeDraft(entry);
  return refused;
}

/** Takes a place, or one in the waiting list. Four requests: the chain, the limit, the details, the seat. */
export async function enter(entering: Entering, call: ChainCall): Promise<Outcome<EntryReply>> {
  const { input, key, whose, event } = entering;
  const { uid, openid, now } = call;
  const entryId = entryIdOf(key, input.requestId);
  if (call.chain.book.order.includes(entryId)) return repeated(call.chain, entryId, call);
  const chain = await settle(call.chain, now);
  const planned = planOf(entering, chain, uid);
  if ('error' in planned) return planned;
  const tried = joinWrite(chain, planned.newcomer, now);
  if ('error' in tried) return tried;
  return asLimitedWrite(call, async () => {
    const { answers } = planned;
    const about = { name: input.name, answers, ...('byName' in whose && { byName: whose.byName }) };
    const verdict = await checkTexts(openid, 'social', checkableTexts(chain.settings.fields, about));
    if (verdict === 'refused') return refuse('CONTENT_REFUSED');
    const refused = await entering.toll?.(chain);
    if (refused) return refused;
    const draft = draftOf({
      ...{ chain, key, request: input.requestId, whose, name: input.name, places: input.places ?? 1 },
      ...{ answers, isChecking: verdict === 'waiting', event, now },
    });
    return seatDraft(entering, draft, chain, call);
  });
}
