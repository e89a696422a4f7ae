import { lookup } from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';

/** What fetching needs of the network. Tests bring their own. */
export interface Net {
  /** Time for one page: names, redirects and all. Milliseconds. */
  totalMs: number;
  /** All addresses of a host. */
  resolve(host: string): Promise<string[]>;
  /** Asks for a page at `address`, whatever its host's name resolves to by now. The request is not ended yet. */
  open(url: URL, address: string, signal: AbortSignal): http.ClientRequest;
}

/** A browser's words: some sites answer programs with an empty page. */
const HEADERS = {
  'user-agent':
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148',
  accept: 'text/html,application/xhtml+xml',
  'accept-language': 'zh-CN,zh;q=0.9',
  'accept-encoding': 'gzip, deflate, br',
};

/** The connection goes to the address that was checked; the name is only said (Host, SNI), never resolved again. */
function open(url: URL, address: string, signal: AbortSignal): http.ClientRequest {
  const { protocol, hostname, host, port, pathname, search } = url;
  const isSecure = protocol === 'https:';
  const options = {
    ...{ host: address, port: port || (isSecure ? 443 : 80), path: `${pathname}${search}` },
    headers: { ...HEADERS, host },
    // A connection kept for later could lead to an address that nobody checked.
    ...{ agent: false as const, signal },
  };
  return isSecure ? https.request({ ...options, servername: hostname }) : http.request(options);
}

export const internet: Net = {
  totalMs: 4000,
  resolve: async host => (await lookup(host, { all: true })).map(({ address }) => address),
  open,
};
