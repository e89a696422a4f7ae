import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { LocalCloud } from '../../local/cloud';
import { endClouds, newFolder, openCloud, post, resultOf, until } from './cloud/running-cloud';

jest.setTimeout(60_000);

interface Entry {
  code?: string;
  status?: number;
  fileID: string;
  tempFileURL: string;
}

let cloud: LocalCloud;
const dir = newFolder();
const FOLDER = path.join(dir, 'storage', 'files');
const data = <T>(deed: string, more: object) =>
  resultOf<T>(cloud.invoke('data', { do: deed, ...more }, 'o-ann'));
const upload = (cloudPath: string, text: string) => data<{ fileID: string }>('upload', { cloudPath, text });
const addressOf = async (fileID: string, maxAge = 7200): Promise<string> => {
  const { fileList } = await data<{ fileList: Entry[] }>('addresses', { fileList: [{ fileID, maxAge }] });
  return fileList[0]?.tempFileURL ?? '';
};

beforeAll(async () => {
  cloud = await openCloud({ dir });
});
afterAll(endClouds);

test.each(['notes/a.txt', '图片/合影 1.png', 'odd/100% sure?#1.csv', 'a~b'])(
  'what the SDK uploads as %s it can download again',
  async cloudPath => {
    const { fileID } = await upload(cloudPath, `content of ${cloudPath}`);
    expect(fileID).toMatch(/^cloud:\/\/[\w-]+\.[\w-]+\//);
    expect(fileID.endsWith(`/${cloudPath}`)).toBe(true);
    expect(await data('download', { fileID })).toBe(`content of ${cloudPath}`);
  },
);

test('a stream is uploaded like a buffer, and a second upload replaces the first', async () => {
  const file = path.join(dir, 'source.txt');
  fs.writeFileSync(file, 'from a stream');
  await upload('same.txt', 'first');
  const { fileID } = await data<{ fileID: string }>('uploadStream', { cloudPath: 'same.txt', file });
  expect(await data('download', { fileID })).toBe('from a stream');
  expect(await data('facts', { fileID })).toMatchObject({ fileList: [{ size: 13, mime: 'text/plain' }] });
});

test.each(['', '/abs', 'a//b', '../../escape', 'a/../b', 'a/.', 'back\\slash', 'x'.repeat(900), 'nul\u0000'])(
  'the path %j is refused',
  async cloudPath => {
    expect(await upload(cloudPath, 'x')).toMatchObject({ failed: true, code: 'INVALID_PARAM' });
  },
);

test('a path cannot lead out of the folder, whatever an address claims', async () => {
  const around = encodeURIComponent('../../clock.json');
  for (const address of [`/storage/file/${around}?sign=x&t=9e15`, '/storage/file/..%2f..%2fclock.json'])
    expect((await fetch(cloud.url + address)).status).toBe(403);
  const put = await fetch(`${cloud.url}/storage/object/${around}`, { method: 'PUT', body: 'x' });
  expect(put.status).toBe(403);
});

test('a temporary address ends by the local clock and cannot be bent', async () => {
  const { fileID } = await upload('secret.txt', 'secret');
  const address = await addressOf(fileID, 600);
  expect(await (await fetch(address)).text()).toBe('secret');
  expect((await fetch(address.replace(/sign=./, 'sign=_'))).status).toBe(403);
  expect((await fetch(address.replace(/t=\d+/, 't=9999999999999'))).status).toBe(403);
  await cloud.advance(600_000);
  expect((await fetch(address)).status).toBe(403);
});

test('a deleted file is gone and says so', async () => {
  const { fileID } = await upload('gone.txt', 'x');
  const address = await addressOf(fileID);
  expect(await data('delete', { fileList: [fileID] })).toMatchObject({
    fileList: [{ code: 'SUCCESS', fileID }],
  });
  expect((await fetch(address)).status).toBe(404);
  const nonexistent = { code: 'STORAGE_FILE_NONEXIST', fileID };
  expect(await data('delete', { fileList: [fileID] })).toMatchObject({ fileList: [nonexistent] });
  expect(await data('addresses', { fileList: [fileID] })).toMatchObject({ fileList: [nonexistent] });
  expect(await data('download', { fileID })).toMatchObject({ failed: true, code: 'STORAGE_FILE_NONEXIST' });
});

test('an upload that is too large or breaks off changes nothing and disturbs no other', async () => {
  const { fileID } = await upload('whole.txt', 'whole');
  const address = `${cloud.url}/storage/upload?cloudPath=whole.txt`;
  const filler = Buffer.alloc(2 ** 20);
  const body = Readable.from(Array.from({ length: 51 }, () => filler));
  const tooLarge = await fetch(address, { method: 'POST', body, duplex: 'half' } as RequestInit);
  expect(tooLarge.status).toBe(413);
  const drafts = () => fs.readdirSync(FOLDER).filter(name => name.endsWith('.draft'));
  const breaking = http.request(address, { method: 'POST', headers: { 'content-length': 9 } });
  breaking.on('error', () => {}).write('half');
  await until(() => drafts().length > 0);
  breaking.destroy();
  await until(() => drafts().length === 0);
  expect(await data('download', { fileID })).toBe('whole');
});

test('a file that vanishes while it is being sent ends the reply, not the cloud', async () => {
  const { fileID } = await upload('vanishing.txt', 'x');
  const address = await addressOf(fileID);
  for (const name of fs.readdirSync(FOLDER)) if (!name.endsWith('.json')) fs.rmSync(path.join(FOLDER, name));
  await expect(fetch(address).then(response => response.text())).rejects.toThrow();
  expect((await fetch(`${cloud.url}/healthz`)).status).toBe(200);
});

test('a phone uploads, gets addresses and deletes only its own', async () => {
  const address = `${cloud.url}/storage/upload?cloudPath=${encodeURIComponent('用户/导入.csv')}&openid=o-ann`;
  const uploaded = await fetch(address, { method: 'POST', body: '名称\n人民日报' });
  const { fileID } = (await uploaded.json()) as { fileID: string };
  const urls = await post(cloud, '/storage/urls', { fileList: [fileID, 'cloud://elsewhere/x'] });
  const { fileList } = (await urls.json()) as { fileList: Entry[] };
  expect(fileList.map(({ status }) => status)).toEqual([0, -503003]);
  expect(await (await fetch(fileList[0]?.tempFileURL ?? '')).text()).toBe('名称\n人民日报');
  const remove = async (openid: string) => {
    const response = await post(cloud, '/storage/delete', { fileList: [fileID], openid });
    return ((await response.json()) as { fileList: Entry[] }).fileList[0]?.status;
  };
  expect(await remove('o-bob')).toBe(-503002);
  expect(await remove('o-ann')).toBe(0);
});
