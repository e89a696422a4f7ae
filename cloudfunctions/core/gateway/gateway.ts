import type { Action, Reply } from '../../../typings/contract/api';
import { logCall } from '../logs/writing';
import { networkOf } from '../networks/address';
import { isAdministrator } from '../people/administrators';
import { MissingKey, randomId, uidOf } from '../platform/crypto';
import { DatabaseOutage } from '../platform/database';
import { callerOf } from '../platform/identity';
import { OpenapiOutage } from '../platform/openapi';
import { StorageOutage } from '../platform/storage';
import type { ActionEntry, CallFacts } from './action';
import { EVENT_MAX, isTooLarge, readInput } from './input';
import { CALLS_MAX, paceOf } from './pace';
import type { Outcome } from './refusal';
import { refuse } from './refusal';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A registry whose names are not known here. */
type AnyRegistry = { [A in Action]?: ActionEntry<A> };

const entryOf = (registry: AnyRegistry, action: unknown): ActionEntry<Action> | undefined =>
  typeof action === 'string' && Object.hasOwn(registry, action)
    ? (registry[action as Action] as ActionEntry<Action>)
    : undefined;

function refuseForPace(uid: string, now: number): Outcome<never> | undefined {
  const retryAt = paceOf(uid, now);
  if (retryAt === undefined) return undefined;
  return refuse('RATE_LIMITED', { policy: 'any-call', limit: CALLS_MAX, remaining: 0, retryAt });
}

const isAllowed = ({ who }: ActionEntry<Action>, uid: string): boolean =>
  who !== 'administrator' || isAdministrator(uid);

/** Gates in order of cost: size, action, identity, permission, pace, input; then the action itself. */
async function answer(
  registry: AnyRegistry,
  event: unknown,
  context: unknown,
  now: number,
): Promise<Outcome<unknown>> {
  if (isTooLarge(event))
    return refuse('TOO_LARGE', { message: '一次发来的内容太多，请分几次来', max: EVENT_MAX });
  if (!isRecord(event)) return refuse('BAD_INPUT', { path: '', expected: '{action, input}' });
  const entry = entryOf(registry, event['action']);
  if (!entry) return refuse('BAD_INPUT', { path: 'action', expected: 'a known action' });
  const { openid, address } = callerOf(context);
  if (!openid) return refuse('FORBIDDEN');
  const uid = uidOf(openid);
  if (!isAllowed(entry, uid)) return refuse('FORBIDDEN');
  const refused = refuseForPace(uid, now);
  if (refused) return refused;
  const input = readInput(entry.input, event['input']);
  const network = networkOf(address);
  const call: CallFacts = { uid, openid, now, ...(network !== undefined && { network }) };
  if (!input.ok) return input;
  const outcome = await entry.run(input.data, call);
  if (outcome.ok) await logCall(entry, { action: event['action'], input: input.data }, outcome.data, call);
  return outcome;
}

/** What is over without anybody changing the program. */
const OUTAGES = [DatabaseOutage, StorageOutage, OpenapiOutage, MissingKey];

function refusalFor(error: unknown): Outcome<never> {
  const requestId = randomId();
  console.error(requestId, error);
  const isOutage = OUTAGES.some(kind => error instanceof kind);
  return refuse(isOutage ? 'UNAVAILABLE' : 'INTERNAL', { requestId });
}

/** The `main` of a function that people call: nothing it is sent makes it throw. */
export const serve =
  (registry: AnyRegistry) =>
  async (event: unknown, context: unknown): Promise<Reply<unknown>> => {
    const now = Date.now();
    try {
      return { ...(await answer(registry, event, context, now)), now };
    } catch (error) {
      return { ...refusalFor(error), now };
    }
  };
