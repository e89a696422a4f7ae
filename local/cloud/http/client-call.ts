import type { IncomingMessage, ServerResponse } from 'node:http';
import { CLIENT_CALL, type Faults } from '../faults/faults';
import type { FunctionErrorCode, InvokeReply } from '../functions/runtime';
import type { ClientReply, LocalCloud, Person } from '../local-cloud';
import { RequestError, readObject, sendJson } from './exchange';

/** wx.cloud's numbers. */
const ERR_CODES: Record<FunctionErrorCode, number> = {
  FUNCTION_NOT_FOUND: -501000,
  INVALID_PARAM: -501007,
  FUNCTIONS_EXECUTE_FAIL: -504002,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: -504003,
  FUNCTIONS_RESULT_TOO_LARGE: -604001,
};

/** What `wx.cloud.callFunction` would see of a reply. */
export function clientReply(reply: InvokeReply): ClientReply {
  const { requestId } = reply;
  if (reply.ok) return { requestId, result: JSON.parse(reply.result) as unknown };
  return { requestId, errCode: ERR_CODES[reply.code], errMsg: `${reply.code} | ${reply.message}` };
}

function readPerson(body: Record<string, unknown>): Person {
  const person: Person = {};
  for (const key of ['openid', 'unionid', 'clientIp'] as const) {
    const value = body[key];
    if (typeof value === 'string' && value !== '') person[key] = value;
  }
  return person;
}

/** `POST /invoke {name, data, openid}` → `{requestId, result}` or `{requestId, errCode, errMsg}`. */
export async function serveInvoke(
  cloud: Pick<LocalCloud, 'invoke'>,
  faults: Faults,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readObject(request);
  if (typeof body['name'] !== 'string') throw new RequestError(400, 'INVALID_PARAM', 'name: text expected');
  const plan = faults.plan(CLIENT_CALL);
  await faults.delay(plan);
  if (plan.fail)
    return sendJson(response, {
      requestId: '',
      errCode: -501001,
      errMsg: 'failed on purpose by /control/faults',
    });
  const reply = await cloud.invoke(body['name'], body['data'], readPerson(body));
  if (plan.loseReply) response.destroy();
  else sendJson(response, reply);
}
