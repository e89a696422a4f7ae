import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import type { LocalCloud } from '../../local/cloud';
import { endClouds, FUNCTIONS, newFolder, openCloud, post, resultOf } from './cloud/running-cloud';

jest.setTimeout(60_000);

let cloud: LocalCloud;
const portOf = ({ url }: LocalCloud) => Number(new URL(url).port);
const get = async (address: string) => (await fetch(cloud.url + address)).json();

/** The status of a request with any headers, which `fetch` would not send. */
function statusWith(headers: Record<string, string>, method = 'GET', address = '/healthz'): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = http.request(cloud.url + address, { method, headers, agent: false }, response => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on('error', reject).end(method === 'POST' ? '{}' : undefined);
  });
}

beforeAll(async () => {
  cloud = await openCloud();
});
afterAll(endClouds);

test('a cloud says that it is well', async () => {
  expect(await get('/healthz')).toEqual({ ok: true });
});

test.each(['127.0.0.1', 'localhost', '[::1]'])('%s is this machine, with any port', async host => {
  expect(await statusWith({ host: `${host}:9000` })).toBe(200);
  expect(await statusWith({ origin: `http://${host}:8080` })).toBe(200);
});

test.each([
  [{ host: 'evil.example' }],
  [{ host: 'localhost.evil.example:9000' }],
  [{ host: '127.0.0.1.evil.example' }],
  [{ origin: 'https://evil.example' }],
  [{ origin: 'http://localhost.evil.example' }],
  [{ origin: 'null' }],
])('a request of a foreign page is refused (%j)', async headers => {
  for (const address of ['/control/reset', '/invoke', '/admin', '/storage/upload?cloudPath=a'])
    expect(await statusWith(headers, 'POST', address)).toBe(403);
  expect(await statusWith(headers)).toBe(403);
});

test('only the loopback address is served', () => {
  expect(new URL(cloud.url).hostname).toBe('127.0.0.1');
});

test('wrong addresses and bodies get an answer that says so', async () => {
  expect((await fetch(`${cloud.url}/nowhere`)).status).toBe(404);
  expect((await fetch(`${cloud.url}/invoke`)).status).toBe(404);
  expect((await post(cloud, '/control/constructor', {})).status).toBe(404);
  for (const body of ['{', '[]', '"text"']) {
    const response = await fetch(`${cloud.url}/invoke`, { method: 'POST', body });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'INVALID_PARAM' });
  }
  expect((await post(cloud, '/invoke', { data: {} })).status).toBe(400);
  expect((await post(cloud, '/control/timers', { name: 'echo' })).status).toBe(400);
  const unknown = await post(cloud, '/admin?env=x', { action: 'no.such' });
  expect(await unknown.json()).toMatchObject({ code: 'INVALID_PARAM', requestId: expect.any(String) });
});

test('logs are asked for by request', async () => {
  const { requestId } = await cloud.invoke('behave', { do: 'speak' });
  const { logs } = (await get(`/control/logs?requestId=${requestId}`)) as {
    logs: Array<{ message: string }>;
  };
  expect(logs.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^START/),
    'calm words',
    'loud words',
    expect.stringMatching(/^END ok/),
  ]);
});

test('the state tells time, functions, timers and what the database was asked', async () => {
  cloud.databaseCalls();
  await resultOf(cloud.invoke('data', { do: 'list' }));
  expect(await get('/control/state')).toMatchObject({
    offsetMs: 0,
    functions: expect.arrayContaining([{ name: 'data', instances: 1, busy: 0, queued: 0 }]),
    timers: [{ functionName: 'ticker', name: 'nine', cron: '0 0 9 * * * *', nextAt: expect.any(Number) }],
    databaseCalls: { total: 1, byAction: { 'database.getDocument': 1 } },
  });
  expect(cloud.databaseCalls()).toEqual({ total: 1, byAction: { 'database.getDocument': 1 } });
  expect(cloud.databaseCalls()).toEqual({ total: 0, byAction: {} });
});

test('a reset leaves an empty cloud', async () => {
  await resultOf(cloud.invoke('data', { do: 'add', note: { _id: 'a' } }));
  const { fileID } = await resultOf<{ fileID: string }>(
    cloud.invoke('data', { do: 'upload', cloudPath: 'a.txt', text: 'x' }),
  );
  cloud.faults({ latencyMs: 1 });
  cloud.subscribe('o-ann', 'T');
  await cloud.advance(60_000);
  expect((await post(cloud, '/control/reset', {})).status).toBe(200);
  expect(await resultOf(cloud.invoke('data', { do: 'list' }))).toEqual([]);
  expect(await resultOf(cloud.invoke('data', { do: 'download', fileID }))).toMatchObject({ failed: true });
  expect(cloud.state()).toMatchObject({ offsetMs: 0, faults: {} });
  expect(cloud.sent({ api: '*' })).toEqual([]);
});

test('clouds in one process share nothing', async () => {
  const other = await openCloud({ env: { EXTRA: 'other' } });
  expect(portOf(other)).not.toBe(portOf(cloud));
  await resultOf(other.invoke('data', { do: 'add', note: { _id: 'there' } }));
  expect(await resultOf(cloud.invoke('data', { do: 'list' }))).toEqual([]);
  expect(await resultOf(other.invoke('data', { do: 'list' }))).toEqual([{ _id: 'there' }]);
  await other.advance('1d');
  expect(cloud.state().offsetMs).toBe(0);
});

test('a taken port is said at once and leaves nothing behind', async () => {
  const dir = newFolder();
  await expect(openCloud({ port: portOf(cloud), dir })).rejects.toThrow(/EADDRINUSE/);
  const second = await openCloud({ dir });
  expect(await (await fetch(`${second.url}/healthz`)).json()).toEqual({ ok: true });
});

test.each([
  [{ envVariables: { PEPPER: 'x'.repeat(4096) } }, /environment of function echo is over 4096 bytes/],
  [{ triggers: [{ type: 'timer' }, { type: 'timer' }] }, /echo has more than one trigger/],
  [{ triggers: [{ type: 'cos' }] }, /trigger of type cos is not supported/],
])('what production would not deploy does not start (%#)', async (config, reason) => {
  const functionsDir = newFolder();
  fs.cpSync(path.join(FUNCTIONS, 'echo'), path.join(functionsDir, 'echo'), { recursive: true });
  fs.writeFileSync(path.join(functionsDir, 'echo', 'config.json'), JSON.stringify(config));
  await expect(openCloud({ functionsDir })).rejects.toThrow(reason);
  fs.rmSync(functionsDir, { recursive: true });
});
