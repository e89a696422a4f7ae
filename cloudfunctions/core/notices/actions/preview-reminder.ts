import { defineChainAction } from '../../chains/gate';
import { done } from '../../gateway/refusal';
import { readReminder } from '../../limits/store';
import { targetsOf } from '../audience';
import { readyText } from '../ready-text';
import { someNames } from '../reminding';
import { previewInput } from '../schema';
import { reachableOf } from '../store';

export const previewReminder = defineChainAction<'chains.previewReminder'>({
  who: 'volunteer',
  input: previewInput,
  run: async ({ chainId, audience }, { chain, now }) => {
    const targets = await targetsOf(chain, audience);
    const uids = [...new Set(targets.flatMap(({ uid }) => uid ?? []))];
    const reachable = new Set(await reachableOf(uids, 'reminder', ''));
    const ring = await readReminder(chainId, now);
    const names = someNames(targets);
    return done({
      people: targets.length,
      reachable: targets.filter(({ uid }) => uid !== undefined && reachable.has(uid)).length,
      names,
      text: readyText(chain.settings, audience, { names, count: targets.length }),
      left: ring.quota.remaining,
      ...(!ring.ok && { nextAt: ring.retryAt }),
    });
  },
});
