import type { ItemView } from '../../typings/contract/items';
import { evidence, tags } from '../copy/items';
import { type Avatar, avatarOf } from './avatar';
import { calendarDays, dateText, dayTimeText, monthDayTimeText } from './time';

export interface RowTag {
  text: string;
  tone: '' | 'warn' | 'plain' | 'danger';
  /** It takes a line of its own. */
  below?: true;
}

export interface ItemRow extends Avatar {
  id: string;
  name: string;
  line: string;
  tags: RowTag[];
  checked: boolean;
  /** Lines of the name beyond its first; 0 when absent. */
  moreLines?: number;
  /** Its tags stand below its name. */
  tagsBelow?: true;
  /** Address of a picture to be shown over the letter, if it loads. */
  cover?: string;
}

function frequencyText(perWeek: number): string {
  const rounded = Math.round(perWeek);
  return perWeek >= 1 ? evidence.perWeek(rounded) : evidence.perMonth(Math.max(1, Math.round(perWeek * 4.3)));
}

/** When it was last opened, as evidence and not as a judgement: a date once it is more than a week ago. */
export function evidenceText(item: Pick<ItemView, 'lastReadAt'>, now: number): string {
  if (item.lastReadAt === undefined) return evidence.unknown;
  const days = calendarDays(item.lastReadAt, now);
  if (days <= 0) return evidence.today;
  if (days === 1) return evidence.yesterday;
  return days <= 7 ? evidence.daysAgo(days) : evidence.lastRead(dateText(item.lastReadAt));
}

/** Until when a like cannot be cancelled; undefined once it can. `now` by the server's clock. */
export function lockText(
  { lockedUntil }: Pick<ItemView, 'lockedUntil'>,
  now: number,
  big: boolean,
): string | undefined {
  if (lockedUntil === undefined || now >= lockedUntil) return undefined;
  return big
    ? evidence.lockedShort(dayTimeText(lockedUntil, now))
    : evidence.locked(monthDayTimeText(lockedUntil));
}

/** What a dead item was, where its name does not say it already. */
const formerTitle = ({ dead, name, snapshot }: ItemView): string | undefined =>
  dead && snapshot?.title !== undefined && snapshot.title !== name ? snapshot.title : undefined;

function lineOf(item: ItemView, now: number, big: boolean): string {
  const locked = lockText(item, now, big);
  if (locked !== undefined) return locked;
  const was = formerTitle(item);
  if (was !== undefined) return evidence.was(was);
  const opened = evidenceText(item, now);
  if (big) return opened;
  const author = item.snapshot?.author;
  const often = item.postsPerWeek === undefined ? undefined : frequencyText(item.postsPerWeek);
  return [author === item.name ? undefined : author, often, opened].filter(Boolean).join(' · ');
}

export function rowTags(item: ItemView, big: boolean): RowTag[] {
  const shown: RowTag[] = [];
  if (item.protected) shown.push({ text: tags.protected, tone: '' });
  if (item.starred) shown.push({ text: tags.starred, tone: '' });
  if (item.dead) shown.push({ text: tags.dead, tone: 'plain' });
  // In large letters the second line says it already; there is no room to say it twice.
  if (item.silence === 'silent' && !big) shown.push({ text: tags.silent, tone: 'warn' });
  if (item.label !== undefined && !big) shown.push({ text: item.label.slice(0, 6), tone: 'plain' });
  return shown.slice(0, big ? 1 : 2);
}

export function itemRow(item: ItemView, now: number, big: boolean, checked: boolean): ItemRow {
  const cover = item.snapshot?.cover;
  return {
    id: item.id,
    name: item.name,
    ...avatarOf(item.name),
    line: lineOf(item, now, big),
    tags: rowTags(item, big),
    checked,
    ...(cover === undefined ? {} : { cover }),
  };
}
