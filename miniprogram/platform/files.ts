type Asked<T> = (result: {
  success: (value: T) => void;
  fail: (failure: { errMsg: string }) => void;
}) => void;

/** `cancel`: the person closed WeChat's own sheet. */
type Handed = 'done' | 'cancel' | 'failed';
const handed = (call: Asked<unknown>): Promise<Handed> =>
  new Promise(resolve =>
    call({
      success: () => resolve('done'),
      fail: ({ errMsg }) => resolve(errMsg.includes('cancel') ? 'cancel' : 'failed'),
    }),
  );

/** Sends a file to a chat, inside a tap; from 2.16.1. `name` with its ending. */
export const sendFile = (filePath: string, fileName: string): Promise<Handed> =>
  handed(result => wx.shareFileMessage({ filePath, fileName, ...result }));

/** Only WeChat on a computer can write to the disk. */
export const canSaveToDisk = (): boolean => /^(windows|mac|devtools)$/.test(wx.getDeviceInfo().platform);

/** The dialog proposes the name the file has, so a copy gets it first. */
export async function saveToDisk(filePath: string, name: string): Promise<Handed> {
  const files = wx.getFileSystemManager();
  const named = `${wx.env.USER_DATA_PATH}/${name}`;
  const copied = await handed(result => files.copyFile({ srcPath: filePath, destPath: named, ...result }));
  if (copied !== 'done') return copied;
  const saved = await handed(result => wx.saveFileToDisk({ filePath: named, ...result }));
  files.unlink({ filePath: named });
  return saved;
}

/** Text of a UTF-8 file; undefined when it cannot be read. */
export function readText(filePath: string): Promise<string | undefined> {
  const asked: Asked<{ data: string | ArrayBuffer }> = ({ success, fail }) =>
    wx.getFileSystemManager().readFile({ filePath, encoding: 'utf8', success, fail });
  return new Promise(resolve =>
    asked({ success: ({ data }) => resolve(String(data)), fail: () => resolve(undefined) }),
  );
}
