import type { Query } from './preview-host';

export interface Route {
  /** Without leading slash or query: `pages/home/home`. */
  path: string;
  /** Values as written: WeChat does not decode them, pages do. */
  query: Query;
}

/** Resolves a navigation url as WeChat does: absolute with `/`, else relative to the page on top. */
export function resolveRoute(url: string, from: string | undefined): Route {
  const [address = '', ...rest] = url.split('#')[0]?.split('?') ?? [];
  const base = address.startsWith('/') || from === undefined ? [] : from.split('/').slice(0, -1);
  const parts: string[] = base;
  for (const part of address.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return { path: parts.join('/').replace(/\.html$/, ''), query: readQuery(rest.join('?')) };
}

export function readQuery(text: string): Query {
  const query: Query = {};
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const at = pair.indexOf('=');
    if (at < 0) query[pair] = '';
    else query[pair.slice(0, at)] = pair.slice(at + 1);
  }
  return query;
}

/** The inverse of `readQuery`, with a leading `?` when there is anything. */
export function writeQuery(query: Query): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${value}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
