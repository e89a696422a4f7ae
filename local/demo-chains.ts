import type { ChainView } from '../typings/contract/chains';
import type { ChainDraft } from '../typings/contract/fields';
import { callFunction, type Invoke } from './call-function';
import { PEOPLE } from './people';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** China's clocks are this far ahead of UTC. */
const OFFSET_MS = 8 * HOUR_MS;
const SATURDAY = 6;

type Given = Partial<ChainDraft> & Pick<ChainDraft, 'title' | 'organizerName'>;

/** 08:00 of the next Saturday but not of today, China's time. */
function nextSaturday(now: number): number {
  const midnight = now - ((now + OFFSET_MS) % DAY_MS);
  const weekday = new Date(midnight + OFFSET_MS).getUTCDay();
  return midnight + ((SATURDAY - weekday + 7) % 7 || 7) * DAY_MS + 8 * HOUR_MS;
}

const hike = (now: number): Given => ({
  ...{
    template: 'activity',
    title: '周六西山徒步',
    organizerName: '陈老师',
    place: '地铁 1 号线苹果园站 D 口',
  },
  ...{ description: '全程 8 公里，走得慢也不要紧。请带水和午饭，穿防滑的鞋。', capacity: 30, minimum: 10 },
  ...{ eventAt: nextSaturday(now), closesAt: nextSaturday(now) - 12 * HOUR_MS },
  perPerson: 4,
  fields: [{ id: 'phone', type: 'phone', label: '手机号', required: false, personal: true }],
});

const HIKERS =
  '李梅 王建国 赵阿姨 孙倩 吴老师 周敏 郑大爷 冯晓 陈静 褚师傅 卫红 蒋阿姨 沈涛 韩雪 杨帆 朱丽 秦奶奶 尤佳 许强 何叔 吕芳 施展'.split(
    ' ',
  );

const apples = (): Given => ({
  ...{ template: 'group-buy', title: '小区团购：山东苹果', organizerName: '小林', place: '3 号楼门口自提' },
  ...{ description: '周五下午到货，晚上 6 点后来拿。' },
  fields: [
    {
      ...{ id: 'goods', type: 'multiple', label: '要哪种', required: true, counted: true, personal: false },
      options: [
        { id: 'big', label: '大果 10 斤', priceFen: 5800, capacity: 40 },
        { id: 'small', label: '小果 10 斤', priceFen: 4200 },
      ],
    },
  ],
});

const openidOf = (id: string): string => PEOPLE.find(person => person.id === id)?.openid ?? '';

/**
 * Two chains as people make them: a hike with places left, where 小林 has joined, and a group purchase. The request ids are
 * always the same, so that a second start adds nothing.
 */
export async function seedChains(invoke: Invoke, now: number): Promise<void> {
  const [chen, lin] = [openidOf('chen'), openidOf('lin')];
  const make = (openid: string, requestId: string, draft: Given) =>
    callFunction<{ chain: ChainView }>(invoke, openid, 'chains.create', { requestId, draft });
  const { chain } = await make(chen, 'demo-chain-of-the-hike', hike(now));
  if (chain.joined > 0) return;
  const lines = HIKERS.map(name => ({ name, places: 1 }));
  await callFunction(invoke, chen, 'chains.enterLines', {
    ...{ chainId: chain.chainId, requestId: 'demo-people-of-the-hike', lines },
  });
  await callFunction(invoke, lin, 'chains.join', {
    ...{ chainId: chain.chainId, requestId: 'demo-entry-of-lin', name: '小林', answers: {}, places: 2 },
  });
  await make(lin, 'demo-chain-of-the-apples', apples());
}
