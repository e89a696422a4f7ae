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
