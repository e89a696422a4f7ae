import type { OpenapiReply } from './wire';

/** How many messages a person still allows, by template: one acceptance, one send. */
export interface Subscriptions {
  grant(openid: string, templateId: string, count: number): void;
  take(openid: string, templateId: string): boolean;
  /** Whether anybody ever accepted this template. */
  isKnown(templateId: string): boolean;
}

const refusal = (errcode: number, errmsg: string): OpenapiReply => ({ json: { errcode, errmsg } });
const upTo = (limit: number) => (text: string) => [...text].length <= limit;

/** What a value may be, by the letters its key begins with (WeChat, subscription messages). */
const VALUE_RULES: Record<string, (text: string) => boolean> = {
  thing: upTo(20),
  number: text => /^-?\d[\d.]{0,31}$/.test(text),
  letter: text => /^[A-Za-z]{1,32}$/.test(text),
  symbol: upTo(5),
  character_string: text => /^[\x20-\x7e]{1,32}$/.test(text),
  time: text => /\d{1,2}[:：]\d{2}|\d+年|\d+-\d+/.test(text),
  date: text => /\d+年|\d+-\d+|\d+月/.test(text),
  amount: text => /^[¥￥$]?\d{1,10}(\.\d+)?[元]?$/.test(text),
  phone_number: text => /^[\d+\- ]{1,17}$/.test(text),
  car_number: upTo(8),
  name: text => (/^[\x20-\x7e]+$/.test(text) ? text.length <= 20 : [...text].length <= 10),
  phrase: text => /^[\p{Script=Han}]{1,5}$/u.test(text),
};

/** Real template ids have 43 characters; any other must have been accepted by somebody here. */
const looksReal = (templateId: string): boolean => /^[\w-]{43}$/.test(templateId);

function badValue(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || Object.keys(data).length === 0) return 'data';
  for (const [key, holder] of Object.entries(data)) {
    const value = (holder as { value?: unknown } | null)?.value;
    const rule = VALUE_RULES[key.replace(/\d+$/, '')];
    const text = typeof value === 'number' ? String(value) : value;
    if (!rule || typeof text !== 'string' || text === '' || !rule(text)) return `data.${key}.value`;
  }
  return undefined;
}

/** `subscribeMessage.send`: 40003, 40037, 47003, 43101 in this order; a delivered message costs one acceptance. */
export function sendSubscribeMessage(
  parameters: Record<string, unknown>,
  subscriptions: Subscriptions,
): OpenapiReply {
  const { touser, template_id: templateId, data } = parameters;
  if (typeof touser !== 'string' || touser === '') return refusal(40003, 'invalid openid');
  if (typeof templateId !== 'string' || !(looksReal(templateId) || subscriptions.isKnown(templateId)))
    return refusal(40037, 'invalid template_id');
  const wrong = badValue(data);
  if (wrong) return refusal(47003, `argument invalid! ${wrong} invalid`);
  if (!subscriptions.take(touser, templateId)) return refusal(43101, 'user refuse to accept the msg');
  return { json: { errcode: 0, errmsg: 'ok' } };
}
