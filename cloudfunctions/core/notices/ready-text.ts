import type { Audience } from '../../../typings/contract/notices';
import { timeText } from '../sheets/formats/jielong-writer';
import type { Subject } from './messages';

/** More would be no message that anybody reads. */
export const NAMES_MAX = 100;

/** What is said of those whose names follow, and when there are no names to follow. */
const WORDS: Record<Audience, { some: (count: number) => string; none: string }> = {
  unanswered: { some: count => `还有 ${count} 位没有接龙`, none: '还没有接龙的朋友，请点开小程序填一下' },
  in: { some: count => `请已报名的 ${count} 位留意`, none: '请已报名的朋友留意' },
  waiting: { some: count => `候补中的 ${count} 位请留意`, none: '请候补中的朋友留意' },
  unpaid: { some: count => `还有 ${count} 位没有付款`, none: '请还没有付款的朋友尽快付款' },
};

const listed = (names: string[], count: number): string =>
  names.join('、') + (count > names.length ? `等 ${count} 位` : '');

/**
 * Text for the group. `names`: those it is for, ≤ 100 of `count`; `own`: what the organizer adds.
 */
export function readyText(
  subject: Subject & { place: string },
  audience: Audience,
  { names, count, own = '' }: { names: string[]; count: number; own?: string },
): string {
  const { some, none } = WORDS[audience];
  const { title, eventAt, closesAt, place } = subject;
  const isJoining = audience === 'unanswered' || audience === 'waiting';
  return [
    `【${title}】`,
    names.length > 0 ? `${some(count)}：${listed(names, count)}` : none,
    ...(own === '' ? [] : [own]),
    ...(eventAt === undefined ? [] : [`时间：${timeText(eventAt)}`]),
    ...(place === '' ? [] : [`地点：${place}`]),
    ...(isJoining && closesAt !== undefined ? [`截止：${timeText(closesAt)}`] : []),
  ].join('\n');
}
