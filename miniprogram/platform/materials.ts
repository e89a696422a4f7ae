import type { ItemView } from '../../typings/contract/items';

export interface ChatFile {
  name: string;
  path: string;
  /** Bytes. */
  size: number;
}

/** One file out of a chat; undefined when the person changes their mind. */
export async function chooseChatFile(): Promise<ChatFile | undefined> {
  try {
    const { tempFiles } = await wx.chooseMessageFile({ count: 1, type: 'file' });
    const file = tempFiles[0];
    return file && { name: file.name, path: file.path, size: file.size };
  } catch {
    return undefined;
  }
}

/** The shortest way WeChat offers to an item. */
export type Opening = 'article' | 'profile' | 'copy';

const ARTICLE = /^https:\/\/mp\.weixin\.qq\.com\//;

export function openingOf(item: Pick<ItemView, 'targetType' | 'url' | 'handle'>): Opening {
  if (item.url !== undefined && ARTICLE.test(item.url)) return 'article';
  if (item.targetType === 'channel' && item.handle !== undefined) return 'profile';
  return 'copy';
}

async function copyName(name: string): Promise<'copied'> {
  await wx.setClipboardData({ data: name });
  return 'copied';
}

/** Opens the item in WeChat, or copies its name when WeChat has no way or refuses. Call it inside a tap. */
export async function openInWeChat(
  item: Pick<ItemView, 'targetType' | 'url' | 'handle' | 'name'>,
): Promise<'opened' | 'copied'> {
  const way = openingOf(item);
  try {
    if (way === 'article') await wx.openOfficialAccountArticle({ url: item.url ?? '' });
    else if (way === 'profile') await wx.openChannelsUserProfile({ finderUserName: item.handle ?? '' });
    else return await copyName(item.name);
    return 'opened';
  } catch {
    return copyName(item.name);
  }
}
