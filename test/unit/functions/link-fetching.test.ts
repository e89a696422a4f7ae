import http from 'node:http';
import type { AddressInfo } from 'node:net';
import zlib from 'node:zlib';
import { describeLink } from '../../../cloudfunctions/core/links/describing';
import { fetchPage } from '../../../cloudfunctions/core/links/fetching';
import { internet, type Net } from '../../../cloudfunctions/core/links/net';
import { takeTurn } from '../../../cloudfunctions/core/links/turns';

const HTML = { 'content-type': 'text/html; charset=utf-8' };
const PAGE = '<meta property="og:title" content="标题">';

/** Answers of the local site by path; a path without one is never answered. */
const answers: Record<string, (response: http.ServerResponse) => void> = {
  '/page': response => response.writeHead(200, HTML).end(PAGE),
  '/gzip': response =>
    response.writeHead(200, { ...HTML, 'content-encoding': 'gzip' }).end(zlib.gzipSync(PAGE)),
  '/odd': response => response.writeHead(200, { ...HTML, 'content-encoding': 'zstd' }).end(PAGE),
  '/bomb': response =>
    response
      .writeHead(200, { ...HTML, 'content-encoding': 'gzip' })
      .end(zlib.gzipSync(PAGE + ' '.repeat(4_000_000))),
  '/cut': response =>
    response.writeHead(200, { ...HTML, 'content-length': '999' }).end(PAGE, () => response.destroy()),
  '/gone': response => response.writeHead(410, HTML).end(),
  '/missing': response => response.writeHead(404, HTML).end(),
  '/error': response => response.writeHead(500, HTML).end(PAGE),
  '/picture': response => response.writeHead(200, { 'content-type': 'image/png' }).end(PAGE),
  '/removed': response => response.writeHead(200, HTML).end('<p>该内容已被发布者删除</p>'),
  '/empty': response => response.writeHead(200, HTML).end(),
};
for (const hops of [1, 2, 3, 4])
  answers[`/hop${hops}`] = response =>
    response.writeHead(302, { location: hops === 1 ? '/page' : `/hop${hops - 1}` }).end();

let server: http.Server;
let port: number;
/** Paths that were asked, in order. */
const asked: string[] = [];
let redirect = '';

