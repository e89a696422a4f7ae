import type { ItemView } from '../../typings/contract/items';

/** The shortest way WeChat offers to an item: its article, its channel, or its name to search for. */
export type Opening = 'article' | 'profile' | 'copy';

const ARTICLE = /^https:\/\/mp\.weixin\.qq\.com\//;

export function openingOf(item: Pick<ItemView, 'targetType' | 'url' | 'handle'>): Opening {
  if (item.url !== undefined && ARTICLE.test(item.url)) return 'article';
  if (item.targetType === 'channel' && item.handle !== undefined) return 'profile';
  return 'copy';
}
