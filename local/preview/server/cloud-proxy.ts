import http, { type IncomingMessage, type ServerResponse } from 'node:http';

const HOP_BY_HOP = ['host', 'origin', 'referer', 'connection', 'keep-alive', 'transfer-encoding'];

/**
 * Passes a request on to the local cloud, whose `Host` and `Origin` checks see a plain local client: the preview
 * has made both checks already. Without a cloud the answer is 503 `{errMsg}`.
 */
export function proxyToCloud(
  cloudUrl: string | undefined,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (cloudUrl === undefined) {
    fail(response, 503, 'the preview was started without a local cloud');
    return;
  }
  const headers = { ...request.headers };
  for (const name of HOP_BY_HOP) delete headers[name];
  const onward = http.request(
    new URL(path, cloudUrl),
    { method: request.method ?? 'GET', headers },
    reply => {
      response.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(response);
    },
  );
  onward.on('error', error => fail(response, 502, `the local cloud does not answer: ${error.message}`));
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}

function fail(response: ServerResponse, status: number, errMsg: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify({ errCode: -1, errMsg }));
}
