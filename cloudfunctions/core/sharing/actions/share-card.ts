import type { ChainDocument } from '../../chains/document';
import { type ChainCall, defineChainAction } from '../../chains/gate';
import { chainReply } from '../../chains/reply';
import { refusalOf } from '../../chains/rules';
import { done } from '../../gateway/refusal';
import { callOpenapi, OpenapiOutage } from '../../platform/openapi';
import { cardNumbers, isUsable } from '../rules';
import { chainInput } from '../schema';
import { keepActivity, noteActivity, readCard } from '../store';

interface NewActivity {
  activityId: string;
  expiresAt: number;
}

/** undefined: WeChat gave none, and the card is shared without live numbers. */
async function createActivity(): Promise<NewActivity | undefined> {
  try {
    const { fields } = await callOpenapi('updatableMessage.createActivityId', {});
    const { activity_id: activityId, expiration_time: seconds } = fields;
    if (typeof activityId !== 'string' || typeof seconds !== 'number') return undefined;
    return { activityId, expiresAt: seconds * 1000 };
  } catch (error) {
    if (error instanceof OpenapiOutage) return undefined;
    throw error;
  }
}

/** The activity of the chain's card: the one there is, as long as WeChat keeps it; of two made at once the first counts. */
async function activityOf({ chain, now }: ChainCall): Promise<string | undefined> {
  const card = await readCard(chain._id);
  if (card.activityId !== undefined && isUsable(card.expiresAt ?? 0, now)) return card.activityId;
  const created = await createActivity();
  if (!created) return undefined;
  const activity = { ...created, shown: cardNumbers(chain), checkAt: now };
  return (await keepActivity(card, activity)) ? created.activityId : (await readCard(chain._id)).activityId;
}

const withActivity = async (chain: ChainDocument, activityId: string): Promise<ChainDocument> =>
  chain.activityId === activityId ? chain : ((await noteActivity(chain._id, activityId)) ?? chain);

export const showShareCard = defineChainAction<'chains.shareCard'>({
  who: 'visitor',
  input: chainInput,
  run: async (_input, call) => {
    const { chain, now } = call;
    const refusal = refusalOf(chain, now);
    const isLive = refusal === undefined || refusal === 'NOT_OPEN_YET';
    const activityId = isLive ? await activityOf(call) : undefined;
    const reply = await chainReply(
      activityId === undefined ? chain : await withActivity(chain, activityId),
      call,
    );
    if (!reply.ok || activityId === undefined) return reply;
    return done({ ...reply.data, activityId });
  },
});
