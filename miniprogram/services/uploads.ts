import type { UploadFolder } from '../../typings/contract/uploads';
import { call, upload } from './cloud';

/**
 * Uploads a file to where the server wants it; its cloud file id, or undefined when it could not be sent. The server knows of
 * the place before: what is never used is deleted.
 */
export async function uploadTo(
  folder: UploadFolder,
  path: string,
  extension: string,
): Promise<string | undefined> {
  const place = await call('uploads.begin', { folder, extension: extension.toLowerCase() });
  return place.ok ? upload(path, place.data.cloudPath) : undefined;
}
