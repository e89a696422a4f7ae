import type { CloudClock } from '../clock';
import { OpenapiMemory } from './memory';
import { type ContentRules, checkMessage } from './message-check';
import { type Subscriptions, sendSubscribeMessage } from './subscribe-message';
import { changeActivity, createActivity } from './updatable-message';
import type { OpenapiReply } from './wire';
import { drawUnlimitedCode } from './wxacode';

/** One openapi call as WeChat got it. */
export interface SentRecord {
  /** Local cloud time, epoch ms. */
  at: number;
  api: string;
  /** Whom it is about: `touser` or `openid` of the call. */
  openid?: string;
  templateId?: string;
  page?: string;
  /** All parameters, snake_case. */
  parameters: Record<string, unknown>;
  /** The values of a message: `{thing1: {value}}`. */
  data?: unknown;
  /** 0 = delivered. */
  errcode: number;
  errmsg: string;
  functionName?: string;
  requestId?: string;
}

/** Delivered subscription messages unless `api` says otherwise (`*` = every call, refused ones too). */
export interface SentFilter {
  openid?: string;
  api?: string;
}

/** What the stand-in for WeChat answers; unset parts stay as they are. */
export interface OpenapiSettings extends Partial<ContentRules> {
  /** Refuse every call of an API: `{'subscribeMessage.send': {errcode: -1, errmsg: 'system error'}}`. */
  errors?: Record<string, { errcode: number; errmsg: string }>;
}

export interface OpenapiCall {
  api: string;
  parameters: Record<string, unknown>;
  functionName?: string;
  requestId?: string;
}

const DEFAULT_RULES: ContentRules = { refuseWords: ['违规测试'], reviewWords: ['复审测试'] };
/** Platform refusals of wx-server-sdk's own list. */
export const API_NOT_FOUND = -604100;
export const API_NOT_PERMITTED = -604101;

export interface Openapi {
  call(call: OpenapiCall): OpenapiReply;
  configure(settings: OpenapiSettings): void;
  grant(openid: string, templateId: string, count: number): void;
  sent(filter?: SentFilter): SentRecord[];
  /** A person used the mini program now. */
  noteActivity(openid: string): void;
  reset(): void;
}

const quotaKey = (openid: string, templateId: string): string => `${templateId} ${openid}`;
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function describeCall({ parameters, ...call }: OpenapiCall, reply: OpenapiReply, at: number): SentRecord {
  const json = 'json' in reply ? reply.json : { errcode: 'errorCode' in reply ? reply.errorCode : 0 };
  const openid = textOf(parameters['touser']) ?? textOf(parameters['openid']);
  const templateId = textOf(parameters['template_id']);
  const page = textOf(parameters['page']);
  return {
    at,
    ...call,
    ...(openid !== undefined && { openid }),
    ...(templateId !== undefined && { templateId }),
    ...(page !== undefined && { page }),
    ...(parameters['data'] !== undefined && { data: parameters['data'] }),
    parameters,
    errcode: Number(json['errcode'] ?? 0),
    errmsg: String(json['errmsg'] ?? 'ok'),
  };
}

/** WeChat's server side, as far as the functions use it. Quota, cards and what was sent are kept in `dir`. */
export function openOpenapi(dir: string, clock: CloudClock): Openapi {
  const memory = new OpenapiMemory(dir);
  let rules = DEFAULT_RULES;
  let errors = new Map<string, { errcode: number; errmsg: string }>();
  const activity = new Map<string, number>();

  const subscriptions: Subscriptions = {
    grant: (openid, templateId, count) => {
      const key = quotaKey(openid, templateId);
      memory.keep({ quota: [key, (memory.quota.get(key) ?? 0) + count] });
    },
    take: (openid, templateId) => {
      const key = quotaKey(openid, templateId);
      const left = memory.quota.get(key) ?? 0;
      if (left > 0) memory.keep({ quota: [key, left - 1] });
      return left > 0;
    },
    isKnown: templateId => [...memory.quota.keys()].some(key => key.startsWith(`${templateId} `)),
  };

  const apis = new Map<string, (parameters: Record<string, unknown>) => OpenapiReply>([
    [
      'security.msgSecCheck',
      parameters => checkMessage(parameters, rules, openid => activity.get(openid), clock.now()),
    ],
    ['subscribeMessage.send', parameters => sendSubscribeMessage(parameters, subscriptions)],
    ['wxacode.getUnlimited', drawUnlimitedCode],
    ['updatableMessage.createActivityId', () => createActivity(memory, clock.now())],
    ['updatableMessage.setUpdatableMsg', parameters => changeActivity(parameters, memory, clock.now())],
  ]);

  function answer({ api, parameters }: OpenapiCall): OpenapiReply {
    const forced = errors.get(api);
    if (forced) return { json: { ...forced } };
    return apis.get(api)?.(parameters) ?? { errorCode: API_NOT_FOUND };
  }

  return {
    call: call => {
      const reply = answer(call);
      memory.keep({ sent: describeCall(call, reply, clock.now()) });
      return reply;
    },
    configure: settings => {
      const { refuseWords = rules.refuseWords, reviewWords = rules.reviewWords } = settings;
      rules = { refuseWords, reviewWords };
      if (settings.errors) errors = new Map(Object.entries(settings.errors));
    },
    grant: subscriptions.grant,
    sent: ({ openid, api = 'subscribeMessage.send' } = {}) =>
      memory.sent
        .filter(record => openid === undefined || record.openid === openid)
        .filter(record => api === '*' || (record.api === api && record.errcode === 0)),
    noteActivity: openid => {
      activity.set(openid, clock.now());
    },
    reset: () => {
      memory.reset();
      rules = DEFAULT_RULES;
      errors = new Map();
      activity.clear();
    },
  };
}
