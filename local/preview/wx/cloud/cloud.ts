import type { PreviewHost } from '../../host/preview-host';
import { ApiFailure, type ApiTable, asyncApi } from '../api-call';
import { nameUnknown } from '../unknown-api';
import { cloudFailure } from './cloud-error';
import { storageOperations } from './cloud-storage';
import { postCloud } from './network';

interface CallOptions {
  name: string;
  data?: Record<string, unknown>;
}

interface InvokeReply {
  requestId: string;
  result?: unknown;
  errCode?: number;
  errMsg?: string;
}

async function callFunction(host: PreviewHost, { name, data = {} }: CallOptions) {
  const { openid } = host.settings.person;
  const reply = await postCloud<InvokeReply>(host, 'invoke', { name, data, openid });
  if (reply.errCode)
    throw new ApiFailure(reply.errMsg ?? 'cloud function failed', { errCode: reply.errCode });
  return { result: reply.result, requestID: reply.requestId };
}

/** `wx.cloud`: functions and storage of the local cloud, called as the person this phone belongs to. */
export function cloudApi(host: PreviewHost): ApiTable {
  let ready = false;
  const afterInit =
    <O, R>(run: (options: O) => R) =>
    (options: O) => {
      if (!ready) throw new ApiFailure("Cloud API isn't enabled, please call wx.cloud.init first");
      return run(options);
    };
  const operation = <O extends object>(name: string, run: (options: O) => unknown, required = {}) =>
    asyncApi<O>(`cloud.${name}`, afterInit(run), { required, failure: cloudFailure });

  const storage = storageOperations(host);
  const members: ApiTable = {
    init: () => {
      ready = true;
    },
    callFunction: operation<CallOptions>('callFunction', o => callFunction(host, o), { name: 'String' }),
    uploadFile: operation('uploadFile', storage.uploadFile, { cloudPath: 'String', filePath: 'String' }),
    downloadFile: operation('downloadFile', storage.downloadFile, { fileID: 'String' }),
    getTempFileURL: operation('getTempFileURL', storage.getTempFileURL, { fileList: 'Array' }),
    deleteFile: operation('deleteFile', storage.deleteFile, { fileList: 'Array' }),
    CloudID: (cloudID: string) => ({ cloudID }),
    database: () => {
      throw new Error('wx.cloud.database is not in the preview: pages go through cloud functions');
    },
  };
  return { cloud: nameUnknown('wx.cloud', members) };
}
