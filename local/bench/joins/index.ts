import type { ChainDocument } from '../../../cloudfunctions/core/chains/document';
import { parseChain } from '../../../cloudfunctions/core/chains/document';
import { type ChainCall, defineChainAction } from '../../../cloudfunctions/core/chains/gate';
import { findChain } from '../../../cloudfunctions/core/chains/store';
import { readAnswers } from '../../../cloudfunctions/core/entries/answers';
import { draftOf } from '../../../cloudfunctions/core/entries/draft';
import { entryIdOf, ownKey } from '../../../cloudfunctions/core/entries/keys';
import { asLimitedWrite } from '../../../cloudfunctions/core/entries/limited-write';
import { entryReply } from '../../../cloudfunctions/core/entries/reply';
import { picksOf } from '../../../cloudfunctions/core/entries/rules';
import { joinInput } from '../../../cloudfunctions/core/entries/schema';
import { keepDraft } from '../../../cloudfunctions/core/entries/store';
import { serve } from '../../../cloudfunctions/core/gateway/gateway';
import { type Refused, refuse } from '../../../cloudfunctions/core/gateway/refusal';
import { collection } from '../../../cloudfunctions/core/platform/database';
import { connect } from '../../../cloudfunctions/core/platform/sdk';
import { joinWrite, type Newcomer } from '../../../cloudfunctions/core/seats/joining';
import type { InputOf } from '../../../typings/contract/api';

/**
 * The join as it is usually written, for the bench: the same steps and the same decision, the seat guarded by a transaction or
 * by nothing at all (`JOIN_GUARD`). A function of its own beside the real ones.
 */

type Seated = ChainDocument | Refused;

/** Beyond it a call would be cut off by the platform, ms. */
const PATIENCE_MS = 50_000;

const isSeated = ({ book }: ChainDocument, { entryId }: Newcomer): boolean => book.order.includes(entryId);

/** Reads, decides, writes what was decided. */
async function seatUnguarded(chainId: string, newcomer: Newcomer, now: number): Promise<Seated> {
  const chain = await findChain(chainId);
  if (!chain) return refuse('NOT_FOUND');
  if (isSeated(chain, newcomer)) return chain;
  const write = joinWrite(chain, newcomer, now);
  if ('error' in write) return write;
  return parseChain(await collection('chains').updateOne({ _id: chainId }, write.update));
}

/** The same between the beginning and the end of one transaction. */
const seatOnce = (chainId: string, newcomer: Newcomer, now: number): Promise<Seated> =>
  connect()
    .database()
    .runTransaction(async transaction => {
      const chains = transaction.collection('chains').where({ _id: chainId }).options({ raw: true });
      const { data } = await chains.get();
      const chain = parseChain(data[0]);
      if (isSeated(chain, newcomer)) return chain;
      const write = joinWrite(chain, newcomer, now);
      if ('error' in write) return write;
      return parseChain((await chains.updateAndReturn(write.update)).doc);
    });

/** Four attempts are the SDK's own; these go on until it succeeds. */
async function seatByTransaction(chainId: string, newcomer: Newcomer, now: number): Promise<Seated> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await seatOnce(chainId, newcomer, now);
    } catch (error) {
      if (performance.now() > giveUpAt) throw error;
    }
  }
}

const seat = process.env['JOIN_GUARD'] === 'transaction' ? seatByTransaction : seatUnguarded;

async function join(input: InputOf<'chains.join'>, call: ChainCall) {
  const { chain, uid, now } = call;
  const answers = readAnswers(chain.settings.fields, input.answers);
  if (!answers.ok) return answers;
  const own = ownKey(chain._id, uid);
  const entryId = entryIdOf(own, input.requestId);
  const picks = picksOf(chain.settings, 1, answers.data);
  const newcomer = { key: own, entryId, uid, places: 1, picks, ownKey: own };
  return asLimitedWrite(call, async () => {
    const entry = await keepDraft(
      draftOf({
        ...{ chain, key: own, request: input.requestId, whose: { uid }, name: input.name, places: 1, now },
        ...{ answers: answers.data, isChecking: false, event: { at: now, what: 'joined', uid } },
      }),
    );
    const seated = await seat(chain._id, newcomer, now);
    return 'error' in seated ? seated : entryReply(seated, entry, call);
  });
}

export const main = serve({
  'chains.join': defineChainAction<'chains.join'>({ who: 'visitor', input: joinInput, run: join }),
});
