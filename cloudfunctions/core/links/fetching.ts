import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import zlib from 'node:zlib';
import { isPublicAddress } from './addresses';
import { decodePage } from './charset';
import { isAllowed } from './hosts';
import type { Net } from './net';

const REDIRECTS_MAX = 3;
/** Bytes read of a page, unpacked; what a page says of itself stands at its beginning. */
const PAGE_MAX = 512 * 1024;

/** What a page answered: `gone` = its server says that it is there no more. */
export type Fetched = { html: string } | 'gone' | 'unreadable';

const UNPACKED: Record<string, () => zlib.Gunzip | zlib.Inflate | zlib.BrotliDecompress> = {
  gzip: () => zlib.createGunzip(),
  deflate: () => zlib.createInflate(),
  br: () => zlib.createBrotliDecompress(),
};

/** The body without its packing; undefined when nobody knows that one. */
function unpacked(response: IncomingMessage): Readable | undefined {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (encoding === 'identity' || encoding === '') return response;
  const unpack = Object.hasOwn(UNPACKED, encoding) ? UNPACKED[encoding]?.() : undefined;
  // A page that breaks off is read as far as it came.
  response.on('error', () => unpack?.end());
  return unpack && response.pipe(unpack);
}

/** The beginning of a body; reading stops at the cap, so that a small packed file cannot become a huge one. */
async function readStart(body: Readable): Promise<Uint8Array> {
  const start = new Uint8Array(PAGE_MAX);
  let size = 0;
  try {
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      start.set(chunk.subarray(0, PAGE_MAX - size), size);
      size = Math.min(PAGE_MAX, size + chunk.length);
      if (size === PAGE_MAX) break;
    }
  } catch (error) {
    if (size === 0) throw error;
  }
  return start.subarray(0, size);
}

async function readPage(response: IncomingMessage): Promise<Fetched> {
  const type = response.headers['content-type'] ?? '';
  const body = /^(text\/html|application\/xhtml\+xml)\b/i.test(type) ? unpacked(response) : undefined;
  return body ? { html: decodePage(await readStart(body), type) } : 'unreadable';
}

/** The first public address of a host, if all it has are public: one that is not means somebody plays tricks. */
async function publicAddress(host: string, net: Net): Promise<string | undefined> {
  const addresses = await net.resolve(host);
  return addresses.every(isPublicAddress) ? addresses[0] : undefined;
}

function respond(url: URL, address: string, net: Net, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    net.open(url, address, signal).on('response', resolve).on('error', reject).end();
  });
}

const REDIRECTS = [301, 302, 303, 307, 308];
const GONE = [404, 410];

/** One step: the page, or where it has gone. */
async function step(url: URL, net: Net, signal: AbortSignal): Promise<Fetched | URL> {
  const address = isAllowed(url) ? await publicAddress(url.hostname, net) : undefined;
  if (address === undefined || signal.aborted) return 'unreadable';
  const response = await respond(url, address, net, signal);
  const status = response.statusCode ?? 0;
  try {
    const { location } = response.headers;
    if (REDIRECTS.includes(status) && location !== undefined && URL.canParse(location, url.href))
      return new URL(location, url);
    if (GONE.includes(status)) return 'gone';
    return status === 200 ? await readPage(response) : 'unreadable';
  } finally {
    response.destroy();
  }
}

async function follow(start: URL, net: Net, signal: AbortSignal): Promise<Fetched> {
  let url = start;
  for (let redirects = 0; redirects <= REDIRECTS_MAX; redirects += 1) {
    const next = await step(url, net, signal);
    if (!(next instanceof URL)) return next;
    url = next;
  }
  return 'unreadable';
}

/**
 * Fetches a page from the public Internet: listed hosts only, each redirect checked like the first address, in 4 s
 * altogether and ≤ 512 KB. Never throws: what cannot be fetched is `unreadable`.
 */
export async function fetchPage(url: URL, net: Net): Promise<Fetched> {
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  // A name server that does not answer cannot be aborted, so the time is raced as well.
  const late = new Promise<Fetched>(resolve => {
    timer = setTimeout(() => {
      abort.abort();
      resolve('unreadable');
    }, net.totalMs);
  });
  try {
    return await Promise.race([follow(url, net, abort.signal).catch(() => 'unreadable' as const), late]);
  } finally {
    clearTimeout(timer);
  }
}
