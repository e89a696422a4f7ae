import type { ChainView } from '../../../typings/contract/chains';
import { dayText } from '../../view/chain-time';
import { detail as copy } from '../copy/detail';

/** The days beside the one shown, of a recurring chain. */
export interface RoundBar {
  day: string;
  previous: string;
  next: string;
  /** 连续 5 次; blank until known, and when there is none to speak of. */
  streak: string;
}

export const roundBar = ({ round }: ChainView, streak: number): RoundBar | null =>
  round === undefined
    ? null
    : {
        day: dayText(round.date),
        previous: round.previous ?? '',
        next: round.next ?? '',
        streak: streak > 1 ? copy.streak(streak) : '',
      };
