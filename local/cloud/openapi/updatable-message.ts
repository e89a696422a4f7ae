import { randomUUID } from 'node:crypto';
import type { OpenapiMemory } from './memory';
import type { OpenapiReply } from './wire';

/** A share card whose words change: from `createActivityId` on, for a day. */
export interface Activity {
  /** Local cloud time, epoch ms. */
  expiresAt: number;
  /** 0: 成员正在加入, with numbers; 1: 已开始, which it stays. */
  state: 0 | 1;
}

const LIFE_MS = 24 * 3_600_000;
/** Parameters that WeChat wants in each state. */
const WANTED = { 0: ['member_count', 'room_limit'], 1: ['path', 'version_type'] } as const;
const VERSIONS = ['develop', 'trial', 'release'];

const refusal = (errcode: number, errmsg: string): OpenapiReply => ({ json: { errcode, errmsg } });

type Activities = Pick<OpenapiMemory, 'activities' | 'keep'>;

/** `updatableMessage.createActivityId`; `expiration_time` in seconds. */
export function createActivity(memory: Activities, now: number): OpenapiReply {
  const id = `local-${randomUUID()}`;
  memory.keep({ activity: [id, { expiresAt: now + LIFE_MS, state: 0 }] });
  const expires = Math.floor((now + LIFE_MS) / 1000);
  return { json: { errcode: 0, errmsg: 'ok', activity_id: id, expiration_time: expires } };
}

interface Parameter {
  name?: unknown;
  value?: unknown;
}

function parametersOf(info: unknown): Map<unknown, unknown> {
  const { parameter_list: list } = Object(info) as { parameter_list?: unknown };
  const parameters = (Array.isArray(list) ? list : []) as Parameter[];
  return new Map(parameters.map(({ name, value }) => [name, value]));
}

/** `updatableMessage.setUpdatableMsg`: 47501 no such activity, 47502 a state it cannot have, 47503 its version, 47504 too late. */
export function changeActivity(
  parameters: Record<string, unknown>,
  memory: Activities,
  now: number,
): OpenapiReply {
  const { activity_id: id, target_state: state, template_info: info } = parameters;
  const activity = memory.activities.get(String(id));
  if (!activity) return refusal(47501, 'invalid activity_id');
  if (now >= activity.expiresAt) return refusal(47504, 'activity_id expired');
  if ((state !== 0 && state !== 1) || activity.state > state) return refusal(47502, 'invalid target_state');
  const given = parametersOf(info);
  const missing = WANTED[state].find(name => typeof given.get(name) !== 'string');
  if (missing !== undefined) return refusal(47001, `data format error: ${missing}`);
  if (state === 1 && !VERSIONS.includes(String(given.get('version_type'))))
    return refusal(47503, 'invalid version_type');
  memory.keep({ activity: [String(id), { ...activity, state }] });
  return { json: { errcode: 0, errmsg: 'ok' } };
}
