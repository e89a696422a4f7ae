import type { IncomingMessage } from 'node:http';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Why a request is refused, or undefined. Only this machine reaches the port, but any web page its browser visits
 * can send requests too: by a name that resolves to loopback (seen in `Host`), or from its own origin.
 */
export function refusalOf(request: IncomingMessage): string | undefined {
  const host = request.headers.host ?? '';
  if (!LOOPBACK.has(host.replace(/:\d+$/, '').toLowerCase())) return 'this server answers on loopback only';
  const origin = request.headers.origin;
  if (origin !== undefined && origin !== `http://${host}`) return 'requests of other origins are refused';
  const site = request.headers['sec-fetch-site'] ?? 'none';
  const navigates = request.headers['sec-fetch-mode'] === 'navigate';
  if (site === 'same-origin' || site === 'none' || navigates) return undefined;
  return 'requests of other sites are refused';
}
