import type { ItemKind, Snapshot, TargetType } from '../../typings/contract/items';
import type { LinkView } from '../../typings/contract/links';
import { add } from '../copy/items';

/** What a link turned out to be, under the field it was typed into. */
export interface LinkCard {
  state: 'none' | 'loading' | 'found' | 'bare';
  title: string;
  hint: string;
  /** Blank when there is none. */
  cover: string;
}

export const noLink: LinkCard = { state: 'none', title: '', hint: '', cover: '' };
export const loadingLink: LinkCard = { ...noLink, state: 'loading' };

const NAME_MAX = 100;
const LINK = /https?:\/\/[^\s\u3000-\u303f\uff00-\uffef]+/i;

/** The first link in a text, as people share it with words around it; undefined without one. */
export const linkIn = (text: string): string | undefined => LINK.exec(text)?.[0];

/** A link as a name, for want of a better one. */
export const nameOfLink = (url: string): string => url.replace(/^https?:\/\//i, '').slice(0, NAME_MAX);

export function linkCard(link: LinkView): LinkCard {
  if (!link.found)
    return { ...noLink, state: 'bare', title: add.linkBare, hint: link.dead ? add.linkDead : '' };
  const { title = '', author = '', cover = '' } = link;
  const hint = [author, link.dead ? add.linkDead : ''].filter(Boolean).join(' · ');
  return { state: 'found', title: title || author, hint, cover };
}

/** What a link suggests to call the item: who is followed is the account, what is liked or kept is the content. */
export function suggestedName({ found, title, author }: LinkView, kind: ItemKind): string {
  if (!found) return '';
  return ((kind === 'follow' ? (author ?? title) : (title ?? author)) ?? '').slice(0, NAME_MAX);
}

/** A follow stays the account it is; a content is an article or a video by where it lies. */
export function suggestedType(url: string, kind: ItemKind): TargetType | undefined {
  if (kind === 'follow') return undefined;
  return /(bilibili|youtube|douyin|channels\.weixin|v\.qq)\./i.test(url) ? 'video' : 'article';
}

/** What the item will still say of itself when the link is dead. `takenAt`: epoch ms, server time. */
export function snapshotOf({ found, title, author, cover }: LinkView, takenAt: number): Snapshot | undefined {
  if (!found) return undefined;
  return {
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author }),
    ...(cover === undefined ? {} : { cover }),
    takenAt,
  };
}
