import type { ItemView } from '../../typings/contract/items';
import { kinds, targetTypes } from '../copy/common';
import { item as copy, marks } from '../copy/items';
import { type Avatar, avatarOf } from './avatar';
import type { Chip } from './item-query';
import { evidenceText, lockText } from './item-row';
import type { Opening } from './opening';
import { dateText } from './time';

export interface SnapshotCard {
  title: string;
  facts: string[];
  /** Blank when there is none. */
  cover: string;
}

export interface ItemScreen extends Avatar {
  name: string;
  facts: string[];
  openText: string;
  snapshot: SnapshotCard | null;
  folderName: string;
  folder: string;
  tags: string[];
  starred: boolean;
  protected: boolean;
  dead: boolean;
  label: string;
  note: string;
  marks: Chip[];
  removeText: string;
  /** Until when a like cannot be cancelled, in words; blank when it can. */
  locked: string;
  /** Its likes by all people can be looked at. */
  hasContent: boolean;
}

const openTexts: Record<Opening, string> = {
  article: copy.openArticle,
  profile: copy.openProfile,
  copy: copy.copyName,
};

function snapshotCard({ snapshot, name }: ItemView): SnapshotCard | null {
  if (snapshot === undefined) return null;
  const { title, author, cover, takenAt } = snapshot;
  const from = author === undefined ? [] : [copy.byAuthor(author)];
  return {
    title: title ?? name,
    facts: [...from, copy.takenAt(dateText(takenAt))],
    cover: cover ?? '',
  };
}

/** `now`: the server's clock. */
export function itemScreen(item: ItemView, opening: Opening, now: number): ItemScreen {
  const { name, tags, starred, dead, label = '', note = '' } = item;
  return {
    ...{ name, tags, starred, protected: item.protected, dead, label, note },
    ...avatarOf(name),
    facts: [targetTypes[item.targetType], evidenceText(item, now), copy.added(dateText(item.addedAt))],
    openText: openTexts[opening],
    snapshot: snapshotCard(item),
    folderName: kinds[item.kind].folder,
    folder: item.folder ?? copy.folderNone,
    marks: (Object.keys(marks) as (keyof typeof marks)[]).map(id => ({
      id,
      text: marks[id],
      on: item.marks.includes(id),
    })),
    removeText: kinds[item.kind].remove,
    locked: lockText(item, now, false) ?? '',
    hasContent: item.kind === 'like' && item.url !== undefined,
  };
}
