import type { IncomingMessage } from 'node:http';

const LOCAL_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);
/** The same names as a `Host` header; every request passes here, so no URL is made of it. */
const LOCAL_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;

function isLocalAddress(address: string): boolean {
  try {
    return LOCAL_NAMES.has(new URL(address).hostname);
  } catch {
    return false;
  }
}

/**
 * Whether a request is the developer's own. A foreign `Host` is a name somebody made point here (DNS
 * rebinding); a foreign `Origin` is a web page that happens to be open. Programs send no `Origin`.
 */
export function isOwnRequest({ headers }: IncomingMessage): boolean {
  if (headers.host === undefined || !LOCAL_HOST.test(headers.host)) return false;
  return headers.origin === undefined || isLocalAddress(headers.origin);
}
