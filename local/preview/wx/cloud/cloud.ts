import type { PreviewHost } from '../../host/preview-host';
import { ApiFailure, type ApiTable, asyncApi } from '../api-call';
import { nameUnknown } from '../unknown-api';
import { cloudFailure } from './cloud-error';
import { storageOperations } from './cloud-storage';
import { postCloud } from './network';
import { taskApi } from './task';

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

type Transfer<O> = (options: O, signal: AbortSignal) => Promise<object>;

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
    <A extends unknown[], R>(run: (...values: A) => R) =>
    (...values: A) => {
      if (!ready) throw new ApiFailure("Cloud API isn't enabled, please call wx.cloud.init first");
      return run(...values);
    };
  const operation = <O extends object>(name: string, run: (options: O) => unknown, required = {}) =>
    asyncApi<O>(`cloud.${name}`, afterInit(run), { required, failure: cloudFailure });
  const transfer = <O extends object>(name: string, run: Transfer<O>, required = {}) =>
    taskApi<O>(`cloud.${name}`, async (...values) => afterInit(run)(...values), {
      required,
      failure: cloudFailure,
    });

  const storage = storageOperations(host);
  const members: ApiTable = {
    init: () => {
      ready = true;
    },
    callFunction: operation<CallOptions>('callFunction', o => callFunction(host, o), { name: 'String' }),
    uploadFile: transfer('uploadFile', storage.uploadFile, { cloudPath: 'String', filePath: 'String' }),
    downloadFile: transfer('downloadFile', storage.downloadFile, { fileID: 'String' }),
    getTempFileURL: operation('getTempFileURL', storage.getTempFileURL, { fileList: 'Array' }),
    deleteFile: operation('deleteFile', storage.deleteFile, { fileList: 'Array' }),
    CloudID: (cloudID: string) => ({ cloudID }),
    database: () => {
      throw new Error('wx.cloud.database is not in the preview: pages go through cloud functions');
    },
  };
  return { cloud: nameUnknown('wx.cloud', members) };
}
