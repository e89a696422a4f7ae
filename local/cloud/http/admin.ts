import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CloudServices } from '../controls';
import { DatabaseError } from '../database/database-error';
import type { RunningCall } from '../functions/runtime';
import { parseObject, RequestError, readBody, sendJson } from './exchange';
import { readFields } from './multipart';
import { createActions, type SdkReply, type SdkRequest } from './sdk-actions';

/** Errors as the SDK reads them, for a request that was refused on purpose. */
const INJECTED: Record<string, string> = {
  database: 'DATABASE_REQUEST_FAILED',
  storage: 'STORAGE_REQUEST_FAIL',
  functions: 'FUNCTIONS_REQUEST_FAIL',
};

function injectedError(action: string): SdkReply {
  const code = INJECTED[action.split('.')[0] ?? ''] ?? 'SYS_ERR';
  return { body: { code, message: 'failed on purpose by /control/faults' } };
}

/** The SDK's server: `POST /admin?env=…&seqId=…`, refusals are HTTP 200 with `{code, message}`. */
export function createAdmin(services: CloudServices) {
  const { runtime, faults, calls, report } = services;
  const act = createActions(services);

  function refusal(error: unknown): SdkReply {
    if (error instanceof DatabaseError || error instanceof RequestError)
      return { body: { code: error.code, message: error.message } };
    report(error);
    return { body: { code: 'SYS_ERR', message: `local cloud failed: ${String(error)}` } };
  }

  /** `lost` = it took effect, but the reply must not arrive. */
  async function answer(request: SdkRequest, from: RunningCall | undefined) {
    const plan = faults.plan(request.action);
    if (plan.delayMs > 0) await faults.delay(plan);
    if (plan.fail) return { reply: injectedError(request.action), lost: false };
    const reply = await act(request, from).catch(refusal);
    if (plan.killInstance) from?.instance.kill();
    return { reply, lost: plan.loseReply };
  }

  return async (
    request: IncomingMessage,
    response: ServerResponse,
    search: URLSearchParams,
  ): Promise<void> => {
    const asked = await readRequest(request);
    if (asked.action.startsWith('database.')) calls.count(asked.action);
    const { reply, lost } = await answer(asked, runtime.callOf(search));
    if (lost) response.destroy();
    else if ('body' in reply) sendJson(response, { requestId: randomUUID(), ...reply.body });
    else response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(reply.bytes);
  };
}

async function readRequest(request: IncomingMessage): Promise<SdkRequest> {
  const body = await readBody(request);
  const isForm = request.headers['content-type']?.startsWith('multipart/form-data') ?? false;
  if (!isForm) {
    const asked = parseObject(body.toString());
    return { ...asked, action: String(asked['action']) };
  }
  const fields = await readFields(request.headers, body);
  return {
    action: String(fields.get('action')),
    apiName: String(fields.get('apiName')),
    requestData: fields.get('requestData') ?? Buffer.alloc(0),
  };
}