beforeAll(async () => {
  server = http.createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(`${request.headers.host}${path}`);
    if (path === '/to') response.writeHead(302, { location: redirect }).end();
    else answers[path]?.(response);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
beforeEach(() => {
  asked.length = 0;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Every name is public, and every connection ends at the local site. */
const local: Net = {
  totalMs: 50_000,
  resolve: async () => ['101.226.211.101'],
  open: ({ host, pathname }, _address, signal) =>
    http.request({ host: '127.0.0.1', port, path: pathname, headers: { host }, agent: false, signal }),
};
const at = (path: string): URL => new URL(`https://mp.weixin.qq.com${path}`);
const get = (path: string, net = local) => fetchPage(at(path), net);

test('a page is read, packed or not, also where it breaks off', async () => {
  for (const path of ['/page', '/gzip', '/cut']) expect(await get(path)).toEqual({ html: PAGE });
});

test('reading stops at 512 KB of the unpacked page', async () => {
  const fetched = await get('/bomb');
  expect(fetched).toMatchObject({ html: expect.stringContaining(PAGE) });
  expect((fetched as { html: string }).html.length).toBeLessThanOrEqual(512 * 1024);
});

test('404 and 410 are gone; errors, pictures and packings nobody knows are unreadable', async () => {
  for (const path of ['/gone', '/missing']) expect(await get(path)).toBe('gone');
  for (const path of ['/error', '/picture', '/odd']) expect(await get(path)).toBe('unreadable');
});

test('three redirects are followed, a fourth is not', async () => {
  expect(await get('/hop3')).toEqual({ html: PAGE });
  expect(await get('/hop4')).toBe('unreadable');
});

test.each([
  ...['http://127.0.0.1/page', 'http://10.0.0.1/page', 'http://169.254.169.254/page', 'http://[::1]/page'],
  ...[
    'http://[::ffff:10.0.0.1]/page',
    'http://2130706433/page',
    'http://0x7f000001/page',
    'http://017700000001/page',
  ],
  ...[
    'https://example.com/page',
    'https://mp.weixin.qq.com:8443/page',
    'file:///etc/passwd',
    'gopher://mp.weixin.qq.com/',
  ],
])('a redirect to %s is not followed', async location => {
  redirect = location;
  expect(await get('/to')).toBe('unreadable');
  expect(asked).toEqual(['mp.weixin.qq.com/to']);
});

test('a redirect to a listed host is followed only if its addresses are public, each time anew', async () => {
  redirect = 'https://www.zhihu.com/page';
  expect(await get('/to')).toEqual({ html: PAGE });
  const net: Net = {
    ...local,
    resolve: async host => [host === 'www.zhihu.com' ? '10.0.0.7' : '101.226.211.101'],
  };
  asked.length = 0;
  expect(await get('/to', net)).toBe('unreadable');
  expect(asked).toEqual(['mp.weixin.qq.com/to']);
});

test.each([
  ...[
    ['127.0.0.1'],
    ['10.1.2.3'],
    ['169.254.169.254'],
    ['::1'],
    ['::ffff:10.0.0.1'],
    ['101.226.211.101', '10.0.0.1'],
  ],
  [],
])('a listed name that resolves to %j is not asked', async (...addresses) => {
  expect(await get('/page', { ...local, resolve: async () => addresses.flat() })).toBe('unreadable');
  expect(asked).toEqual([]);
});

test('the connection goes to the address that was checked and says the name', async () => {
  const url = new URL(`http://mp.weixin.qq.com:${port}/page`);
  const signal = new AbortController().signal;
  const status = await new Promise((resolve, reject) => {
    internet
      .open(url, '127.0.0.1', signal)
      .on('response', response => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });
  expect(status).toBe(200);
  expect(asked).toEqual([`mp.weixin.qq.com:${port}/page`]);
});

test.each([
  ...[
    'http://127.0.0.1',
    'http://10.0.0.1',
    'http://169.254.169.254',
    'http://[::1]',
    'http://[::ffff:10.0.0.1]',
  ],
  ...['http://2130706433', 'http://0x7f000001', 'http://localhost'],
])('the real network never asks %s', async origin => {
  expect(await fetchPage(new URL(`${origin}:${port}/page`), internet)).toBe('unreadable');
  expect(asked).toEqual([]);
});

test('a site or a name server that does not answer is given up', async () => {
  expect(await fetchPage(at('/silent'), { ...local, totalMs: 50 })).toBe('unreadable');
  const net: Net = { ...local, totalMs: 50, resolve: () => new Promise(() => undefined) };
  expect(await fetchPage(at('/page'), net)).toBe('unreadable');
});

test('a link is described by its page, else by itself; gone pages are dead', async () => {
  const describe = (path: string, net = local) => describeLink('https://canonical', at(path).href, net);
  const itself = { url: 'https://canonical', found: false, dead: false };
  expect(await describe('/page')).toEqual({
    url: 'https://canonical',
    found: true,
    title: '标题',
    dead: false,
  });
  for (const path of ['/gone', '/removed']) expect(await describe(path)).toEqual({ ...itself, dead: true });
  for (const path of ['/empty', '/error', '/hop4']) expect(await describe(path)).toEqual(itself);
  const offline: Net = { ...local, resolve: () => Promise.reject(new Error('ENOTFOUND')) };
  expect(await describe('/page', offline)).toEqual(itself);
  const broken: Net = { ...local, open: () => http.request({ host: '127.0.0.1', port: 1, agent: false }) };
  expect(await describe('/page', broken)).toEqual(itself);
});

test('one instance asks for sixty pages a minute', () => {
  const now = 1_700_000_000_000;
  const turns = Array.from({ length: 61 }, () => takeTurn(now));
  expect(turns.filter(Boolean)).toHaveLength(60);
  expect(turns[60]).toBe(false);
  expect(takeTurn(now + 59_999)).toBe(false);
  expect(takeTurn(now + 60_000)).toBe(true);
});
