import type { PreviewHost } from '../../host/preview-host';
import { ApiFailure } from '../api-call';

/** A call that got no answer. */
export class NetworkFailure extends ApiFailure {}

/** Chromium's words for what `wx.request` reports without a network. */
const offline = () => new NetworkFailure('net::ERR_INTERNET_DISCONNECTED', { errno: 600001 });

function unanswered(error: unknown, signal: AbortSignal | null | undefined): NetworkFailure {
  if (!signal?.aborted) return new NetworkFailure(error instanceof Error ? error.message : String(error));
  const timedOut = (signal.reason as { name?: string }).name === 'TimeoutError';
  return timedOut ? new NetworkFailure('timeout', { errno: 5 }) : new NetworkFailure('abort');
}

/** Addresses of stored files name the cloud's own port; the browser may read them through the preview's proxy. */
export function throughProxy(host: PreviewHost, address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isStored =
    url && /^(127\.0\.0\.1|localhost)$/.test(url.hostname) && /^\/storage\/file\//.test(url.pathname);
  return isStored ? host.cloudUrl + url.pathname.slice(1) + url.search : address;
}

const wait = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms));

/**
 * `fetch` over the phone's network as the strip sets it: refused while offline (also when the network goes
 * while the call is under way), `latencyMs` later when slow. Throws NetworkFailure.
 */
export async function phoneFetch(host: PreviewHost, url: string, init: RequestInit = {}): Promise<Response> {
  const refuseOffline = () => {
    if (!host.settings.online) throw offline();
  };
  refuseOffline();
  await wait(host.settings.latencyMs);
  refuseOffline();
  const response = await fetch(url, init).catch((error: unknown) => {
    throw unanswered(error, init.signal);
  });
  refuseOffline();
  return response;
}

/** Posts JSON to the local cloud and returns its JSON reply. */
export async function postCloud<T>(host: PreviewHost, path: string, body: unknown): Promise<T> {
  const response = await phoneFetch(host, host.cloudUrl + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) {
    throw new ApiFailure(
      `the local cloud answered ${response.status} ${(await response.text()).slice(0, 200)}`,
    );
  }
  return (await response.json()) as T;
}
