import type { MeView } from '../../../typings/contract/people';
import { done, type Outcome, refuse } from '../gateway/refusal';
import { shortHash } from '../platform/crypto';
import {
  addressesOf,
  deleteFiles,
  downloadFile,
  fileIdFor,
  fileSize,
  StorageOutage,
  uploadFile,
} from '../platform/storage';
import { isOwnUpload, PICTURE_MAX, pictureFormatOf, uploadPathOf } from './rules';
import { findProfile, forgetPictures, notePicture, type Person } from './store';

/** A person as they are shown to themselves. Without the picture when the storage does not answer. */
export async function shownMe({ me, avatar }: Person): Promise<MeView> {
  if (avatar === undefined) return me;
  try {
    const avatarUrl = (await addressesOf([avatar])).get(avatar);
    return avatarUrl === undefined ? me : { ...me, profile: { ...me.profile, avatarUrl } };
  } catch (error) {
    if (!(error instanceof StorageOutage)) throw error;
    console.warn('no address of a picture', error);
    return me;
  }
}

interface Picture {
  path: string;
  bytes: Uint8Array;
}

/** What the caller uploaded, if it is a picture; it gets a path of its own that its content gives. */
export async function readUpload(fileId: string, uid: string): Promise<Outcome<Picture>> {
  if (!isOwnUpload(fileId, uid))
    return refuse('BAD_INPUT', { path: 'avatarFileId', expected: 'a picture uploaded by the caller' });
  const size = await fileSize(fileId);
  const bytes = size !== undefined && size > PICTURE_MAX ? 'too large' : await downloadFile(fileId);
  if (!bytes) return refuse('NOT_FOUND', { message: '图片没有传上来，请再选一次' });
  if (bytes === 'too large' || bytes.length > PICTURE_MAX)
    return refuse('TOO_LARGE', { message: '图片超过 2 MB，请换一张小一点的', max: PICTURE_MAX });
  const format = pictureFormatOf(bytes);
  if (!format) {
    const message = '这个文件不是图片，请换一张';
    return refuse('BAD_INPUT', { message, path: 'avatarFileId', expected: 'jpg, png, gif or webp' });
  }
  return done({
    path: `avatars/${uid}/${shortHash(Buffer.from(bytes).toString('base64'))}.${format}`,
    bytes,
  });
}

/**
 * Copies a picture to where no phone can change it. It is noted before it is written: whatever a killed call leaves behind
 * goes with the next picture, or with the account.
 */
export async function keepPicture(
  uid: string,
  { path, bytes }: Picture,
): Promise<{ fileId: string; former: string[] }> {
  const former = await notePicture(uid, await fileIdFor(path));
  return { fileId: await uploadFile(path, Buffer.from(bytes)), former };
}

/** Deletes pictures that are shown no more; those that cannot be deleted now stay noted. */
export async function dropPictures(uid: string, fileIds: string[]): Promise<void> {
  if (fileIds.length > 0 && (await deleteFiles(fileIds))) await forgetPictures(uid, fileIds);
}

/** Every file of a person's profile, the one on its way included. Two requests, one of them to the storage. */
export async function pictureFilesOf(uid: string): Promise<string[]> {
  const profile = await findProfile(uid);
  return [...(profile?.pictures ?? []), await fileIdFor(uploadPathOf(uid))];
}
