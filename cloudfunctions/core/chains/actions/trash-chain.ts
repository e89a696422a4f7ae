import * as v from 'valibot';
import { exactObject } from '../../gateway/input';
import { done, refuse } from '../../gateway/refusal';
import { organize, persistently } from '../changing';
import { eventOf, logged } from '../events';
import { defineChainAction } from '../gate';
import { postponedOffers } from '../postponing';
import { chainReply } from '../reply';
import { isRestorable, TRASH_MS } from '../rules';
import { chainId } from '../schema';

const refuseRound = () =>
  refuse('CONFLICT', { message: '这是循环接龙中的一期，可以取消这一期，或者删除整个接龙' });

/** Two requests: nothing but the state changes, so that a restore is complete. A second time it answers as the first. */
export const trashChain = defineChainAction<'chains.trash'>({
  who: 'owner',
  onTrashed: true,
  input: exactObject({ chainId }),
  logs: ({ purgeAt }, { chainId: id }) => ({ what: 'chain-trashed', kind: 'chain', key: `${id} ${purgeAt}` }),
  run: async (_input, { chain: read, uid, now }) => {
    if (read.series !== undefined) return refuseRound();
    const outcome = await persistently(read, async chain => {
      const { state, purgeAt } = chain;
      if (state === 'erasing') return refuse('GONE');
      if (state === 'trashed') return done({ purgeAt: purgeAt ?? now });
      const trashed = { state: 'trashed', formerState: state, trashedAt: now, purgeAt: now + TRASH_MS };
      const event = eventOf(chain, uid, { at: now, what: 'trashed' });
      const changed = await organize(chain, { state }, { $set: trashed, $push: logged(event) }, now);
      return changed && done({ purgeAt: now + TRASH_MS });
    });
    return outcome ?? refuse('CONFLICT');
  },
});

/** Three requests. First commit wins: what is being erased does not come back. */
export const restoreChain = defineChainAction<'chains.restore'>({
  who: 'owner',
  onTrashed: true,
  input: exactObject({ chainId }),
  logs: () => ({ what: 'chain-restored', kind: 'chain' }),
  run: async (_input, call) => {
    const { chain: read, uid, now } = call;
    if (read.series !== undefined) return refuseRound();
    const outcome = await persistently(read, async chain => {
      if (chain.state === 'erasing') return refuse('GONE');
      if (chain.state !== 'trashed') return chainReply(chain, call);
      if (!isRestorable(chain, now)) return refuse('GONE');
      const event = eventOf(chain, uid, { at: now, what: 'restored' });
      const { match: same, update: offers } = postponedOffers(chain, now);
      const update = {
        ...offers,
        $set: { ...offers.$set, state: chain.formerState ?? 'open' },
        $unset: { ...offers.$unset, formerState: '', trashedAt: '', purgeAt: '' },
        $push: { ...offers.$push, ...logged(event) },
      };
      const match = { ...same, state: 'trashed', purgeAt: { $gt: now, $eq: chain.purgeAt } };
      const restored = await organize(chain, match, update, now);
      return restored && chainReply(restored, call);
    });
    return outcome ?? refuse('GONE');
  },
});

/** Ends the time of a chain in the trash: from this write on it is gone for every reader. The janitor does the rest. */
export const eraseChain = defineChainAction<'chains.erase'>({
  who: 'owner',
  onTrashed: true,
  input: exactObject({ chainId, confirmed: v.literal(true) }),
  run: async (_input, { chain, now }) => {
    if (chain.series !== undefined) return refuseRound();
    if (chain.state !== 'trashed') return refuse('CONFLICT', { message: '请先删除接龙，再彻底清除' });
    const match = { state: 'trashed', purgeAt: { $gt: now } };
    const erasing = await organize(chain, match, { $set: { state: 'erasing', purgeAt: now } }, now);
    return done({ erased: erasing !== undefined });
  },
});
