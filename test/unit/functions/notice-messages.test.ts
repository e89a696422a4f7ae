import fc from 'fast-check';
import type { FactKind } from '../../../cloudfunctions/core/notices/facts';
import {
  clipped,
  factMessage,
  fitted,
  messageData,
  reminderValues,
  timeText,
} from '../../../cloudfunctions/core/notices/messages';
import { readyText } from '../../../cloudfunctions/core/notices/ready-text';
import { readTemplates } from '../../../cloudfunctions/core/notices/templates';
import { sendSubscribeMessage } from '../../../local/cloud/openapi/subscribe-message';

const NOW = Date.UTC(2026, 2, 1, 1, 5);
const DAY_MS = 86_400_000;
const FACTS: FactKind[] = [
  ...(['promoted', 'offered', 'expired', 'approved', 'declined', 'removed', 'moved'] as const),
  ...(['going', 'cancelled'] as const),
];
const SETTING = 'reminder:r,promoted:p,verdict:v';

/** WeChat's answer to a message with these values. */
function errcodeOf(keys: string[], values: string[]): unknown {
  const parameters = { touser: 'o', template_id: 't', data: messageData(keys, values) };
  const anybody = { grant: () => {}, take: () => true, isKnown: () => true };
  const reply = sendSubscribeMessage(parameters, anybody);
  return 'json' in reply ? reply.json['errcode'] : undefined;
}

const keysOf = (kind: string): string[] => readTemplates(SETTING).find(one => one.kind === kind)?.keys ?? [];
const text = fc.string({ unit: 'grapheme', maxLength: 80 });

test('whatever a chain is called, WeChat takes every message about it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...FACTS), text, text, text, (kind, title, reason, name) => {
      const message = factMessage({ kind, reason }, { title }, NOW, name);
      expect(errcodeOf(keysOf(message.kind), message.values)).toBe(0);
      expect(errcodeOf(keysOf('reminder'), reminderValues({ title }, reason, NOW))).toBe(0);
    }),
  );
});

test('a text of 20 characters stays, one more is cut and marked, no character is halved', () => {
  expect(clipped('一'.repeat(20), 20)).toBe('一'.repeat(20));
  expect(clipped('一'.repeat(21), 20)).toBe(`${'一'.repeat(19)}…`);
  expect(clipped(`${'一'.repeat(18)}🏸🏸`, 20)).toBe(`${'一'.repeat(18)}…`);
  expect(clipped(' 两\n行 ', 20)).toBe('两 行');
});

test('a phrase has at most 5 Chinese characters, and an empty value says so', () => {
  expect(fitted('phrase2', '已经转为候补了')).toBe('已经转为候');
  expect(fitted('phrase2', '通过 ok！')).toBe('通过');
  expect(fitted('thing1', ' ')).toBe('无');
});

test('a message shows the time of the event, else the deadline, else its own, by China’s clocks', () => {
  const at = (subject: object): string | undefined =>
    factMessage({ kind: 'going' }, { title: 'x', ...subject }, NOW).values[2];
  expect(at({ eventAt: NOW + DAY_MS, closesAt: NOW })).toBe('2026-03-02 09:05');
  expect(at({ closesAt: NOW - DAY_MS })).toBe('2026-02-28 09:05');
  expect(at({})).toBe(timeText(NOW));
});

test('a reason is told instead of the usual words, and whose entry it is', () => {
  const values = (fact: { kind: FactKind; reason?: string }, name?: string) =>
    factMessage(fact, { title: '羽毛球' }, NOW, name).values;
  expect(values({ kind: 'removed', reason: '人太多' })[3]).toBe('人太多');
  expect(values({ kind: 'promoted' }, '王奶奶')[3]).toBe('王奶奶：有人退出，您已补上名额');
});

test('templates are read from the settings; what is not configured does not exist', () => {
  expect(readTemplates('verdict:abc, reminder:def:thing3/time4/thing9')).toEqual([
    { kind: 'reminder', templateId: 'def', keys: ['thing3', 'time4', 'thing9'] },
    { kind: 'verdict', templateId: 'abc', keys: ['thing1', 'phrase2', 'time3', 'thing4'] },
  ]);
  expect(readTemplates('')).toEqual([]);
});

test('the ready text names people, when and where, and asks for an answer before the deadline', () => {
  const chain = { title: '周六羽毛球', eventAt: NOW, closesAt: NOW - DAY_MS, place: '一号馆' };
  const names = ['张三', '李四'];
  expect(readyText(chain, 'unanswered', { names, count: 2, own: '带水' }).split('\n')).toEqual([
    '【周六羽毛球】',
    '还有 2 位没有接龙：张三、李四',
    '带水',
    '时间：2026年3月1日 周日 09:05',
    '地点：一号馆',
    '截止：2026年2月28日 周六 09:05',
  ]);
  expect(readyText(chain, 'unpaid', { names, count: 130 })).toContain(
    '还有 130 位没有付款：张三、李四等 130 位',
  );
  expect(readyText({ title: 'x', place: '' }, 'in', { names: [], count: 0 })).toBe(
    '【x】\n请已报名的朋友留意',
  );
});
