import { common } from '../copy/common';
import { isPrivacyRefusal } from './privacy';
import { toast } from './toast';

export interface ChatFile {
  name: string;
  path: string;
  /** Bytes. */
  size: number;
}

/** What a person chose; `refused`: the privacy guide was not agreed to, `undefined`: they changed their mind. */
export type Chosen<T> = T | 'refused' | undefined;

async function chosen<T>(choosing: () => Promise<T | undefined>): Promise<Chosen<T>> {
  try {
    return await choosing();
  } catch (failure) {
    return isPrivacyRefusal(failure) ? 'refused' : undefined;
  }
}

/** One file out of a chat. */
export const chooseChatFile = (): Promise<Chosen<ChatFile>> =>
  chosen(async () => {
    const { tempFiles } = await wx.chooseMessageFile({ count: 1, type: 'file' });
    const file = tempFiles[0];
    return file && { name: file.name, path: file.path, size: file.size };
  });

/** Path of one picture out of the album. */
export const choosePicture = (): Promise<Chosen<string>> =>
  chosen(async () => {
    const { tempFiles } = await wx.chooseMedia({ count: 1, mediaType: ['image'], sourceType: ['album'] });
    return tempFiles[0]?.tempFilePath;
  });

/** An article or a file of a chat that the person opened with this mini program. */
export type Forwarded = { link: string; title: string } | { file: ChatFile };

/** Opened with a material out of a chat. */
const SCENE_MATERIAL = 1173;
/** WeChat repeats the materials whenever the mini program comes to the front; these were taken already. */
let taken = '';

/**
 * What the person brought along, each set once; empty when there is nothing new. `opened`: WeChat opened the page just
 * now, so the same article means that it was sent once more.
 */
export function takeForwarded(opened: boolean): Forwarded[] {
  const { scene, forwardMaterials = [] } = wx.getEnterOptionsSync();
  const key = JSON.stringify(forwardMaterials);
  if (scene !== SCENE_MATERIAL || (key === taken && !opened)) return [];
  taken = key;
  return forwardMaterials.map(({ name, path, size }) =>
    /^https?:/.test(path) ? { link: path, title: name } : { file: { name, path, size } },
  );
}

type Asked = (result: { success: () => void; fail: () => void }) => void;
const worked = (call: Asked): Promise<boolean> =>
  new Promise(resolve => call({ success: () => resolve(true), fail: () => resolve(false) }));

/** From 3.4.8, any public article, inside a tap; false when WeChat refuses. */
export const openArticle = (url: string): Promise<boolean> =>
  worked(result => wx.openOfficialAccountArticle({ url, ...result }));

/** From 2.21.2; false when WeChat refuses. */
export const openProfile = (finderUserName: string): Promise<boolean> =>
  worked(result => wx.openChannelsUserProfile({ finderUserName, ...result }));

/** Says by itself why it was not copied. */
export const copyText = (data: string): Promise<boolean> =>
  new Promise(resolve =>
    wx.setClipboardData({
      data,
      success: () => resolve(true),
      fail: failure => {
        toast(isPrivacyRefusal(failure) ? common.copyRefused : common.copyFailed);
        resolve(false);
      },
    }),
  );
