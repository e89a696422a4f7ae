import type { PreviewHost } from '../../host/preview-host';
import { ApiFailure } from '../api-call';

/** Chromium's words for what `wx.request` reports without a network. */
const OFFLINE = 'request:fail net::ERR_INTERNET_DISCONNECTED';

const wait = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms));

/**
 * `fetch` over the phone's network as the strip sets it: refused while offline (also when the network goes
 * while the call is under way), `latencyMs` later when slow. Throws ApiFailure.
 */
export async function phoneFetch(host: PreviewHost, url: string, init: RequestInit = {}): Promise<Response> {
  const refuseOffline = () => {
    if (!host.settings.online) throw new ApiFailure(OFFLINE, { errno: 600001 });
  };
  refuseOffline();
  await wait(host.settings.latencyMs);
  refuseOffline();
  const response = await fetch(url, init).catch((error: unknown) => {
    const aborted = init.signal?.aborted === true;
    throw new ApiFailure(
      aborted ? 'abort' : `request:fail ${error instanceof Error ? error.message : error}`,
    );
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
