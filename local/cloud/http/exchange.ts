import type { IncomingMessage, ServerResponse } from 'node:http';

/** A JSON or multipart request body, bytes. Above the platform's own 6 MB, which answers in its own words. */
const BODY_LIMIT = 16 * 1024 * 1024;

/** Something the asker did wrong: answered with `status` and `{code, message}`. */
export class RequestError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    request.on('data', (chunk: Uint8Array) => {
      size += chunk.length;
      if (size <= BODY_LIMIT) chunks.push(chunk);
    });
    request.on('error', reject);
    request.on('end', () => {
      if (size > BODY_LIMIT) reject(new RequestError(413, 'TOO_LARGE', `body is over ${BODY_LIMIT} bytes`));
      else resolve(Buffer.concat(chunks));
    });
  });
}

/** The body as a JSON object; an empty body is `{}`. */
export async function readObject(request: IncomingMessage): Promise<Record<string, unknown>> {
  const text = (await readBody(request)).toString();
  return parseObject(text === '' ? '{}' : text);
}

export function parseObject(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new RequestError(400, 'INVALID_PARAM', 'body is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new RequestError(400, 'INVALID_PARAM', 'body is not a JSON object');
  return value as Record<string, unknown>;
}

export function sendJson(response: ServerResponse, body: unknown, status = 200): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}
