import type { Outcome } from '../gateway/refusal';
import { done, refuse } from '../gateway/refusal';
import { spread } from './changing';
import { type ChainDocument, parseChain } from './document';
import { newRound, roundIdOf } from './new-chain';
import { currentRound, dayOf, hasRound } from './recurrence';
import { isSeries } from './rules';
import { findChain, insertChain } from './store';

/** The round of a day: one request as a rule, three when nobody opened it before. */
async function openRound(
  series: ChainDocument,
  date: string,
  now: number,
): Promise<ChainDocument | undefined> {
  const found = await findChain(roundIdOf(series._id, date));
  if (found) return found;
  const made = newRound(series, date, now);
  if (!(await insertChain(made))) return findChain(made._id);
  // Its series may have changed, or gone, before the round could follow it.
  const latest = await findChain(series._id);
  if (latest?.version === series.version) return parseChain(made);
  if (latest) await spread(latest, now);
  return findChain(made._id);
}

/** Staff are the same for all rounds: what concerns them is done to the recurring chain. No request where there is none. */
export async function wholeOf(chain: ChainDocument): Promise<ChainDocument> {
  return (chain.series === undefined ? undefined : await findChain(chain.series)) ?? chain;
}

/** A chain, or the round that was meant, as a change of the whole left it. */
export async function partOf(whole: ChainDocument, meant: ChainDocument): Promise<ChainDocument> {
  return whole._id === meant._id ? whole : ((await findChain(meant._id)) ?? whole);
}

/** What is shown of a chain: itself, or of a recurring one the round of a day, today's or the next when none is named. */
export async function roundToShow(
  chain: ChainDocument,
  round: string | undefined,
  now: number,
): Promise<Outcome<ChainDocument>> {
  const { recurrence } = chain.settings;
  if (!isSeries(chain) || !recurrence || round === 'series') return done(chain);
  // A trashed chain gets no new rounds; its owner sees the chain itself.
  if (chain.state === 'trashed') return done(chain);
  const date = round ?? currentRound(recurrence, dayOf(now));
  if (date === undefined) return done(chain);
  const opened = hasRound(recurrence, date) ? await openRound(chain, date, now) : undefined;
  return opened ? done(opened) : refuse('NOT_FOUND', { message: '这一天没有接龙' });
}
