import type { Quota } from '../../../typings/contract/errors';
import type { Audience, ReminderResult } from '../../../typings/contract/notices';
import type { ChainDocument } from '../chains/document';
import { refusalOf } from '../chains/rules';
import { findChain } from '../chains/store';
import { takeReminder } from '../limits/store';
import { type Target, targetsOf } from './audience';
import { type Delivery, deliverAll, type Notice, pageOf } from './delivering';
import type { ReminderDocument } from './document';
import { inTurn } from './in-turn';
import { reminderValues } from './messages';
import { NAMES_MAX, readyText } from './ready-text';
import { findDueReminders, moveReminder, reachableOf } from './store';

/** rules.md: people a send, and ms between two sends. */
const WAVE_MAX = 200;
export const APART_MS = 15 * 60_000;
/** What could not be sent for so long is given up. */
export const KEPT_MS = 7 * 86_400_000;
/** Reminders a run looks at; the others come in the next minute. */
const REMINDERS_MAX = 20;

/** Reminding somebody of what cannot be done any more only annoys. */
export function isTooLate(chain: ChainDocument, audience: Audience, now: number): boolean {
  if (!['open', 'closed'].includes(chain.state)) return true;
  return audience === 'unanswered' && refusalOf(chain, now) !== undefined;
}

/** Names without repetition, ≤ 100. */
export const someNames = (targets: Target[]): string[] =>
  [...new Set(targets.map(({ name }) => name))].filter(name => name !== '').slice(0, NAMES_MAX);

const uidsOf = (results: Map<string, Delivery>, wanted: Delivery[]): string[] =>
  [...results].filter(([, result]) => wanted.includes(result)).map(([uid]) => uid);

/** A reminder after a wave, and what is left of the chain's limit. */
export interface Wave {
  reminder: ReminderDocument;
  quota: Quota;
}

/**
 * Sends one wave of a reminder that the caller has claimed by moving `nextAt`: ≤ 200 messages, if the chain's limit allows one
 * more now; the rest waits. Who got it is written down with each person, so a wave that breaks off repeats for nobody.
 */
export async function runWave(
  chain: ChainDocument,
  reminder: ReminderDocument,
  targets: Target[],
  now: number,
  deadline: number,
): Promise<Wave> {
  const { _id: id, nextAt } = reminder;
  const taken = await takeReminder(chain._id, now);
  const { quota } = taken;
  if (!taken.ok)
    return { quota, reminder: (await moveReminder(id, nextAt, { nextAt: taken.retryAt })) ?? reminder };
  const values = reminderValues(chain.settings, reminder.hint, now);
  const notice: Notice = { id, kind: 'reminder', page: pageOf(chain._id), values };
  const results = await deliverAll(reminder.people.slice(0, WAVE_MAX), () => notice, deadline);
  const handled = new Set(uidsOf(results, ['sent', 'unreachable', 'wrong']));
  const missed = new Set(uidsOf(results, ['unreachable', 'wrong']));
  const people = reminder.people.filter(uid => !handled.has(uid));
  const names = someNames(targets.filter(({ uid }) => uid !== undefined && missed.has(uid)));
  const changes = {
    people,
    names: [...new Set([...reminder.names, ...names])].slice(0, NAMES_MAX),
    unreachable: reminder.unreachable + missed.size,
    state: people.length > 0 ? ('waiting' as const) : ('done' as const),
    nextAt: now + APART_MS,
  };
  const after = await moveReminder(id, nextAt, changes, uidsOf(results, ['sent']).length);
  return { quota, reminder: after ?? reminder };
}

/** The next wave of a waiting reminder, for those of its people whom it still concerns. */
async function resume(due: ReminderDocument, now: number, deadline: number): Promise<boolean> {
  const claimed = await moveReminder(due._id, due.nextAt, { nextAt: now + APART_MS });
  if (!claimed) return false;
  const chain = await findChain(claimed.chain);
  const targets =
    chain && !isTooLate(chain, claimed.audience, now) ? await targetsOf(chain, claimed.audience) : [];
  const concerned = new Set(targets.map(({ uid }) => uid));
  const people = await reachableOf(
    claimed.people.filter(uid => concerned.has(uid)),
    'reminder',
    claimed._id,
  );
  if (chain && people.length > 0) await runWave(chain, { ...claimed, people }, targets, now, deadline);
  else await moveReminder(claimed._id, claimed.nextAt, { people: [], state: 'done' });
  return true;
}

/** Courier: waves that are due. */
export const remindDue = async (now: number, deadline: number): Promise<number> =>
  inTurn(await findDueReminders(now, REMINDERS_MAX), deadline, due => resume(due, now, deadline));

export function resultOf(chain: ChainDocument, reminder: ReminderDocument, own = ''): ReminderResult {
  const { audience, sent, people, nextAt, unreachable, names } = reminder;
  return {
    ...{ sent, queued: people.length, unreachable, names },
    ...(people.length > 0 && { nextAt }),
    text: readyText(chain.settings, audience, { names, count: unreachable, own }),
  };
}
