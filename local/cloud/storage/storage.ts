import path from 'node:path';
import { type Addresses, openAddresses } from './addresses';
import { cloudPathOf, diskNameOf, fileIdOf, isCloudPath } from './cloud-path';
import { type Files, openFiles } from './files';

/** Files in one call of temporary addresses or deletions (WeChat). */
const BATCH_LIMIT = 50;

export interface Storage {
  files: Files;
  addresses: Addresses;
  /** Answers the SDK's `storage.*` actions: the body without requestId, or `{code, message}`. */
  handle(request: Record<string, unknown>): Record<string, unknown>;
  /** One entry for each id, as the SDK's reply has them. */
  addressesOf(list: FileRequest[]): Array<Record<string, unknown>>;
  /** With `openid` only that person's own files. */
  remove(fileIds: string[], openid?: string): Array<{ code: string; fileID: string }>;
}

export interface FileRequest {
  fileid: string;
  /** Seconds. */
  max_age?: number;
}

const invalid = (message: string): Record<string, unknown> => ({ code: 'INVALID_PARAM', message });

function readList<T>(value: unknown, isEntry: (entry: unknown) => entry is T): T[] | undefined {
  const fits = Array.isArray(value) && value.length <= BATCH_LIMIT && value.every(isEntry);
  return fits ? (value as T[]) : undefined;
}

const isText = (entry: unknown): entry is string => typeof entry === 'string';
const isFileRequest = (entry: unknown): entry is FileRequest =>
  typeof (entry as { fileid?: unknown } | null)?.fileid === 'string';

/** Files under `dir`, reached by signed addresses below `url()`. */
export function openStorage(dir: string, now: () => number, url: () => string): Storage {
  const files = openFiles(path.join(dir, 'files'));
  const addresses = openAddresses(dir, now, url);

  function addressesOf(list: FileRequest[]): Array<Record<string, unknown>> {
    return list.map(({ fileid, max_age }) => {
      const cloudPath = cloudPathOf(fileid);
      if (cloudPath === undefined || !files.find(cloudPath))
        return { code: 'STORAGE_FILE_NONEXIST', fileID: fileid, fileid, tempFileURL: '' };
      const tempFileURL = addresses.download(cloudPath, max_age);
      return {
        code: 'SUCCESS',
        fileID: fileid,
        fileid,
        tempFileURL,
        download_url: tempFileURL,
        maxAge: max_age,
      };
    });
  }

  function removeOne(fileID: string, openid: string | undefined): { code: string; fileID: string } {
    const cloudPath = cloudPathOf(fileID);
    const file = cloudPath === undefined ? undefined : files.find(cloudPath);
    if (!file) return { code: 'STORAGE_FILE_NONEXIST', fileID };
    if (openid !== undefined && file.openid !== openid) return { code: 'STORAGE_EXCEED_AUTHORITY', fileID };
    files.remove(file.cloudPath);
    return { code: 'SUCCESS', fileID };
  }

  const remove: Storage['remove'] = (fileIds, openid) => fileIds.map(fileID => removeOne(fileID, openid));

  function prepareUpload(cloudPath: unknown): Record<string, unknown> {
    if (!isCloudPath(cloudPath)) return invalid('cloudPath is not a valid path');
    const cosFileId = diskNameOf(cloudPath);
    const authorization = addresses.uploadPermit(cloudPath);
    const address = `${url()}/storage/object/${encodeURIComponent(cloudPath)}`;
    return { data: { url: address, token: 'local', authorization, fileId: fileIdOf(cloudPath), cosFileId } };
  }

  function giveAddresses(fileList: unknown): Record<string, unknown> {
    const list = readList(fileList, isFileRequest);
    return list
      ? { data: { download_list: addressesOf(list) } }
      : invalid(`file_list: up to ${BATCH_LIMIT} files`);
  }

  function deleteFiles(fileList: unknown): Record<string, unknown> {
    const list = readList(fileList, isText);
    return list
      ? { data: { delete_list: remove(list) } }
      : invalid(`fileid_list: up to ${BATCH_LIMIT} files`);
  }

  return {
    files,
    addresses,
    addressesOf,
    remove,
    handle: request => {
      if (request['action'] === 'storage.getUploadMetadata') return prepareUpload(request['path']);
      if (request['action'] === 'storage.batchGetDownloadUrl') return giveAddresses(request['file_list']);
      if (request['action'] === 'storage.batchDeleteFile') return deleteFiles(request['fileid_list']);
      return invalid(`${String(request['action'])} is not supported by the local cloud`);
    },
  };
}
