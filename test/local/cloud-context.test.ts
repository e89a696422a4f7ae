import type { LocalCloud } from '../../local/cloud';
import { endClouds, openCloud, post, resultOf } from './cloud/running-cloud';

jest.setTimeout(60_000);

interface Echo {
  event: unknown;
  context: Record<string, unknown>;
  remainingMs: number;
  environment: Record<string, string>;
  process: Record<string, string>;
  wxContext: Record<string, unknown>;
  cloudbaseContext: Record<string, string>;
  parsedContext: { environment: Record<string, string>; requestId: string };
  userInfo: { openId: string; appId: string };
}

const PERSON = { openid: 'o-ann', unionid: 'u-ann', clientIp: '10.1.2.3' };
let cloud: LocalCloud;
const echo = (data: unknown, caller?: string | typeof PERSON) =>
  resultOf<Echo>(cloud.invoke('echo', data, caller));

beforeAll(async () => {
  cloud = await openCloud({ env: { EXTRA: 'more' } });
});
afterAll(endClouds);

test('the caller reaches a function by every way the SDKs know', async () => {
  const { wxContext, cloudbaseContext, userInfo, environment, process, event } = await echo({ a: 1 }, PERSON);
  expect(event).toEqual({ a: 1, userInfo: { openId: 'o-ann', appId: wxContext['APPID'] } });
  expect(wxContext).toMatchObject({
    OPENID: 'o-ann',
    UNIONID: 'u-ann',
    CLIENTIP: '10.1.2.3',
    SOURCE: 'wx_client',
  });
  expect(userInfo).toMatchObject({ openId: 'o-ann', appId: wxContext['APPID'] });
  const keys = { WX_OPENID: 'o-ann', WX_UNIONID: 'u-ann', WX_CLIENTIP: '10.1.2.3', TRIGGER_SRC: 'wx_client' };
  expect(cloudbaseContext).toMatchObject(keys);
  expect(environment).toMatchObject(keys);
  expect(process).toMatchObject(keys);
  expect(environment['WX_CONTEXT_KEYS']?.split(',')).toEqual(
    expect.arrayContaining(['WX_OPENID', 'WX_APPID', 'WX_UNIONID', 'WX_CLIENTIP']),
  );
});

test('the environment is production’s, with the address of the cloud in it', async () => {
  const { process, environment } = await echo({}, 'o-ann');
  expect(process).toMatchObject({
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: expect.any(String),
    TENCENTCLOUD_SECRETID: expect.any(String),
    TENCENTCLOUD_SECRETKEY: expect.any(String),
    SCF_NAMESPACE: expect.any(String),
    PEPPER: 'salt',
    NUMBER: '7',
    EXTRA: 'more',
    TZ: 'UTC',
  });
  expect(JSON.parse(process['TCB_CONTEXT_CNFG'] ?? '')).toEqual({ URL: `${cloud.url}/admin` });
  expect(environment['PEPPER']).toBe('salt');
  expect(process['HOME']).toBeUndefined();
});

test('the context tells the call, the function and its limits', async () => {
  const reply = await cloud.invoke('echo', {}, 'o-ann');
  const { context, parsedContext, remainingMs } = await resultOf<Echo>(Promise.resolve(reply));
  expect(context).toMatchObject({
    request_id: reply.requestId,
    function_name: 'echo',
    memory_limit_in_mb: 128,
    time_limit_in_ms: 20_000,
    callbackWaitsForEmptyEventLoop: false,
  });
  expect(parsedContext.requestId).toBe(reply.requestId);
  expect(remainingMs).toBeGreaterThan(0);
  expect(remainingMs).toBeLessThanOrEqual(20_000);
});

test('the next caller of a warm instance finds nothing of the one before', async () => {
  await echo({}, PERSON);
  const { process, wxContext } = await echo({}, 'o-bob');
  expect(process['WX_UNIONID']).toBeUndefined();
  expect(wxContext).toMatchObject({ OPENID: 'o-bob' });
  const nobody = await echo({});
  expect(nobody.process['WX_OPENID']).toBeUndefined();
  expect(nobody.userInfo.openId).toBe('');
});

test('an event cannot say who calls', async () => {
  const claims = { WX_OPENID: 'o-eve', openid: 'o-eve', userInfo: { openId: 'o-eve' } };
  const { wxContext, event } = await echo(claims, 'o-bob');
  expect(wxContext['OPENID']).toBe('o-bob');
  expect(event).toMatchObject({ userInfo: { openId: 'o-bob' } });
});

test('a function that calls a function passes the person on, and the source tells the chain', async () => {
  const relayed = await resultOf<{ result: Echo }>(
    cloud.invoke('relay', { name: 'echo', data: { b: 2 } }, PERSON),
  );
  expect(relayed.result.event).toEqual({ b: 2 });
  expect(relayed.result.wxContext).toMatchObject({
    OPENID: 'o-ann',
    UNIONID: 'u-ann',
    SOURCE: 'wx_client,scf',
  });
  expect(relayed.result.environment['TRIGGER_SRC']).toBe('scf');
});

test('a function that calls one that fails or is missing gets an error', async () => {
  const missing = await resultOf(cloud.invoke('relay', { name: 'nowhere' }, 'o-ann'));
  expect(missing).toMatchObject({ errMsg: expect.stringContaining('nowhere could not be found') });
  const failing = await resultOf(cloud.invoke('relay', { name: 'behave', data: { do: 'throw' } }, 'o-ann'));
  expect(failing).toMatchObject({ errMsg: expect.stringContaining('TypeError: no such luck') });
});

test('node-sdk’s own call of a function gets its result, or an error with the code', async () => {
  const call = (name: string, data: object) => resultOf(cloud.invoke('data', { do: 'call', name, data }));
  expect(await call('behave', { do: 'count' })).toMatchObject({ result: { calls: expect.any(Number) } });
  const failing = {
    failed: true,
    code: 'FUNCTIONS_EXECUTE_FAIL',
    message: expect.stringContaining('no such luck'),
  };
  expect(await call('behave', { do: 'throw' })).toMatchObject(failing);
  expect(await call('nowhere', {})).toMatchObject({ failed: true, code: 'FUNCTION_NOT_FOUND' });
});

test('all of wx-server-sdk’s database and storage works unmodified', async () => {
  const database = await resultOf(cloud.invoke('wxcloud', { do: 'database', id: 'n1' }));
  expect(database).toEqual({ found: ['n1'], at: expect.any(String), sealed: true, total: 1 });
  const storage = await resultOf(cloud.invoke('wxcloud', { do: 'storage', cloudPath: 'a.txt', text: '文' }));
  expect(storage).toEqual({ content: '文', address: expect.stringContaining(cloud.url), deleted: 0 });
});

test('a client’s call over HTTP is the same call', async () => {
  const response = await post(cloud, '/invoke', { name: 'echo', data: { c: 3 }, ...PERSON });
  const reply = (await response.json()) as { requestId: string; result: Echo };
  expect(reply.result).toMatchObject({ event: { c: 3 }, wxContext: { OPENID: 'o-ann', UNIONID: 'u-ann' } });
  const missing = await post(cloud, '/invoke', { name: 'nowhere', data: {} });
  expect(missing.status).toBe(200);
  expect(await missing.json()).toMatchObject({ requestId: expect.any(String), errCode: -501000 });
});
