import type { BatchPreview } from '../../typings/contract/batches';
import { confirm } from '../copy/batches';
import { kinds } from '../copy/common';
import { type Avatar, avatarOf } from './avatar';
import { grouped } from './numbers';
import { dayTimeText, monthDayTimeText } from './time';

export interface ConfirmView {
  title: string;
  recover: string;
  people: (Avatar & { id: string; name: string })[];
  /** "+32" beyond the people shown; blank when all are. */
  more: string;
  /** The same in one text, for large letters: the first few, and as many as are known. */
  fewNames: string;
  allNames: string;
  facts: { name: string; text: string }[];
  /** All of it in sentences, to be read aloud. */
  spoken: string;
  action: string;
  canConfirm: boolean;
}

export const nothingToConfirm: ConfirmView = {
  title: '',
  recover: '',
  people: [],
  more: '',
  fewNames: '',
  allNames: '',
  facts: [],
  spoken: '',
  action: '',
  canConfirm: false,
};

/** Names that are read at a glance. */
const FEW = 5;

function titleOf(preview: BatchPreview, big: boolean): string {
  const { remove, noun } = kinds[preview.kind];
  const [first] = preview.sample;
  if (preview.count === 1 && first) return confirm.titleOne(remove, first.name);
  const count = grouped(preview.count);
  return big ? confirm.titleBig(remove, count, noun) : confirm.title(remove, count, noun);
}

/** A few of the names, and a word for the rest. */
const fewOf = ({ count, names }: { count: number; names: string[] }): string =>
  names.slice(0, FEW).join('、') + (count > FEW ? confirm.skippedMore : '');

/** Who stays and why: protected, or likes whose content is locked. */
function stayingFacts({ skipped, locked }: BatchPreview): ConfirmView['facts'] {
  const facts: ConfirmView['facts'] = [];
  if (skipped.count > 0) {
    facts.push({ name: confirm.skipped, text: confirm.skippedText(skipped.count, fewOf(skipped)) });
  }
  if (locked !== undefined && locked.count > 0) {
    const text = confirm.lockedText(grouped(locked.count), fewOf(locked), monthDayTimeText(locked.until));
    facts.push({ name: confirm.locked, text });
  }
  return facts;
}

function riskText({ risks = [], later }: BatchPreview): string {
  const texts = risks.map(risk => confirm.risks[risk]);
  if (later > 0) texts.push(confirm.riskLater);
  return texts.length > 0 ? texts.join('；') : confirm.riskNone;
}

function quotaText(preview: BatchPreview, serverNow: number): string {
  const { kind, now, later, laterAt, quota } = preview;
  if (later > 0 && laterAt !== undefined) {
    const at = dayTimeText(laterAt, serverNow);
    return confirm.quotaLater(grouped(now), grouped(later), at, kinds[kind].counter);
  }
  return confirm.quotaNow(grouped(now), grouped(Math.max(0, quota.remaining - now)), grouped(quota.limit));
}

function namesText({ kind, count, sample }: BatchPreview, shown: number): string {
  const names = sample.slice(0, shown).map(({ name }) => name);
  const whole = names.length === count;
  return names.join('、') + (whole ? '' : confirm.inAll(grouped(count), kinds[kind].counter));
}

/** WeChat's audit wants at most 60 children of a node; the last one says how many more there are. */
const MOST_FACES = 59;

const asSentence = (text: string): string => (/[。？]$/.test(text) ? text : `${text}。`);

/** The frozen list in words. `serverNow`: the reply's clock; `big` asks in plain language. */
export function confirmView(preview: BatchPreview, serverNow: number, big: boolean): ConfirmView {
  const facts = [
    ...stayingFacts(preview),
    { name: confirm.quota, text: quotaText(preview, serverNow) },
    { name: confirm.inWeChat, text: confirm.inWeChatText },
    { name: confirm.risk, text: riskText(preview) },
  ];
  const people = preview.sample.slice(0, MOST_FACES).map(({ id, name }) => ({ id, name, ...avatarOf(name) }));
  const unseen = preview.count - people.length;
  const title = preview.count > 0 ? titleOf(preview, big) : confirm.nothing;
  const recover = big ? confirm.recoverBig : confirm.recover;
  return {
    title,
    recover,
    spoken: [title, recover, ...facts.map(({ name, text }) => `${name}，${text}`)].map(asSentence).join(''),
    people,
    more: unseen > 0 ? confirm.more(unseen) : '',
    fewNames: namesText(preview, FEW),
    allNames: namesText(preview, preview.sample.length),
    facts,
    action: kinds[preview.kind].remove,
    canConfirm: preview.count > 0,
  };
}
