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

type Asked = (result: { success: () => void; fail: () => void }) => void;
const worked = (call: Asked): Promise<boolean> =>
  new Promise(resolve => call({ success: () => resolve(true), fail: () => resolve(false) }));

/** From 3.4.8, any public article, inside a tap; false when WeChat refuses. */
export const openArticle = (url: string): Promise<boolean> =>
  worked(result => wx.openOfficialAccountArticle({ url, ...result }));

/** From 2.21.2; false when WeChat refuses. */
export const openProfile = (finderUserName: string): Promise<boolean> =>
  worked(result => wx.openChannelsUserProfile({ finderUserName, ...result }));

export const copyText = (data: string): Promise<boolean> =>
  worked(result => wx.setClipboardData({ data, ...result }));
