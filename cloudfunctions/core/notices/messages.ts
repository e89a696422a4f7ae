import type { NoticeKind } from '../../../typings/contract/notices';
import type { FactKind } from './facts';

/** WeChat's limits of a message's values, by the letters its key begins with: characters, of a phrase 汉字. */
const THING_MAX = 20;
const PHRASE_MAX = 5;
const CHINA_MS = 8 * 3_600_000;

/** At most `max` UTF-16 units of one line, cut between characters, the cut marked. */
export function clipped(text: string, max: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= max) return line;
  let kept = '';
  for (const character of line) {
    if (kept.length + character.length > max - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** `2026-03-01 09:00` by China's clocks. */
export const timeText = (at: number): string =>
  new Date(at + CHINA_MS).toISOString().slice(0, 16).replace('T', ' ');

/** Fits a text to what WeChat takes under a key (`thing1`, `phrase2`, `time3`): one bad value and a message is refused. */
export function fitted(key: string, text: string): string {
  const type = key.replace(/\d+$/, '');
  if (type === 'time' || type === 'date') return text;
  if (type === 'phrase') return [...text.replace(/[^\p{Script=Han}]/gu, '')].slice(0, PHRASE_MAX).join('');
  return clipped(text, THING_MAX) || '无';
}

/** What a message is about. */
export interface Subject {
  title: string;
  eventAt?: number;
  closesAt?: number;
}

/** The instant a message shows: of the event, else of the deadline, else of the message itself. */
const whenOf = ({ eventAt, closesAt }: Subject, now: number): string => timeText(eventAt ?? closesAt ?? now);

/** Values in the order of the template's keys. */
export const reminderValues = (subject: Subject, hint: string, now: number): string[] => [
  ...[subject.title, whenOf(subject, now), hint || '请点开看一看，填一下'],
];

/** Of each fact: the template it is sent by, its state in ≤ 5 汉字, and what to do, ≤ 20 characters. */
const WORDS: Record<FactKind, { kind: NoticeKind; state: string; hint: string }> = {
  promoted: { kind: 'promoted', state: '候补成功', hint: '有人退出，您已补上名额' },
  offered: { kind: 'promoted', state: '等您确认', hint: '名额给您留着，请尽快点开确认' },
  expired: { kind: 'promoted', state: '名额已让出', hint: '没有按时确认，名额给了下一位' },
  approved: { kind: 'verdict', state: '审核通过', hint: '发起人同意了您的报名' },
  declined: { kind: 'verdict', state: '没有通过', hint: '发起人没有同意这次报名' },
  removed: { kind: 'verdict', state: '已被移出', hint: '发起人移出了您的报名' },
  moved: { kind: 'verdict', state: '转为候补', hint: '名额减少，您已转到候补' },
  going: { kind: 'verdict', state: '如期举行', hint: '人数已够，活动照常举行' },
  cancelled: { kind: 'verdict', state: '活动取消', hint: '活动取消，请勿前往' },
};

export interface FactMessage {
  kind: NoticeKind;
  values: string[];
}

/** `name`: whom it is about, when that is not the reader; `reason` takes the place of the usual hint. */
export function factMessage(
  fact: { kind: FactKind; reason?: string },
  subject: Subject,
  now: number,
  name?: string,
): FactMessage {
  const { kind, state, hint } = WORDS[fact.kind];
  const said = fact.reason || hint;
  return { kind, values: [subject.title, state, whenOf(subject, now), name ? `${name}：${said}` : said] };
}

/** The `data` of a message: each value under its key. */
export const messageData = (keys: string[], values: string[]): Record<string, { value: string }> =>
  Object.fromEntries(keys.map((key, index) => [key, { value: fitted(key, values[index] ?? '') }]));
