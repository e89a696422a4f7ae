import type { Chosen } from '../../platform/materials';

/** This is how WeChat says that the privacy guide was not agreed to. */
const PRIVACY_REFUSED = 104;
const isPrivacy = ({ errno, errMsg = '' }: { errno?: number; errMsg?: string }): boolean =>
  errno === PRIVACY_REFUSED || /privacy/i.test(errMsg);

/** Paths of up to `most` pictures, shrunk by WeChat. */
export async function choosePictures(most: number): Promise<Chosen<string[]>> {
  try {
    const { tempFiles } = await wx.chooseMedia({
      count: most,
      mediaType: ['image'],
      sourceType: ['album', 'camera'],
      sizeType: ['compressed'],
    });
    return tempFiles.map(({ tempFilePath }) => tempFilePath);
  } catch (failure) {
    return isPrivacy(failure as object) ? 'refused' : undefined;
  }
}

/** `refused`: the privacy guide was not agreed to; `denied`: the album is closed to this mini program. */
export type Saved = 'done' | 'cancel' | 'refused' | 'denied' | 'failed';

function refusalOf(failure: { errno?: number; errMsg: string }): Saved {
  if (isPrivacy(failure)) return 'refused';
  if (/auth/i.test(failure.errMsg)) return 'denied';
  return failure.errMsg.includes('cancel') ? 'cancel' : 'failed';
}

export const saveToAlbum = (filePath: string): Promise<Saved> =>
  new Promise(resolve =>
    wx.saveImageToPhotosAlbum({
      filePath,
      success: () => resolve('done'),
      fail: failure => resolve(refusalOf(failure)),
    }),
  );
