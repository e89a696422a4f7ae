import type { LocalCloud } from '../../local/cloud';
import { endClouds, newFolder, openCloud, post, resultOf } from './cloud/running-cloud';

jest.setTimeout(60_000);

const TEMPLATE = 'T'.repeat(43);
const MESSAGE = { touser: 'o-ann', templateId: TEMPLATE, page: 'pages/home/home' };
const DATA = { thing1: { value: '还有 3 个名额' }, time2: { value: '2026-03-01 09:00' } };
const HOUR = 3_600_000;

const dir = newFolder();
let cloud: LocalCloud;
const ask = (api: string, data: object, openid?: string, old = false) =>
  resultOf<Record<string, unknown>>(cloud.invoke('wechat', { api, data, old }, openid));
const check = (content: string, openid = 'o-ann') =>
  ask('security.msgSecCheck', { content, version: 2, scene: 2, openid }, openid);
const send = (data: object = DATA, more: object = {}) =>
  ask('subscribeMessage.send', { ...MESSAGE, ...more, data }, 'o-ann');

beforeAll(async () => {
  cloud = await openCloud({ dir });
});
afterAll(endClouds);

test.each([
  ['人民日报', 'pass', 100],
  ['这里有违规测试', 'risky', 20006],
  ['这里有复审测试', 'review', 20012],
])('a check of %s suggests %s', async (content, suggest, label) => {
  expect(await check(content)).toMatchObject({ errCode: 0, result: { suggest, label } });
});

test('what a check refuses can be set', async () => {
  cloud.openapi({ refuseWords: ['芝麻'] });
  expect(await check('芝麻开门')).toMatchObject({ result: { suggest: 'risky' } });
  await post(cloud, '/control/openapi', { refuseWords: ['西瓜'] });
  expect(await check('芝麻开门')).toMatchObject({ result: { suggest: 'pass' } });
});

test.each([
  ['too much text', { content: '长'.repeat(2501), version: 2, scene: 2, openid: 'o-ann' }, 45002],
  ['nothing', { content: '', version: 2, scene: 2, openid: 'o-ann' }, 44002],
  ['no scene', { content: 'x', version: 2, openid: 'o-ann' }, 40129],
  ['nobody', { content: 'x', version: 2, scene: 2 }, 40003],
])('a check of %s is refused with WeChat’s number', async (_what, data, errCode) => {
  expect(await ask('security.msgSecCheck', data, 'o-ann')).toMatchObject({ errCode });
});

test('a person who was away for two hours cannot be checked, as from a timer', async () => {
  await check('x', 'o-away');
  await cloud.advance(2 * HOUR + 1);
  const data = { content: 'x', version: 2, scene: 2, openid: 'o-away' };
  expect(await ask('security.msgSecCheck', data)).toMatchObject({ errCode: 61010 });
  expect(await check('x', 'o-away')).toMatchObject({ errCode: 0 });
});

test('each acceptance of a person allows one message, which is kept for inspection', async () => {
  expect(await send()).toMatchObject({ errCode: 43101 });
  cloud.subscribe('o-ann', TEMPLATE);
  await post(cloud, '/control/subscriptions', { openid: 'o-ann', templateId: TEMPLATE, count: 1 });
  expect(await send()).toMatchObject({ errCode: 0 });
  expect(await send()).toMatchObject({ errCode: 0 });
  expect(await send()).toMatchObject({ errCode: 43101 });
  const response = await fetch(`${cloud.url}/control/sent?openid=o-ann`);
  const { sent } = (await response.json()) as { sent: unknown[] };
  expect(sent).toHaveLength(2);
  expect(sent[0]).toMatchObject({
    openid: 'o-ann',
    templateId: TEMPLATE,
    page: 'pages/home/home',
    data: DATA,
    functionName: 'wechat',
    requestId: expect.any(String),
  });
  expect(cloud.sent({ openid: 'o-bob' })).toEqual([]);
  expect(cloud.sent({ api: '*' }).length).toBeGreaterThan(4);
});

