import type { ItemView } from '../../../typings/contract/items';
import { copyText, openArticle, openProfile } from '../../platform/materials';
import { openingOf } from '../../view/opening';

/** Opens the item in WeChat, or copies its name when WeChat has no way or refuses; `failed` was said already. Call it inside a tap. */
export async function openInWeChat(
  item: Pick<ItemView, 'targetType' | 'url' | 'handle' | 'name'>,
): Promise<'opened' | 'copied' | 'failed'> {
  const way = openingOf(item);
  const opened =
    (way === 'article' && (await openArticle(item.url ?? ''))) ||
    (way === 'profile' && (await openProfile(item.handle ?? '')));
  if (opened) return 'opened';
  return (await copyText(item.name)) ? 'copied' : 'failed';
}
