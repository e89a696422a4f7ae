export const NICKNAME_MAX = 20;

/** Bytes of a picture as it is uploaded. */
export const PICTURE_MAX = 2 * 1024 * 1024;

export type PictureFormat = 'jpg' | 'png' | 'gif' | 'webp';

const startsWith = (bytes: Uint8Array, from: number, ...wanted: number[]): boolean =>
  wanted.every((byte, index) => bytes[from + index] === byte);

/** What a file is by its first bytes, whatever it is called; undefined: no picture that a phone shows. */
export function pictureFormatOf(bytes: Uint8Array): PictureFormat | undefined {
  if (startsWith(bytes, 0, 0xff, 0xd8, 0xff)) return 'jpg';
  if (startsWith(bytes, 0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  // GIF87a, GIF89a.
  if (startsWith(bytes, 0, 0x47, 0x49, 0x46, 0x38) && (bytes[4] === 0x37 || bytes[4] === 0x39)) return 'gif';
  // RIFF….WEBP
  const isRiff = startsWith(bytes, 0, 0x52, 0x49, 0x46, 0x46);
  return isRiff && startsWith(bytes, 8, 0x57, 0x45, 0x42, 0x50) ? 'webp' : undefined;
}

/**
 * Where a phone puts a picture: one path for each person, so that no picture is left anywhere that nobody knows of.
 * The next one replaces it.
 */
export const uploadPathOf = (uid: string): string => `avatars/${uid}/upload`;

export const isOwnUpload = (fileId: string, uid: string): boolean =>
  /^cloud:\/\/[^/]+\/(.+)$/.exec(fileId)?.[1] === uploadPathOf(uid);
