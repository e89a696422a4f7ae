import * as v from 'valibot';
import type { InputOf } from '../../../../typings/contract/api';
import type { ChainView } from '../../../../typings/contract/chains';
import type { ChainDraft } from '../../../../typings/contract/fields';
import { seatOf } from '../../entries/keys';
import { eraseAtOf } from '../../entries/rules';
import { entryId } from '../../entries/schema';
import { namesOf } from '../../entries/store';
import { exactObject } from '../../gateway/input';
import { type Outcome, type Refused, refuse } from '../../gateway/refusal';
import { type Query, READ_MAX, type Update } from '../../platform/database';
import { groupsOf } from '../../platform/groups';
import { type Recapacity, recapacity } from '../../seats/capacity';
import { termsOf } from '../../seats/terms';
import { organize, persistently } from '../changing';
import type { ChainDocument } from '../document';
import { changedSettings } from '../draft';
import { refuseEdit, refuseEditedTexts } from '../edit-refusals';
import { changedNames, describeChanges, losesVerdict, lostFields } from '../edit-rules';
import { eventOf, logged } from '../events';
import { whole } from '../field-schema';
import { type ChainCall, defineChainAction } from '../gate';
import { chainReply } from '../reply';
import { chainChanges, chainId } from '../schema';

type Edit = InputOf<'chains.edit'>;

/** Names in a line of the history, before "and so many others". */
const NAMES_SHOWN = 5;

/** A request for every thousand. */
async function allNames(ids: string[]): Promise<Map<string, string>> {
  const found = await Promise.all(groupsOf(ids, READ_MAX).map(namesOf));
  return new Map(found.flatMap(names => [...names]));
}

async function refuseDisplacing(displaced: string[]): Promise<Refused> {
  const names = await allNames(displaced);
  const message = `名额不够，会有 ${displaced.length} 人失去位置，请确认后把他们转到候补`;
  return refuse('CONFLICT', {
    message,
    displaced: displaced.map(id => ({ entryId: id, name: names.get(id) ?? '' })),
  });
}

async function movedSubject({ book }: ChainDocument, moved: string[]) {
  const named = moved.slice(0, NAMES_SHOWN);
  const shown = [...(await namesOf(named)).values()].join('、');
  return {
    subject: moved.length > NAMES_SHOWN ? `${shown}等 ${moved.length} 人` : shown,
    about: named.flatMap(id => seatOf(book, id)?.uid ?? []),
  };
}

interface Planned {
  chain: ChainDocument;
  after: ChainDraft;
  places: Recapacity & { ok: true };
}

/** Settings and places change in one write. */
async function editUpdate({ chain, after, places }: Planned, { uid, now }: ChainCall): Promise<Update> {
  const { settings, createdAt, state } = chain;
  const detail = describeChanges(changedNames(settings, after));
  const events = [eventOf(chain, uid, { at: now, what: 'edited', detail })];
  if (places.moved.length > 0) {
    const moved = await movedSubject(chain, places.moved);
    events.push(eventOf(chain, uid, { at: now, what: 'moved-to-waitlist', ...moved }));
  }
  const { update } = places;
  return {
    ...update,
    $set: {
      ...update.$set,
      ...{ settings: after, eraseAt: eraseAtOf(after, createdAt) },
      // It was checked again with this edit.
      ...(state === 'checking' && { state: 'open' }),
    },
    $inc: { ...update.$inc, rev: 1 },
    $push: { ...update.$push, ...logged(...events) },
    $unset: { ...update.$unset, ...(losesVerdict(settings, after, now) && { verdict: '' }) },
  };
}

/** Whoever joins while a field goes may have answered it: then it is looked at again. */
const nobodyNew = ({ settings, book }: ChainDocument, after: ChainDraft): Query =>
  lostFields(settings, after).length > 0 ? { [`book.order.${book.order.length}`]: { $exists: false } } : {};

async function edit(
  chain: ChainDocument,
  { rev, changes, toWaitlist }: Edit,
  call: ChainCall,
): Promise<Outcome<{ chain: ChainView }> | undefined> {
  const { now } = call;
  const after = changedSettings(chain.settings, changes);
  // It is so already: by this very call, if its reply was lost.
  if (changedNames(chain.settings, after).length === 0) return chainReply(chain, call);
  if (rev !== chain.rev) return refuse('CONFLICT', { message: '别人刚刚改过，请刷新后再改' });
  const refused = await refuseEdit(chain, changes, after, call.uid);
  if (refused) return refused;
  const places = recapacity(chain.book, after, toWaitlist, termsOf({ ...chain, settings: after }, now));
  if (!places.ok) return refuseDisplacing(places.displaced);
  const update = await editUpdate({ chain, after, places }, call);
  const match = { rev, state: chain.state, ...places.match, ...nobodyNew(chain, after) };
  const edited = await organize(chain, match, update, now);
  return edited && chainReply(edited, call);
}

/** Three requests when no places change hands; of a recurring chain some more, for its rounds. */
export const editChain = defineChainAction<'chains.edit'>({
  who: 'organizer',
  input: exactObject({
    chainId,
    rev: whole(1, Number.MAX_SAFE_INTEGER),
    changes: chainChanges,
    toWaitlist: v.exactOptional(v.pipe(v.array(entryId), v.maxLength(2000))),
  }),
  logs: ({ chain }) => ({ what: 'chain-edited', kind: 'chain', key: `${chain.chainId} ${chain.rev}` }),
  run: async (input, call) => {
    const refused = await refuseEditedTexts(call.chain, input.changes, call.openid);
    if (refused) return refused;
    const outcome = await persistently(call.chain, chain => edit(chain, input, call));
    return outcome ?? refuse('CONFLICT');
  },
});
