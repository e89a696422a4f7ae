import type { DataOf } from '../../../typings/contract/api';
import type { Audience, ReminderResult } from '../../../typings/contract/notices';
import type { Chip } from '../../view/item-query';
import { grouped } from '../../view/numbers';
import { dayTimeText } from '../../view/time';
import { audiences, remind as copy } from '../copy/remind';

type Preview = DataOf<'chains.previewReminder'>;

/** Sends a day, of the table of limits. */
const SENDS = 5;
/** Names read at a glance. */
const FEW = 20;

export interface RemindScreen {
  title: string;
  lines: string[];
  names: string;
  text: string;
  sendText: string;
  canSend: boolean;
  /** Somebody can get a message at all; else only the text helps. */
  isReachable: boolean;
  /** Nobody is known to be missing without a roster. */
  needsRoster: boolean;
}

export const blankReminder: RemindScreen = {
  title: '',
  lines: [],
  names: '',
  text: '',
  sendText: copy.send,
  canSend: false,
  isReachable: false,
  needsRoster: false,
};

export const isAudience = (id: string | undefined): id is Audience => id !== undefined && id in audiences;

export const audienceChips = (chosen: Audience, costs: boolean): Chip[] =>
  (Object.keys(audiences) as Audience[])
    .filter(id => id !== 'unpaid' || costs || chosen === 'unpaid')
    .map(id => ({ id, text: audiences[id], on: id === chosen }));

const namesText = (names: readonly string[], people: number): string =>
  names.slice(0, FEW).join('、') + (people > FEW ? copy.more(grouped(people)) : '');

function limitLine({ left, nextAt }: Preview, now: number): string {
  if (left <= 0) return copy.leftNone;
  if (nextAt !== undefined && nextAt > now) return copy.again(dayTimeText(nextAt, now));
  return copy.left(SENDS - left, left);
}

const reachLines = (preview: Preview, now: number): string[] => {
  const { people, reachable } = preview;
  return [
    copy.reachable(grouped(reachable)),
    ...(people > reachable ? [copy.unreachable(grouped(people - reachable))] : []),
    limitLine(preview, now),
  ];
};

export function remindScreen(preview: Preview, audience: Audience, now: number): RemindScreen {
  const { people, reachable, names, text, left, nextAt } = preview;
  if (people === 0) {
    return { ...blankReminder, title: copy.nobody, needsRoster: audience === 'unanswered' };
  }
  const waits = nextAt !== undefined && nextAt > now;
  return {
    title: copy.people(grouped(people)),
    lines: reachable === 0 ? [copy.allUnreachable] : reachLines(preview, now),
    names: namesText(names, people),
    text,
    sendText: copy.sendTo(grouped(reachable)),
    canSend: reachable > 0 && left > 0 && !waits,
    isReachable: reachable > 0,
    needsRoster: false,
  };
}

/** What became of it, line by line. */
export function sentLines(result: ReminderResult, now: number): string[] {
  const { sent, queued, nextAt, unreachable } = result;
  return [
    sent > 0 ? copy.sent(grouped(sent)) : copy.sentNone,
    ...(queued > 0 && nextAt !== undefined ? [copy.queued(grouped(queued), dayTimeText(nextAt, now))] : []),
    ...(unreachable > 0 ? [copy.notReached(grouped(unreachable))] : []),
  ];
}