test.each([
  ['a value that is too long', { thing1: { value: '长'.repeat(21) } }, {}, 47003],
  ['a value of the wrong kind', { time2: { value: 'soon' } }, {}, 47003],
  ['no values', {}, {}, 47003],
  ['an unknown template', DATA, { templateId: 'mine' }, 40037],
  ['nobody', DATA, { touser: '' }, 40003],
])('a message with %s is refused and costs no acceptance', async (_what, data, more, errCode) => {
  expect(await send(data, more)).toMatchObject({ errCode });
});

test('a mini program code is a picture; its scene has 1 to 32 characters', async () => {
  const reply = await ask('wxacode.getUnlimited', { scene: 'c=123', page: 'chain/join/join' });
  expect(reply).toMatchObject({ errCode: 0, contentType: 'image/png' });
  const picture = Buffer.from(String(reply['buffer']), 'base64');
  expect(picture.subarray(0, 8)).toEqual(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
  const tooLong = { scene: 'x'.repeat(33), page: 'chain/join/join' };
  expect(await ask('wxacode.getUnlimited', tooLong)).toMatchObject({ errCode: 40169 });
});

const setCard = (activityId: unknown, targetState: number, parameters: Record<string, string>) => {
  const parameterList = Object.entries(parameters).map(([name, value]) => ({ name, value }));
  return ask('updatableMessage.setUpdatableMsg', {
    activityId,
    targetState,
    templateInfo: { parameterList },
  });
};

test('a share card has live numbers until it has begun, and for a day', async () => {
  const { activityId, expirationTime } = await ask('updatableMessage.createActivityId', {});
  expect(Number(expirationTime)).toBe(Math.floor((cloud.now() + 24 * HOUR) / 1000));
  const numbers = { member_count: '3', room_limit: '8' };
  const begun = { path: 'pages/home/home', version_type: 'release' };
  expect(await setCard('another', 0, numbers)).toMatchObject({ errCode: 47501 });
  expect(await setCard(activityId, 0, { member_count: '3' })).toMatchObject({ errCode: 47001 });
  expect(await setCard(activityId, 0, numbers)).toMatchObject({ errCode: 0 });
  expect(await setCard(activityId, 1, { ...begun, version_type: 'x' })).toMatchObject({ errCode: 47503 });
  expect(await setCard(activityId, 1, begun)).toMatchObject({ errCode: 0 });
  expect(await setCard(activityId, 0, numbers)).toMatchObject({ errCode: 47502 });
  await cloud.advance(24 * HOUR);
  expect(await setCard(activityId, 1, begun)).toMatchObject({ errCode: 47504 });
});

test('an API that config.json does not permit, or that is not there, is refused as by the platform', async () => {
  expect(await ask('customerServiceMessage.send', { touser: 'o-ann' })).toMatchObject({ errCode: -604101 });
  expect(await ask('security.imgSecCheck', { media: {} })).toMatchObject({ errCode: -604100 });
});

test('every call of an API can be made to fail', async () => {
  cloud.openapi({ errors: { 'security.msgSecCheck': { errcode: -1, errmsg: 'system error' } } });
  expect(await check('x')).toMatchObject({ errCode: -1, errMsg: expect.stringContaining('system error') });
  cloud.openapi({ errors: {} });
  expect(await check('x')).toMatchObject({ errCode: 0 });
});

test('node-sdk’s JSON call gets WeChat’s own words', async () => {
  const data = { content: 'x', version: 2, scene: 2, openid: 'o-ann' };
  expect(await ask('security.msgSecCheck', data, 'o-ann', true)).toMatchObject({
    errcode: 0,
    result: { suggest: 'pass' },
  });
  const message = { touser: 'o-ann', template_id: TEMPLATE, data: DATA };
  expect(await ask('subscribeMessage.send', message, 'o-ann', true)).toMatchObject({ errcode: 43101 });
});

test('a restart keeps what was sent and what people still allow', async () => {
  cloud.subscribe('o-ann', TEMPLATE);
  const before = cloud.sent();
  await cloud.stop();
  cloud = await openCloud({ dir });
  expect(cloud.sent()).toEqual(before);
  expect(await send()).toMatchObject({ errCode: 0 });
});
