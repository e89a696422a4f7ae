import { randomUUID } from 'node:crypto';
import type { OpenapiReply } from './wire';

/** Words that decide a check: a text with one of `refuse` is risky, with one of `review` doubtful. */
export interface ContentRules {
  refuseWords: string[];
  reviewWords: string[];
}

/** A person must have used the mini program this recently, ms (msgSecCheck version 2). */
const ACTIVE_WITHIN_MS = 2 * 3_600_000;
const CONTENT_LIMIT = 2500;
/** WeChat's labels: 100 normal, 20012 low-quality, 20006 illegal. */
const LABELS = { pass: 100, review: 20012, risky: 20006 } as const;

const refusal = (errcode: number, errmsg: string): OpenapiReply => ({ json: { errcode, errmsg } });

function judge(text: string, rules: ContentRules): keyof typeof LABELS {
  if (rules.refuseWords.some(word => text.includes(word))) return 'risky';
  return rules.reviewWords.some(word => text.includes(word)) ? 'review' : 'pass';
}

function badParameter(parameters: Record<string, unknown>, content: string): OpenapiReply | undefined {
  const { version, scene, openid } = parameters;
  if (content === '') return refusal(44002, 'empty post data');
  if (content.length > CONTENT_LIMIT) return refusal(45002, 'content size out of limit');
  if (version !== undefined && Number(version) !== 2) return refusal(40097, 'invalid args: version');
  if (version === undefined) return undefined;
  if (![1, 2, 3, 4].includes(Number(scene))) return refusal(40129, 'invalid scene');
  if (typeof openid !== 'string' || openid === '') return refusal(40003, 'invalid openid');
  return undefined;
}

/**
 * `security.msgSecCheck`, version 2, and the older form without a version (risky text = errcode 87014).
 * `activeAt` tells when a person last called a function, epoch ms.
 */
export function checkMessage(
  parameters: Record<string, unknown>,
  rules: ContentRules,
  activeAt: (openid: string) => number | undefined,
  now: number,
): OpenapiReply {
  const content = typeof parameters['content'] === 'string' ? parameters['content'] : '';
  const bad = badParameter(parameters, content);
  if (bad) return bad;
  const texts = [content, parameters['title'], parameters['nickname'], parameters['signature']];
  const suggest = judge(texts.filter(text => typeof text === 'string').join('\n'), rules);
  if (parameters['version'] === undefined)
    return suggest === 'risky' ? refusal(87014, 'risky content') : { json: { errcode: 0, errmsg: 'ok' } };
  const lastSeen = activeAt(String(parameters['openid'])) ?? Number.NEGATIVE_INFINITY;
  if (now - lastSeen > ACTIVE_WITHIN_MS) return refusal(61010, 'code is expired');
  const label = LABELS[suggest];
  return {
    json: {
      errcode: 0,
      errmsg: 'ok',
      result: { suggest, label },
      detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
      trace_id: randomUUID(),
    },
  };
}
