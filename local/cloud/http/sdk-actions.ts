import type { CloudServices } from '../controls';
import type { RunningCall } from '../functions/runtime';
import { API_NOT_PERMITTED } from '../openapi/openapi';
import { decodeCall, encodeReply, type OpenapiReply } from '../openapi/wire';
import { parseObject } from './exchange';

export type Body = Record<string, unknown>;
export type SdkRequest = Body & { action: string };
export type SdkReply = { body: Body } | { bytes: Uint8Array };

const unsupported = (action: string): SdkReply => ({
  body: { code: 'INVALID_PARAM', message: `${action} is not supported by the local cloud` },
});

/** Does what an SDK request asks. `from` is the running call it comes from, if a function sent it. */
export function createActions(services: CloudServices) {
  const { database, runtime, storage, openapi } = services;

  async function invokeFunction(request: Body, from: RunningCall | undefined): Promise<SdkReply> {
    const event = request['request_data'];
    // The person stays the same along a chain of functions; only the source says that a function called.
    const chain = `${from?.caller.chain ?? from?.caller.source ?? ''},scf`;
    const caller = { ...from?.caller, source: 'scf' as const, chain };
    const text = typeof event === 'string' && event !== '' ? event : '{}';
    const reply = await runtime.invoke(String(request['function_name']), text, caller);
    const { requestId } = reply;
    if (reply.ok) return { body: { data: { response_data: reply.result }, requestId } };
    return { body: { code: reply.code, message: reply.message, requestId } };
  }

  function callOpenapi(request: Body, parameters: Body, from: RunningCall | undefined): OpenapiReply {
    const api = String(request['apiName']);
    if (from && !from.spec.openapi.includes(api)) return { errorCode: API_NOT_PERMITTED };
    const origin = from ? { functionName: from.spec.name, requestId: from.callId } : {};
    return openapi.call({ api, parameters, ...origin });
  }

  /** The older JSON form of an openapi call; files come as base64. */
  function callAsJson(request: Body, from: RunningCall | undefined): SdkReply {
    const parameters = parseObject(String(request['requestData'] || '{}'));
    const reply = callOpenapi(request, parameters, from);
    if ('errorCode' in reply)
      return { body: { code: 'SYS_ERR', message: `openapi error ${reply.errorCode}` } };
    const content =
      'json' in reply
        ? reply.json
        : { contentType: reply.contentType, buffer: Buffer.from(reply.file).toString('base64') };
    return { body: { data: { responseData: JSON.stringify(content) } } };
  }

  function callAsProtobuf(request: Body, from: RunningCall | undefined): SdkReply {
    const parameters = decodeCall(request['requestData'] as Uint8Array);
    return { bytes: encodeReply(callOpenapi(request, parameters, from)) };
  }

  return async (request: SdkRequest, from: RunningCall | undefined): Promise<SdkReply> => {
    const { action } = request;
    if (action.startsWith('database.')) return { body: await database.handle(request) };
    if (action.startsWith('storage.')) return { body: storage.handle(request) };
    if (action === 'functions.invokeFunction') return invokeFunction(request, from);
    if (action === 'wx.api') return callAsJson(request, from);
    return action === 'wx.openApi' ? callAsProtobuf(request, from) : unsupported(action);
  };
}
