import type { Account } from '../support/functions/account';
import { TestCloud } from '../support/functions/test-cloud';

jest.setTimeout(120_000);

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterEach(() => cloud.cloud.faults({}));
afterAll(() => cloud.stop());

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff, 0xe0];

const picture = (head: number[], size = 200): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(size);
  bytes.set(head);
  return bytes;
};

/** Puts a file where a phone puts its picture; its file id. */
async function upload(person: Account, bytes: Uint8Array<ArrayBuffer>, path?: string): Promise<string> {
  const { uid } = await person.data('me.show', {});
  const cloudPath = path ?? `avatars/${uid}/upload`;
  const query = new URLSearchParams({ cloudPath, openid: person.openid });
  const response = await fetch(`${cloud.cloud.url}/storage/upload?${query}`, { method: 'POST', body: bytes });
  return ((await response.json()) as { fileID: string }).fileID;
}

const bytesAt = async (url = ''): Promise<Uint8Array> =>
  new Uint8Array(await (await fetch(url)).arrayBuffer());

async function isThere(fileId = ''): Promise<boolean> {
  const body = JSON.stringify({ fileList: [fileId] });
  const response = await fetch(`${cloud.cloud.url}/storage/urls`, { method: 'POST', body });
  const { fileList } = (await response.json()) as { fileList: { status: number }[] };
  return fileList[0]?.status === 0;
}

const storedOf = async (person: Account) => {
  const { uid } = await person.data('me.show', {});
  const [document] = await cloud.database.find('people', { _id: uid });
  return document as { pictures?: string[]; avatar?: string } | undefined;
};

test('a nickname is kept, changed and taken away, and nothing else with it', async () => {
  const person = cloud.person();
  await person.data('me.change', { theme: 'dark' });
  const me = await person.data('me.saveProfile', { nickname: ' 老张 ' });
  expect(me).toMatchObject({ profile: { nickname: '老张' }, settings: { theme: 'dark' } });
  expect(await person.data('me.saveProfile', {})).toEqual(me);
  expect(await person.data('home.show', {})).toMatchObject({ me });
  expect((await person.data('me.saveProfile', { nickname: null })).profile).toEqual({});
});

test('somebody who was never here can begin with their profile', async () => {
  const me = await cloud.person().data('me.saveProfile', { nickname: '新人' });
  expect(me).toMatchObject({ profile: { nickname: '新人' }, settings: { fontMode: 'system' } });
});

test('a nickname that WeChat refuses is not taken; one it does not answer about is, nobody else sees it', async () => {
  const person = cloud.person();
  const refusal = await person.refusal('me.saveProfile', { nickname: '违规测试' });
  expect(refusal).toMatchObject({ code: 'CONTENT_REFUSED', path: 'nickname' });
  expect((await person.data('me.show', {})).profile).toEqual({});
  cloud.cloud.openapi({ errors: { 'security.msgSecCheck': { errcode: -1, errmsg: 'system error' } } });
  const me = await person.data('me.saveProfile', { nickname: '违规测试' });
  cloud.cloud.openapi({ errors: {} });
  expect(me.profile).toEqual({ nickname: '违规测试' });
});

test('a picture is copied, shown by a signed address, and replaced without a trace', async () => {
  const person = cloud.person();
  const first = await person.data('me.saveProfile', { avatarFileId: await upload(person, picture(PNG)) });
  expect(await bytesAt(first.profile.avatarUrl)).toEqual(picture(PNG));
  const before = await storedOf(person);
  // The file at the phone's path changes, the picture does not.
  const next = await upload(person, picture(JPEG));
  expect(await bytesAt((await person.data('me.show', {})).profile.avatarUrl)).toEqual(picture(PNG));
  const second = await person.data('me.saveProfile', { avatarFileId: next });
  expect(await bytesAt(second.profile.avatarUrl)).toEqual(picture(JPEG));
  const after = await storedOf(person);
  expect(after?.pictures).toEqual([after?.avatar]);
  expect(after?.avatar).not.toBe(before?.avatar);
});

test('the same picture once more changes nothing, and none leaves no file', async () => {
  const person = cloud.person();
  const avatarFileId = await upload(person, picture(PNG));
  await person.data('me.saveProfile', { avatarFileId });
  const stored = await storedOf(person);
  await person.data('me.saveProfile', { avatarFileId });
  expect(await storedOf(person)).toEqual(stored);
  expect(await isThere(stored?.avatar)).toBe(true);
  expect(await person.data('me.saveProfile', { avatarFileId: null })).toMatchObject({ profile: {} });
  expect(await storedOf(person)).toMatchObject({ pictures: [] });
  expect([await isThere(stored?.avatar), await isThere(avatarFileId)]).toEqual([false, false]);
});

test('a picture that a killed call left behind goes with the next one', async () => {
  const person = cloud.person();
  const event = { action: 'me.saveProfile', input: { avatarFileId: await upload(person, picture(PNG)) } };
  cloud.cloud.faults({ killInstanceRate: 0.3, action: '^(storage|database)', seed: 3 });
  const deaths: unknown[] = [];
  for (let tries = 0; tries < 5; tries += 1) {
    const answer = await cloud.cloud.invoke('api', event, person.openid);
    if ('errCode' in answer) deaths.push(answer);
  }
  cloud.cloud.faults({});
  expect(deaths.length).toBeGreaterThan(0);
  await upload(person, picture(JPEG));
  const me = await person.data('me.saveProfile', event.input);
  const stored = await storedOf(person);
  expect(stored?.pictures).toEqual([stored?.avatar]);
  expect(await bytesAt(me.profile.avatarUrl)).toEqual(picture(JPEG));
});

test('what is no picture, too large, not there or of somebody else is refused and changes nothing', async () => {
  const person = cloud.person();
  const other = await upload(cloud.person(), picture(PNG));
  await person.data('me.saveProfile', { nickname: '老张', avatarFileId: await upload(person, picture(PNG)) });
  const before = await storedOf(person);
  const refusalOf = async (avatarFileId: string) =>
    (await person.refusal('me.saveProfile', { nickname: '老李', avatarFileId })).code;
  expect(await refusalOf(await upload(person, picture([0x3c, 0x73, 0x76, 0x67])))).toBe('BAD_INPUT');
  expect(await refusalOf(await upload(person, picture(PNG, 2 * 1024 * 1024 + 1)))).toBe('TOO_LARGE');
  expect(await refusalOf(other)).toBe('BAD_INPUT');
  expect(await refusalOf(before?.avatar ?? '')).toBe('BAD_INPUT');
  expect(await refusalOf(other.replace(/avatars.*/, 'avatars/../imports/x'))).toBe('BAD_INPUT');
  expect(await storedOf(person)).toEqual(before);
});

test('a picture costs home and 我的 no database request, and neither fails without the storage', async () => {
  const person = cloud.person();
  await person.data('me.saveProfile', { avatarFileId: await upload(person, picture(PNG)) });
  expect(await cloud.callsOf(() => person.data('me.show', {}))).toBe(1);
  expect(await cloud.callsOf(() => person.data('home.show', {}))).toBe(2);
  cloud.cloud.faults({ errorRate: 1, action: '^storage', seed: 1 });
  const { profile } = await person.data('me.show', {});
  cloud.cloud.faults({});
  expect(profile).toEqual({});
});
