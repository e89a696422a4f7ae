import { randomId } from '../platform/crypto';
import { callOpenapi, OpenapiOutage } from '../platform/openapi';
import { unseal } from '../platform/sealing';
import { type SubscriptionDocument, subscriptionPlace } from './document';
import { type FactMessage, messageData } from './messages';
import { forgetAcceptances, giveBack, takeAcceptance } from './store';
import { readTemplates } from './templates';

/** WeChat: the person's permission is used up or withdrawn. */
const NO_PERMISSION = 43101;
/** WeChat: no such openid. */
const NO_PERSON = 40003;
/** WeChat: the person, the template, the page or a value is wrong; no retry mends that. */
const OUR_MISTAKES = [NO_PERSON, 40037, 41030, 47003];

/**
 * sent; unreachable: no acceptance is left, or this notice was sent before; failed: WeChat did not take it, the acceptance is
 * there again, a later try may succeed; wrong: WeChat never will.
 */
export type Delivery = 'sent' | 'unreachable' | 'failed' | 'wrong';

export interface Notice extends FactMessage {
  /** The same notice reaches a person at most once. */
  id: string;
  /** Page that it opens, without a leading slash. */
  page: string;
}

/** The chain's own page. */
export const pageOf = (chainId: string): string => `chain/pages/detail/detail?id=${chainId}`;

interface Refused {
  errcode: number;
  errmsg: string;
}

/** undefined: the key it was sealed with is not there. The person's next acceptance brings the openid anew. */
function openidOf({ _id, openid }: SubscriptionDocument): string | undefined {
  try {
    return unseal(openid, subscriptionPlace(_id));
  } catch (error) {
    console.error('openid not read', error);
    return undefined;
  }
}

async function send(
  subscription: SubscriptionDocument,
  { kind, values, page }: Notice,
): Promise<Refused | undefined> {
  const template = readTemplates().find(one => one.kind === kind);
  if (!template) return { errcode: 40037, errmsg: 'the template is not configured' };
  const openid = openidOf(subscription);
  if (openid === undefined) return { errcode: NO_PERSON, errmsg: 'the openid cannot be read' };
  const message = { touser: openid, template_id: template.templateId, page };
  try {
    const data = messageData(template.keys, values);
    const { errcode, errmsg } = await callOpenapi('subscribeMessage.send', { ...message, data });
    return errcode === 0 ? undefined : { errcode, errmsg };
  } catch (error) {
    // Nobody knows whether it arrived: a message too few is better than one twice.
    if (!(error instanceof OpenapiOutage)) throw error;
    console.warn('message without an answer', kind);
    return undefined;
  }
}

/** Sends one message to one person for one acceptance, which is taken before: nobody gets it twice, whoever else sends. */
async function deliver(uid: string, notice: Notice): Promise<Delivery> {
  const { id, kind } = notice;
  const subscription = await takeAcceptance(uid, kind, id, randomId());
  if (!subscription) return 'unreachable';
  const refused = await send(subscription, notice);
  if (!refused) return 'sent';
  if (refused.errcode === NO_PERMISSION) {
    await forgetAcceptances(uid, kind, subscription.left[kind]);
    return 'unreachable';
  }
  console.error('message refused', kind, refused.errcode, refused.errmsg);
  await giveBack(uid, kind, id);
  return OUR_MISTAKES.includes(refused.errcode) ? 'wrong' : 'failed';
}

/** One person's trouble must not keep the others from their message. */
async function deliverOrFail(uid: string, notice: Notice): Promise<Delivery> {
  try {
    return await deliver(uid, notice);
  } catch (error) {
    console.error('message not sent', error);
    return 'failed';
  }
}

/** Messages under way at once: WeChat answers in about a tenth of a second. */
const AT_ONCE = 8;

/** Sends one notice to many, until `deadline` (epoch ms) is over; what became of each that was tried. */
export async function deliverAll(
  uids: string[],
  noticeFor: (uid: string) => Notice,
  deadline: number,
): Promise<Map<string, Delivery>> {
  const results = new Map<string, Delivery>();
  const waiting = [...uids];
  const work = async (): Promise<void> => {
    for (let uid = waiting.shift(); uid !== undefined; uid = waiting.shift()) {
      if (Date.now() >= deadline) return;
      results.set(uid, await deliverOrFail(uid, noticeFor(uid)));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
}
