import { refusalOf } from '../chains/rules';
import { callOpenapi, OpenapiOutage } from '../platform/openapi';
import { type CardChain, type CardNumbers, cardNumbers } from './rules';
import { endCards, findDueCards, noteShown, postponeCards, readCardChains, type ShareCard } from './store';

/** Cards a run looks at, and ms after which one is looked at again. */
const CARDS_MAX = 100;
const EACH_MS = 60_000;

/** State 0 has live numbers; a card in state 1 (已开始) stays so for ever. */
const parametersOf = ({ members, limit }: CardNumbers): object[] => [
  { name: 'member_count', value: String(members) },
  { name: 'room_limit', value: String(limit) },
];

const over = (chainId: string): object[] => [
  { name: 'path', value: `chain/pages/detail/detail?id=${chainId}` },
  { name: 'version_type', value: 'release' },
];

/** False when nobody answered: the next run tries again. A card that WeChat refuses is not tried again. */
async function change(activityId: string, state: 0 | 1, parameters: object[]): Promise<boolean> {
  try {
    const { errcode, errmsg } = await callOpenapi('updatableMessage.setUpdatableMsg', {
      ...{ activity_id: activityId, target_state: state },
      template_info: { parameter_list: parameters },
    });
    if (errcode !== 0) console.warn('share card refused', errcode, errmsg);
    return true;
  } catch (error) {
    if (!(error instanceof OpenapiOutage)) throw error;
    return false;
  }
}

const isSame = (one: CardNumbers | undefined, other: CardNumbers): boolean =>
  one?.members === other.members && one.limit === other.limit;

const isOver = (chain: CardChain, now: number): boolean => {
  const refusal = refusalOf(chain, now);
  return refusal !== undefined && refusal !== 'NOT_OPEN_YET';
};

/** Brings one card up to date. True when it is over: joining has ended, or WeChat has forgotten it. */
async function refresh(card: ShareCard, chain: CardChain | undefined, now: number): Promise<boolean> {
  const { _id, activityId, expiresAt = 0, shown } = card;
  if (!chain || activityId === undefined || expiresAt <= now) return true;
  if (isOver(chain, now)) return change(activityId, 1, over(_id));
  const numbers = cardNumbers(chain);
  if (!isSame(shown, numbers) && (await change(activityId, 0, parametersOf(numbers))))
    await noteShown(_id, numbers);
  return false;
}

/** Live numbers of shared cards, at most once a minute each. Two couriers at once write the same. */
export async function refreshCards(now: number, deadline: number): Promise<number> {
  const due = await findDueCards(now, CARDS_MAX);
  if (due.length === 0) return 0;
  const chains = await readCardChains(due.map(({ _id }) => _id));
  const ended: string[] = [];
  const going: string[] = [];
  for (const card of due) {
    if (Date.now() >= deadline) break;
    ((await refresh(card, chains.get(card._id), now)) ? ended : going).push(card._id);
  }
  if (ended.length > 0) await endCards(ended);
  if (going.length > 0) await postponeCards(going, now + EACH_MS);
  return ended.length + going.length;
}
