import { createHash } from 'node:crypto';
import { ENVIRONMENT_ID } from '../functions/caller';

/** A file's id is `cloud://<environment>.<bucket>/<path>`. */
const BUCKET = '6c69-liyili-local-1250000000';
const ID_PREFIX = `cloud://${ENVIRONMENT_ID}.${BUCKET}/`;

/** Bytes of a path (WeChat). */
const PATH_LIMIT = 850;

/** Whether WeChat would take this as a path: not empty, no leading, double or trailing slash, no dot segments. */
export function isCloudPath(cloudPath: unknown): cloudPath is string {
  if (typeof cloudPath !== 'string' || cloudPath === '' || Buffer.byteLength(cloudPath) > PATH_LIMIT)
    return false;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here.
  if (/[\x00-\x1f\x7f\\]/.test(cloudPath)) return false;
  return cloudPath.split('/').every(segment => segment !== '' && segment !== '.' && segment !== '..');
}

export const fileIdOf = (cloudPath: string): string => ID_PREFIX + cloudPath;

/** The path inside a file id of this cloud; undefined for anything else. */
export function cloudPathOf(fileId: string): string | undefined {
  const cloudPath = fileId.startsWith(ID_PREFIX) ? fileId.slice(ID_PREFIX.length) : undefined;
  return isCloudPath(cloudPath) ? cloudPath : undefined;
}

/** Names on disk say nothing about paths, so no path can lead out of the folder or clash with another. */
export const diskNameOf = (cloudPath: string): string => createHash('sha256').update(cloudPath).digest('hex');
