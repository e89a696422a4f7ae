import { isDeepStrictEqual } from 'node:util';
import type { InputOf } from '../../../../typings/contract/api';
import type { Answer } from '../../../../typings/contract/entries';
import type { ChainField } from '../../../../typings/contract/fields';
import type { ChainDocument } from '../../chains/document';
import { type ChainCall, defineChainAction, isAtLeast } from '../../chains/gate';
import { checkTexts } from '../../checks/checking';
import { done, type Outcome, refuse } from '../../gateway/refusal';
import { encodeSeat } from '../../seats/book';
import { refitted } from '../../seats/changes';
import { changeSeats, type Planned } from '../../seats/store';
import { termsOf } from '../../seats/terms';
import { isHeavy } from '../../seats/weight';
import { nobodyWaitsFor } from '../../seats/write';
import { readAnswers } from '../answers';
import { authorAfter } from '../authorship';
import type { EntryDocument } from '../document';
import { refuseManyPlaces, refuseOtherFields } from '../entering';
import { asLimitedWrite } from '../limited-write';
import { findMySeat } from '../mine';
import { clearAnswers, keptAnswers, mergedAnswers } from '../personal';
import { checkableTexts } from '../rechecking';
import { entryReply } from '../reply';
import { picksOf } from '../rules';
import { editEntryInput } from '../schema';
import { entryEventBy } from '../staff-event';
import { type DetailChanges, keepDetails, readEntry } from '../store';
import { refuseForState, refuseForTime } from '../time-refusal';
import { readsClear } from '../views';

type Input = InputOf<'chains.editEntry'>;

/** What was erased when its time had come is not asked for again. */
const answerableFields = (fields: ChainField[], { erasedFor }: EntryDocument): ChainField[] =>
  erasedFor === undefined
    ? fields
    : fields.map(field => (field.personal ? { ...field, required: false } : field));

/** What the entry says afterwards. Answers that are not given stay, also when they would not be taken today. */
function answersAfter(
  entry: EntryDocument,
  { answers: given }: Input,
  call: ChainCall,
): Outcome<Record<string, Answer>> {
  if (!given) return done(clearAnswers(entry));
  const fields = answerableFields(call.chain.settings.fields, entry);
  return readAnswers(fields, readsClear(call, entry) ? given : mergedAnswers(entry, fields, given));
}

/** More is taken like a new place: there must be as much, and nobody waiting for it. */
function planFor(
  { entryId, places }: Input,
  call: ChainCall,
  answers: Record<string, Answer>,
  chain: ChainDocument,
): Planned {
  const seat = findMySeat({ ...call, chain }, entryId);
  if ('error' in seat) return seat;
  // The answers are kept as the fields were: open or sealed.
  if (!isDeepStrictEqual(chain.settings.fields, call.chain.settings.fields)) return refuseOtherFields();
  const wanted = places ?? seat.places;
  const fit = { places: wanted, picks: picksOf(chain.settings, wanted, answers) };
  if (encodeSeat({ ...seat, ...fit }) === encodeSeat(seat)) return 'done';
  const after = refitted(chain.book, seat, fit, termsOf(chain, call.now).frozen);
  if (!after) return refuse('FULL', { message: '名额不够' });
  const isMore = Object.keys(fit.picks).length > Object.keys(seat.picks).length;
  if (isMore && isHeavy(after.book))
    return refuse('TOO_LARGE', { message: '这个接龙的报名记录太多，不能再多选了' });
  return { book: after.book, match: nobodyWaitsFor(after.more) };
}

/** The details as they are kept. An edit of the places alone changes no text. */
function changesOf(
  { entryId, name, places, answers: given }: Input,
  call: ChainCall,
  entry: EntryDocument,
  answers: Record<string, Answer>,
  isChecking: boolean | undefined,
): DetailChanges {
  const kept = given && keptAnswers(entryId, call.chain.settings.fields, answers, entry.sealed);
  return {
    ...(name !== undefined && { name }),
    ...(places !== undefined && { places }),
    ...(kept && { kept, author: authorAfter(call, entry, answers) }),
    ...(isChecking !== undefined && { isChecking }),
  };
}

async function edit(input: Input, call: ChainCall, entry: EntryDocument, answers: Record<string, Answer>) {
  const { chain, openid, now } = call;
  const isText = input.name !== undefined || input.answers !== undefined;
  const said = { ...entry, name: input.name ?? entry.name, answers };
  const texts = isText ? checkableTexts(chain.settings.fields, said) : [];
  const verdict = isText ? await checkTexts(openid, 'social', texts) : undefined;
  if (verdict === 'refused') return refuse('CONTENT_REFUSED');
  const changed = await changeSeats(chain, { now, plan: read => planFor(input, call, answers, read) });
  if (!changed.ok) return changed;
  const changes = changesOf(input, call, entry, answers, verdict && verdict === 'waiting');
  const event = entryEventBy(call, entry, 'entry-edited');
  const kept = await keepDetails(input.entryId, changes, event);
  return kept ? entryReply(changed.chain, kept, call) : refuse('NOT_FOUND');
}

/** Five requests. The seat first: an edit that is not to be had changes nothing. */
export const editEntry = defineChainAction<'chains.editEntry'>({
  who: 'participant',
  input: editEntryInput,
  // What people do to their own stands in the entry.
  logs: ({ entry }) =>
    entry.mine === 'no' ? { what: 'entries-handled', kind: 'chain', count: 1 } : undefined,
  run: async (input, call) => {
    const { chain, role, now } = call;
    const seat = findMySeat(call, input.entryId);
    if ('error' in seat) return seat;
    const isMore = (input.places ?? 0) > seat.places;
    const refused =
      (isAtLeast(role, 'organizer') ? refuseForState(chain) : refuseForTime(chain, now)) ??
      (isMore ? refuseManyPlaces(chain, input.places ?? 1) : undefined);
    if (refused) return refused;
    const entry = await readEntry(input.entryId);
    if (!entry) return refuse('NOT_FOUND');
    const answers = answersAfter(entry, input, call);
    if (!answers.ok) return answers;
    return asLimitedWrite(call, () => edit(input, call, entry, answers.data));
  },
});
