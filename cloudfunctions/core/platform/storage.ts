import { groupsOf } from './groups';
import { connect } from './sdk';

/** Plain bytes, without the typings' quarrel over Buffer. */
const copied = (bytes: Buffer | undefined): Uint8Array | undefined =>
  bytes && new Uint8Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));

/** The bytes of an uploaded file, or undefined when there is none under that id. */
export async function downloadFile(fileId: string): Promise<Uint8Array | undefined> {
  try {
    const { fileContent } = await connect().downloadFile({ fileID: fileId });
    return typeof fileContent === 'string' ? new TextEncoder().encode(fileContent) : copied(fileContent);
  } catch (error) {
    console.warn('file not read', error);
    return undefined;
  }
}

/** Bytes of an uploaded file, from its address's header; undefined when the platform does not tell. */
export async function fileSize(fileId: string): Promise<number | undefined> {
  try {
    const { fileList } = await connect().getFileInfo({ fileList: [fileId] });
    return fileList[0]?.size;
  } catch (error) {
    console.warn('size not read', error);
    return undefined;
  }
}

/** Uploaded files are read once; one that cannot be deleted is only untidy. */
export async function deleteFile(fileId: string): Promise<void> {
  await connect()
    .deleteFile({ fileList: [fileId] })
    .catch((error: unknown) => console.warn('file not deleted', error));
}

/** The platform's limit for one call. */
const FILES_AT_ONCE = 50;

/** Deletes files; false when the storage did not answer. One that is not there counts as deleted. */
export async function deleteFiles(fileIds: string[]): Promise<boolean> {
  try {
    for (const fileList of groupsOf(fileIds, FILES_AT_ONCE)) await connect().deleteFile({ fileList });
    return true;
  } catch (error) {
    console.warn('files not deleted', error);
    return false;
  }
}

/** The storage did not take or give a file. */
export class StorageOutage extends Error {
  override readonly name = 'StorageOutage';
}

async function request<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (cause) {
    throw new StorageOutage('the storage request failed', { cause });
  }
}

/** The id that a file of this path has or will have. */
export const fileIdFor = (cloudPath: string): Promise<string> =>
  request(async () => (await connect().getUploadMetadata({ cloudPath })).data.fileId);

/** Writes a file and gives its id. It belongs to no phone: only addresses made here lead to it. */
export const uploadFile = (cloudPath: string, fileContent: Buffer): Promise<string> =>
  request(async () => (await connect().uploadFile({ cloudPath, fileContent })).fileID);

/** Seconds for which an address of a file works. */
const ADDRESS_AGE_S = 7200;

/** Signed addresses of files, for whoever has them. */
export async function addressesOf(fileIds: string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const group of groupsOf(fileIds, FILES_AT_ONCE)) {
    const fileList = group.map(fileID => ({ fileID, maxAge: ADDRESS_AGE_S }));
    const reply = await request(() => connect().getTempFileURL({ fileList }));
    for (const { fileID, tempFileURL } of reply.fileList) if (tempFileURL) found.set(fileID, tempFileURL);
  }
  return found;
}
