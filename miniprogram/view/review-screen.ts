import type { ReviewCase, ReviewDecision } from '../../typings/contract/review';
import { decisions, reasonTitles, review, evidence as words } from '../copy/review';
import { chinaTime } from './china-time';
import type { Chip } from './item-query';
import { grouped } from './numbers';
import { dayTimeText } from './time';

export interface CaseRow {
  id: string;
  title: string;
  /** Who it is about and when it was opened or decided. */
  meta: string;
  evidence: string[];
  slow: string;
  note: string;
  canDecide: boolean;
}

const two = (n: number): string => String(n).padStart(2, '0');
/** Enough of an opaque id to tell accounts apart. */
const short = (uid: string): string => uid.slice(0, 8);

/** 2026-01-15 12:00:05: evidence is read by the second. */
export function instantText(at: number): string {
  const { date, time, seconds } = chinaTime(at);
  return `${date} ${time}:${two(seconds)}`;
}

function titleOf({ reason, evidence, uids }: ReviewCase): string {
  const numbers: Record<ReviewCase['reason'], [n: number, of: number]> = {
    'unlike.review': [evidence.cancelledAt?.length ?? 0, evidence.limit ?? 0],
    'unlike.ratio': [evidence.cancelled ?? 0, evidence.likesAtStart ?? 0],
    'same-network': [uids.length, 0],
  };
  const [n, of] = numbers[reason];
  return reasonTitles[reason]({ n: grouped(n), of: grouped(of) });
}

const evidenceLines = ({ evidence }: ReviewCase): string[] => [
  ...(evidence.windowStart === undefined ? [] : [words.window(instantText(evidence.windowStart))]),
  ...(evidence.cancelledAt ?? []).map(at => words.cancelled(instantText(at))),
  ...(evidence.accounts ?? []).map(({ uid, at }) => words.cleaned(short(uid), instantText(at))),
];

/** A case of the open list can be decided even when a decision was begun: deciding again completes it. */
export function caseRow(one: ReviewCase, state: 'open' | 'decided', now: number): CaseRow {
  const { decision, decidedAt, slowUntil, note } = one;
  const when =
    state === 'decided' && decision !== undefined && decidedAt !== undefined
      ? review.decidedAt(dayTimeText(decidedAt, now), decisions[decision].done)
      : review.openedAt(dayTimeText(one.openedAt, now));
  return {
    id: one.caseId,
    title: titleOf(one),
    meta: [...one.uids.slice(0, 3).map(uid => review.account(short(uid))), when].join(' · '),
    evidence: evidenceLines(one),
    slow: slowUntil === undefined || slowUntil <= now ? '' : review.slow(dayTimeText(slowUntil, now)),
    note: note === undefined ? '' : review.noted(note),
    canDecide: state === 'open',
  };
}

export const stateChips = (chosen: 'open' | 'decided'): Chip[] =>
  (['open', 'decided'] as const).map(id => ({ id, text: review[id], on: id === chosen }));

export const decisionButtons = (Object.keys(decisions) as ReviewDecision[]).map(id => ({
  id,
  text: decisions[id].button,
}));
