import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Preview, type PreviewOptions, startPreview } from '../../../local/preview';
import { NPM_ROOT, ProgramFolder } from './program-folder';

const folder = new ProgramFolder({ 'assets/a b.svg': '<svg/>', 'samples/名单.csv': 'a,b' });
let preview: Preview;

function start(options: Partial<PreviewOptions> = {}): Promise<Preview> {
  const log = () => undefined;
  return startPreview({ root: folder.root, npmRoot: NPM_ROOT, port: 0, watch: false, log, ...options });
}

beforeAll(async () => {
  preview = await start({ samplesDir: `${folder.root}/samples` });
});

afterAll(async () => {
  await preview.stop();
  folder.remove();
});

/** A request whose headers a browser would not let a page set. */
function ask(
  path: string,
  headers: http.OutgoingHttpHeaders = {},
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = http.get(preview.url + path, { headers }, reply => {
      let text = '';
      reply.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, text }));
    });
    request.on('error', reject);
  });
}

test('health, documents, the compiled app and its map are served and never cached', async () => {
  expect((await ask('/healthz')).text).toBe('{"ok":true}');
  expect((await ask('/')).text).toContain('src="/-/strip.js"');
  expect((await ask('/phone?person=lin')).text).toContain('src="/-/app.js"');
  expect((await ask('/-/app.js')).text).toContain('__previewApp');
  expect((await ask('/-/app.js.map')).text).toContain('pages/home/home.js');
  const reply = await fetch(`${preview.url}/-/app.js`);
  expect(reply.headers.get('cache-control')).toBe('no-store');
  await reply.text();
});

test('files of the program and of its packages are served, others are not', async () => {
  expect((await ask('/-/root/assets/a%20b.svg?v=1')).text).toBe('<svg/>');
  expect((await ask('/-/root/miniprogram_npm/tdesign-miniprogram/button/button.json')).status).toBe(200);
  for (const path of [
    '../package.json',
    '..%2f..%2fetc%2fpasswd',
    'pages',
    '%',
    '%00',
    'miniprogram_npm/../../x',
  ]) {
    expect([path, (await ask(`/-/root/${path}`)).status]).toEqual([path, 404]);
  }
  expect((await ask('//')).status).toBe(404);
});

test('samples are listed with their sizes and served by name only', async () => {
  expect(JSON.parse((await ask('/-/samples')).text)).toEqual([{ name: '名单.csv', size: 3 }]);
  expect((await ask(`/-/samples/${encodeURIComponent('名单.csv')}`)).text).toBe('a,b');
  expect((await ask('/-/samples/..%2fapp.json')).status).toBe(404);
});

test.each([
  ['another host', { host: 'evil.example' }],
  ['another host that looks alike', { host: 'localhost.evil.example' }],
  ['another origin', { origin: 'http://evil.example' }],
  ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
  ['no origin in particular', { origin: 'null' }],
  ['a script tag of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
])('a request from %s is refused', async (_, headers) => {
  expect((await ask('/-/app.js', headers)).status).toBe(403);
  expect((await ask('/-/cloud/control/state', headers)).status).toBe(403);
});

test('the cloud is reached through the preview as a plain local client', async () => {
  const seen: unknown[] = [];
  const cloud = http.createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    seen.push([request.method, request.url, request.headers.origin, body]);
    response.end('{"result":1}');
  });
  await new Promise<void>(resolve => cloud.listen(0, '127.0.0.1', resolve));
  const cloudUrl = `http://127.0.0.1:${(cloud.address() as AddressInfo).port}`;
  const joined = await start({ cloudUrl });
  const invoke = () => fetch(`${joined.url}/-/cloud/invoke?a=1`, { method: 'POST', body: '{"name":"api"}' });
  expect(await (await invoke()).json()).toEqual({ result: 1 });
  expect(seen).toEqual([['POST', '/invoke?a=1', undefined, '{"name":"api"}']]);
  cloud.closeAllConnections();
  await new Promise(resolve => cloud.close(resolve));
  expect((await invoke()).status).toBe(502);
  await joined.stop();
  expect((await ask('/-/cloud/invoke')).status).toBe(503);
});

test('a taken port is an error of the start', async () => {
  const port = Number(new URL(preview.url).port);
  await expect(start({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
