import type { PreviewHost } from '../../host/preview-host';
import { ApiFailure } from '../api-call';
import { keepTemporary, readPath } from '../files/file-url';
import { phoneFetch, postCloud, throughProxy } from './network';

interface FileUrl {
  fileID: string;
  tempFileURL: string;
  /** 0 when the file is there. */
  status: number;
  errMsg: string;
}

interface UploadOptions {
  cloudPath: string;
  filePath: string;
}

type FileList = (string | { fileID: string })[];

const idsOf = (list: FileList) => list.map(file => (typeof file === 'string' ? file : file.fileID));

async function urlsOf(host: PreviewHost, fileList: FileList): Promise<FileUrl[]> {
  const body = { fileList: idsOf(fileList), openid: host.settings.person.openid };
  const reply = await postCloud<{ fileList: FileUrl[] }>(host, 'storage/urls', body);
  return reply.fileList.map(file => ({
    ...file,
    tempFileURL: file.tempFileURL && throughProxy(host, file.tempFileURL),
  }));
}

/** What `wx.cloud` does with files, over the local cloud's `/storage`. */
export function storageOperations(host: PreviewHost) {
  const { openid } = host.settings.person;
  return {
    async uploadFile({ cloudPath, filePath }: UploadOptions, signal: AbortSignal) {
      const query = new URLSearchParams({ cloudPath, openid });
      const response = await phoneFetch(host, `${host.cloudUrl}storage/upload?${query}`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: readPath(filePath),
        signal,
      });
      const reply = (await response.json()) as { fileID?: string; errMsg?: string };
      if (!reply.fileID) throw new ApiFailure(reply.errMsg ?? `upload answered ${response.status}`);
      return { fileID: reply.fileID, statusCode: 204 };
    },
    async downloadFile({ fileID }: { fileID: string }, signal: AbortSignal) {
      const [file] = await urlsOf(host, [fileID]);
      if (file?.status !== 0) throw new ApiFailure(file?.errMsg ?? 'file not found', { errCode: -503003 });
      const response = await phoneFetch(host, file.tempFileURL, { signal });
      if (!response.ok) throw new ApiFailure('file not found', { errCode: -503003 });
      return {
        tempFilePath: await keepTemporary(await response.blob(), fileID),
        statusCode: response.status,
      };
    },
    async getTempFileURL({ fileList }: { fileList: FileList }) {
      return { fileList: await urlsOf(host, fileList) };
    },
    async deleteFile({ fileList }: { fileList: FileList }) {
      const body = { fileList: idsOf(fileList), openid };
      return postCloud<{ fileList: { fileID: string; status: number; errMsg: string }[] }>(
        host,
        'storage/delete',
        body,
      );
    },
  };
}
