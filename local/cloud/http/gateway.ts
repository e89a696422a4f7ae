import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RequestError, sendJson } from './exchange';
import { isOwnRequest } from './loopback';

export type Handler = (
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
) => Promise<boolean> | boolean;

export interface Gateway {
  /** `http://127.0.0.1:<port>`, no slash at the end. */
  url: string;
  /** Refuses new requests, drops open connections. */
  close(): Promise<void>;
}

/** Idle connections are kept longer than the SDK keeps its own (4.8 s), so it never writes into a closing one. */
const KEEP_ALIVE_MS = 30_000;

function refuse(response: ServerResponse, error: unknown, report: (problem: unknown) => void): void {
  // Too late to answer, or nobody is there any more.
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const known = error instanceof URIError ? new RequestError(400, 'INVALID_PARAM', error.message) : error;
  if (known instanceof RequestError) {
    sendJson(response, { code: known.code, message: known.message }, known.status);
    return;
  }
  report(error);
  sendJson(response, { code: 'SYS_ERR', message: 'the local cloud failed; see its output' }, 500);
}

/** Serves on the loopback address only. Handlers are asked in order; the first that answers ends it. */
export async function openGateway(
  port: number,
  handlers: Handler[],
  report: (problem: unknown) => void,
): Promise<Gateway> {
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isOwnRequest(request)) throw new RequestError(403, 'FORBIDDEN', 'only this machine may ask');
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    for (const handler of handlers) if (await handler(request, response, url)) return;
    throw new RequestError(404, 'NOT_FOUND', `nothing at ${request.method} ${url.pathname}`);
  }

  const server = http.createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    serve(request, response).catch(error => refuse(response, error, report));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: actualPort } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${actualPort}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
