import fs from 'node:fs';
import path from 'node:path';
import { type Preview, startPreview } from '../../../local/preview';
import { component, NPM_ROOT, ProgramFolder } from './program-folder';

const folder = new ProgramFolder(component('row', { wxml: '<text>row</text>' }));
const lines: string[] = [];
let preview: Preview;

beforeAll(async () => {
  const log = (line: string) => lines.push(line);
  preview = await startPreview({ root: folder.root, npmRoot: NPM_ROOT, port: 0, log });
  await script();
});

afterAll(async () => {
  await preview.stop();
  folder.remove();
});

async function script(): Promise<string> {
  return (await fetch(`${preview.url}/-/app.js`)).text();
}

/** Acts once an open phone's event stream is there, and reads the stream until `enough` of it has come. */
async function hear(enough: string, act: () => void): Promise<string> {
  const stopping = new AbortController();
  const reply = await fetch(`${preview.url}/-/events`, { signal: stopping.signal });
  const reader = reply.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  act();
  while (reader && !text.includes(enough)) {
    text += decoder.decode((await reader.read()).value, { stream: true });
  }
  stopping.abort();
  return text;
}

const RELOAD = 'event: reload';

test('a saved file reloads open phones', async () => {
  await hear(RELOAD, () => folder.write('pages/home/home.wxml', '<view>changed</view>'));
  expect(await script()).toContain('"changed"');
  expect(lines.join('\n')).toMatch(/rebuilt in \d+ ms/);
});

test('a mistake reaches phones and the terminal, and both hear when it is mended', async () => {
  const text = await hear('home.wxml', () => folder.write('pages/home/home.wxml', '<view>'));
  expect(text).toContain('"file":"pages/home/home.wxml","line":1,"column":2,"message":"missing end tag"');
  expect(lines).toContain('error: pages/home/home.wxml:1:2 missing end tag');
  await hear(RELOAD, () => folder.write('pages/home/home.wxml', '<view>mended</view>'));
  expect(lines).toContain('compiles without problems again');
});

test('files in folders that are made while watching are followed too', async () => {
  folder.write('pages/home/parts/deep/row.wxml', '<view>first</view>');
  await hear(RELOAD, () => folder.write('pages/home/home.wxml', '<include src="parts/deep/row"/>'));
  await hear(RELOAD, () => folder.write('pages/home/parts/deep/row.wxml', '<view>second</view>'));
  expect(await script()).toContain('"second"');
});

test('a changed json brings its components in, and a removed one is reported where it is used', async () => {
  const using = { usingComponents: { row: '/components/row/row' } };
  await hear(RELOAD, () => folder.write('pages/home/home.json', using));
  expect(await script()).toContain('"components/row/row"');
  const gone = () => fs.rmSync(path.join(folder.root, 'components'), { recursive: true });
  const text = await hear('does not exist', gone);
  expect(text).toContain('component row: /components/row/row does not exist');
  await hear('event: problems\ndata: []', () => folder.write('pages/home/home.json', {}));
});

test('a new page of app.json is there after its files came', async () => {
  folder.write('pages/next/next.js', 'Page({})');
  folder.write('pages/next/next.wxml', '<view>next</view>');
  await hear(RELOAD, () => folder.write('app.json', { pages: ['pages/home/home', 'pages/next/next'] }));
  expect(await script()).toContain('"pages/next/next"');
});

test('a picture that changed is shown, though the program is the same', async () => {
  await hear(RELOAD, () => folder.write('pages/home/new.svg', '<svg/>'));
});
