import type { Chosen } from '../../platform/materials';
import { isPrivacyRefusal } from '../../platform/privacy';

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
    return isPrivacyRefusal(failure) ? 'refused' : undefined;
  }
}

/** `refused`: the privacy guide was not agreed to; `denied`: the album is closed to this mini program. */
export type Saved = 'done' | 'cancel' | 'refused' | 'denied' | 'failed';

function refusalOf(failure: { errno?: number; errMsg: string }): Saved {
  if (isPrivacyRefusal(failure)) return 'refused';
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
