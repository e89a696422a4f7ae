import type { Audience } from '../../../../typings/contract/notices';
import { eventOf } from '../../chains/events';
import { type ChainCall, defineChainAction } from '../../chains/gate';
import { recordEvents } from '../../chains/store';
import { checkTexts } from '../../checks/checking';
import { done, refuse } from '../../gateway/refusal';
import { shortHash } from '../../platform/crypto';
import { type Target, targetsOf } from '../audience';
import type { ReminderDocument } from '../document';
import { APART_MS, isTooLate, KEPT_MS, resultOf, runWave, someNames } from '../reminding';
import { remindInput } from '../schema';
import { findReminder, insertReminder, reachableOf } from '../store';

/** The first wave runs while the organizer waits; what is left then is sent by the courier. Milliseconds. */
const RUN_MS = 20_000;

const AUDIENCE_WORDS: Record<Audience, string> = {
  ...{ unanswered: '没有接龙的', in: '已报名的', waiting: '候补的', unpaid: '没有付款的' },
};

/** The reminder as it begins: nobody but this call may run its first wave, unless it dies on the way. */
async function draft(
  id: string,
  { chain, now }: ChainCall,
  audience: Audience,
  hint: string,
  targets: Target[],
): Promise<ReminderDocument> {
  const uids = [...new Set(targets.flatMap(({ uid }) => uid ?? []))];
  const people = await reachableOf(uids, 'reminder', id);
  const reachable = new Set(people);
  const missed = targets.filter(({ uid }) => uid === undefined || !reachable.has(uid));
  return {
    ...{ _id: id, chain: chain._id, audience, hint, people, names: someNames(missed) },
    ...{ unreachable: missed.length, sent: 0, state: people.length > 0 ? 'waiting' : 'done' },
    ...{ nextAt: now + APART_MS, expiresAt: now + KEPT_MS },
  };
}

/** Written down in the history before anybody is messaged, once however often the request comes. */
async function record(
  { _id, audience, people }: ReminderDocument,
  { chain, now, uid }: ChainCall,
): Promise<void> {
  const detail = `${AUDIENCE_WORDS[audience]} ${people.length} 人`;
  await recordEvents(chain._id, [{ ...eventOf(chain, uid, { at: now, what: 'reminded', detail }), _id }]);
}

export const remind = defineChainAction<'chains.remind'>({
  who: 'organizer',
  input: remindInput,
  logs: (_, { requestId: key }) => ({ what: 'reminded', kind: 'chain', key }),
  run: async ({ chainId, requestId, audience, text = '' }, call) => {
    const { chain, uid, now, openid } = call;
    if (isTooLate(chain, audience, now)) return refuse('CLOSED', { message: '已经截止，不用再提醒' });
    const id = shortHash('reminder', chainId, uid, requestId);
    const check = text === '' ? 'pass' : await checkTexts(openid, 'social', [text]);
    if (check === 'refused') return refuse('CONTENT_REFUSED', { path: 'text' });
    const targets = await targetsOf(chain, audience);
    // A text that WeChat has not looked at is the organizer's to paste, not ours to send.
    const reminder = await draft(id, call, audience, check === 'pass' ? text : '', targets);
    if (reminder.people.length > 0) await record(reminder, call);
    const isNew = await insertReminder(reminder);
    if (!isNew) return done(resultOf(chain, (await findReminder(id)) ?? reminder, text));
    // Without anybody to send to nothing is used up.
    if (reminder.people.length === 0) return done(resultOf(chain, reminder, text));
    const wave = await runWave(chain, reminder, targets, now, Date.now() + RUN_MS);
    return done(resultOf(chain, wave.reminder, text), wave.quota);
  },
});
