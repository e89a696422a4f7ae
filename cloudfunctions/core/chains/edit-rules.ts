import type { ChainChanges, ChainDraft, ChainField } from '../../../typings/contract/fields';
import type { ChainDocument } from './document';
import { textsOf } from './draft';

/** Names of the settings for the history. */
const NAMES: Record<keyof ChainDraft, string> = {
  template: '模板',
  title: '标题',
  organizerName: '发起人',
  description: '说明',
  eventAt: '活动时间',
  place: '地点',
  opensAt: '开始时间',
  closesAt: '截止时间',
  capacity: '名额',
  perPerson: '每人上限',
  minimum: '最低人数',
  priceFen: '价格',
  fields: '填写项',
  images: '图片',
  waitlist: '候补',
  holdHours: '候补确认时间',
  approval: '审核',
  forOthers: '代接龙',
  names: '名单可见范围',
  eraseAfterDays: '信息保留天数',
  recurrence: '循环',
};

/** The values are JSON from the same schema: what is the same is written the same, save for the order of a draft's keys. */
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Settings that a change really changes. */
export const changedNames = (before: ChainDraft, after: ChainDraft): (keyof ChainDraft)[] =>
  (Object.keys(NAMES) as (keyof ChainDraft)[]).filter(name => !isSame(before[name], after[name]));

export const describeChanges = (names: (keyof ChainDraft)[]): string =>
  names.map(name => NAMES[name]).join('、');

/** Words that nobody could read before. */
export function newTexts(before: ChainDraft, after: ChainDraft): string[] {
  const known = new Set(textsOf(before));
  return textsOf(after).filter(text => !known.has(text));
}

/** Whether answers to the one are answers to the other: kept, masked and encrypted in the same way. */
const isSameKind = (one: ChainField, other: ChainField): boolean =>
  one.type === other.type &&
  one.personal === other.personal &&
  (one.counted ?? false) === (other.counted ?? false);

/** Fields that go, or become something else, with an edit. */
export const lostFields = (before: ChainDraft, after: ChainDraft): ChainField[] =>
  before.fields.filter(field => {
    const kept = after.fields.find(({ id }) => id === field.id);
    return kept === undefined || !isSameKind(field, kept);
  });

/** Labels of options that go with an edit although somebody chose them. `chosen`: `<field>_<option>`. */
export function lostOptions(before: ChainDraft, after: ChainDraft, chosen: Set<string>): string[] {
  const kept = new Set(after.fields.flatMap(({ id, options = [] }) => options.map(one => `${id}_${one.id}`)));
  return before.fields.flatMap(({ id: field, options = [] }) =>
    options
      .filter(({ id }) => chosen.has(`${field}_${id}`) && !kept.has(`${field}_${id}`))
      .map(({ label }) => label),
  );
}

/** Why a chain cannot begin or end to be a recurring one, or be another one, with an edit. */
export function recurrenceRefusal(chain: ChainDocument, { recurrence }: ChainChanges): string | undefined {
  if (recurrence === undefined) return undefined;
  if (chain.series !== undefined) return '这是循环接龙中的一期，请在整个接龙里修改循环';
  if (recurrence === null && chain.settings.recurrence) return '循环接龙不能改成单次，请复制一个新的';
  if (!chain.settings.recurrence && chain.book.order.length > 0) return '已经有人报名，不能改成循环接龙';
  return undefined;
}

/** A verdict was about a deadline and a number: when they change, it is decided again. */
export const losesVerdict = (before: ChainDraft, after: ChainDraft, now: number): boolean =>
  before.minimum !== after.minimum ||
  (before.closesAt !== after.closesAt && (after.closesAt ?? Number.POSITIVE_INFINITY) > now);
