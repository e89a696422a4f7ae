import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Controls } from '../controls';
import { RequestError, readObject, sendJson } from './exchange';

/** What the tools around a running cloud use: the preview's control strip, tests in another process. */
type Route = (control: Controls, body: Record<string, unknown>) => Promise<unknown> | unknown;

/** A wrong setting is the asker's mistake, not the cloud's. */
function asRequestError(error: unknown): unknown {
  return error instanceof RangeError || error instanceof SyntaxError
    ? new RequestError(400, 'INVALID_PARAM', error.message)
    : error;
}

function durationOf(body: Record<string, unknown>): number | string {
  const duration = body['advanceMs'] ?? body['advance'];
  if (typeof duration === 'number' || typeof duration === 'string') return duration;
  throw new RequestError(400, 'INVALID_PARAM', 'advanceMs: a number of ms, or text such as "72h", expected');
}

function textOf(body: Record<string, unknown>, ...names: string[]): string {
  const value = names.map(name => body[name]).find(candidate => typeof candidate === 'string');
  if (typeof value !== 'string') throw new RequestError(400, 'INVALID_PARAM', `${names[0]}: text expected`);
  return value;
}

const POST: Record<string, Route> = {
  /** `{advanceMs}` → `{now, offsetMs}`, after the timers that fell due have run. */
  '/control/clock': (control, body) => control.advance(durationOf(body)),
  '/control/faults': (control, body) => {
    control.faults(body);
    return { faults: body };
  },
  '/control/openapi': (control, body) => {
    control.openapi(body);
    return {};
  },
  /** `{openid, templateId, count}`: what accepting a subscription does on a phone. */
  '/control/subscriptions': (control, body) => {
    const count = Number(body['count'] ?? 1);
    if (!Number.isInteger(count) || count < 1) throw new RangeError('count: 1 or more expected');
    control.subscribe(textOf(body, 'openid'), textOf(body, 'templateId'), count);
    return {};
  },
  '/control/instances': async control => {
    await control.killInstances();
    return {};
  },
  '/control/reset': async control => {
    await control.reset();
    return {};
  },
  /** `{name}` → what the function answered. */
  '/control/timers': (control, body) => control.runTimer(textOf(body, 'name', 'functionName')),
};

/** `?openid=a&api=b` as `{openid: 'a', api: 'b'}`. */
const filterOf = (search: URLSearchParams): Record<string, string> => Object.fromEntries(search);

const GET: Record<string, (control: Controls, search: URLSearchParams) => unknown> = {
  '/control/state': control => control.state(),
  '/control/sent': (control, search) => ({ sent: control.sent(filterOf(search)) }),
  '/control/logs': (control, search) => ({ logs: control.logs(filterOf(search)) }),
};

/** False when the path is none of these. */
export async function serveControl(
  control: Controls,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<boolean> {
  const change =
    request.method === 'POST' && Object.hasOwn(POST, url.pathname) ? POST[url.pathname] : undefined;
  const view = request.method === 'GET' && Object.hasOwn(GET, url.pathname) ? GET[url.pathname] : undefined;
  if (view) sendJson(response, view(control, url.searchParams));
  if (!change) return view !== undefined;
  const body = await readObject(request);
  try {
    sendJson(response, await change(control, body));
  } catch (error) {
    throw asRequestError(error);
  }
  return true;
}
