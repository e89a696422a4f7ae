import * as v from 'valibot';
import type { RoundView } from '../../../../typings/contract/chains';
import type { Recurrence } from '../../../../typings/contract/fields';
import { defineChainAction } from '../../chains/gate';
import { dayOf, hasRound, regularDays, streaksOf } from '../../chains/recurrence';
import { chainId } from '../../chains/schema';
import { exactObject } from '../../gateway/input';
import { done, refuse } from '../../gateway/refusal';
import { makeUpsIdOf } from '../make-ups';
import { findMakeUps, findRounds, type RoundFacts } from '../store';

/** `YYYY-MM` */
const month = v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/));

function stateOf(recurrence: Recurrence, date: string, today: string): RoundView['state'] {
  if (!hasRound(recurrence, date)) return 'skipped';
  if (date === today) return 'today';
  return date < today ? 'past' : 'coming';
}

interface Known {
  recurrence: Recurrence;
  today: string;
  rounds: Map<string, RoundFacts>;
  madeUp: Set<string>;
}

function roundView(date: string, { recurrence, today, rounds, madeUp }: Known): RoundView {
  const round = rounds.get(date);
  return {
    ...{ date, state: stateOf(recurrence, date, today), joined: round?.joined ?? 0 },
    ...(round && { chainId: round.chainId }),
    ...(round?.isMine && { mine: madeUp.has(date) ? 'made-up' : 'joined' }),
  };
}

/** Three requests, for the recurring chain itself as for any of its rounds. */
export const showRounds = defineChainAction<'chains.rounds'>({
  who: 'visitor',
  input: exactObject({ chainId, month }),
  run: async ({ month: wanted }, { chain, uid, now }) => {
    const { recurrence } = chain.settings;
    if (!recurrence) return refuse('NOT_FOUND', { message: '这个接龙不是循环的' });
    const seriesId = chain.series ?? chain._id;
    const [found, dates] = await Promise.all([
      findRounds(seriesId, uid),
      findMakeUps(makeUpsIdOf(seriesId, uid)),
    ]);
    const today = dayOf(now);
    const days = regularDays(recurrence, `${wanted}-01`, `${wanted}-31`).filter(date =>
      date.startsWith(wanted),
    );
    const rounds = new Map(found.map(round => [round.date, round]));
    const known = { recurrence, today, rounds, madeUp: new Set(dates) };
    const answered = new Set(found.filter(({ isMine }) => isMine).map(({ date }) => date));
    return done({
      rounds: days.map(date => roundView(date, known)),
      ...streaksOf(recurrence, answered, today),
      makeUpsLeft: Math.max(0, recurrence.makeUps - dates.length),
    });
  },
});
