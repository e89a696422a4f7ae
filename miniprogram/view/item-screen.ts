import type { ItemView } from '../../typings/contract/items';
import { kinds, targetTypes } from '../copy/common';
import { item as copy, marks } from '../copy/items';
import { type Avatar, avatarOf } from './avatar';
import type { Chip } from './item-query';
import { evidenceText } from './item-row';
import type { Opening } from './opening';
import { dateText } from './time';

export interface ItemScreen extends Avatar {
  name: string;
  facts: string[];
  openText: string;
  tags: string[];
  starred: boolean;
  protected: boolean;
  label: string;
  note: string;
  marks: Chip[];
  removeText: string;
}

const openTexts: Record<Opening, string> = {
  article: copy.openArticle,
  profile: copy.openProfile,
  copy: copy.copyName,
};

export function itemScreen(item: ItemView, opening: Opening, now: number): ItemScreen {
  return {
    name: item.name,
    ...avatarOf(item.name),
    facts: [targetTypes[item.targetType], evidenceText(item, now), copy.added(dateText(item.addedAt))],
    openText: openTexts[opening],
    tags: item.tags,
    starred: item.starred,
    protected: item.protected,
    label: item.label ?? '',
    note: item.note ?? '',
    marks: (Object.keys(marks) as (keyof typeof marks)[]).map(id => ({
      id,
      text: marks[id],
      on: item.marks.includes(id),
    })),
    removeText: kinds[item.kind].remove,
  };
}
