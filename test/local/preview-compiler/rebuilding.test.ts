import fs from 'node:fs';
import path from 'node:path';
import { Compiler } from '../../../local/preview/compiler/compiler';
import { component, NPM_ROOT, ProgramFolder, run } from './program-folder';

test('every kind of file that changes changes the next build, and changing it back restores it', async () => {
  const folder = new ProgramFolder({
    ...component('row', {}),
    'pages/home/home.json': { usingComponents: { row: '/components/row/row' } },
    'pages/home/home.wxml': '<wxs src="./a.wxs" module="a"/><row/>',
    'pages/home/home.wxss': '@import "./b.wxss";',
    'pages/home/home.js': 'require("./c")',
    'pages/home/a.wxs': 'module.exports = "before"',
    'pages/home/b.wxss': '.before{}',
    'pages/home/c.js': 'console.log("before")',
  });
  const compiler = new Compiler({ root: folder.root, npmRoot: NPM_ROOT });
  try {
    const first = await compiler.build();
    for (const file of [
      'app.json',
      'pages/home/a.wxs',
      'pages/home/b.wxss',
      'pages/home/c.js',
      'pages/home/home.wxml',
    ]) {
      const before = fs.readFileSync(path.join(folder.root, file), 'utf8');
      const after = before
        .replace('before', 'after')
        .replace('<row/>', '<row/>!')
        .replace('{', '{"debug":true,');
      folder.write(file, file.endsWith('.wxss') ? '.after{}' : after);
      const changed = await compiler.build();
      expect([file, changed.script === first.script]).toEqual([file, false]);
      folder.write(file, before);
      expect((await compiler.build()).script).toBe(first.script);
    }
  } finally {
    await compiler.dispose();
    folder.remove();
  }
});

test('a mended file leaves no problem behind, and a missing one is noticed when it comes', async () => {
  const folder = new ProgramFolder({
    'pages/home/home.js': 'Page({',
    'pages/home/home.wxml': '<include src="./late.wxml"/>',
  });
  const compiler = new Compiler({ root: folder.root, npmRoot: NPM_ROOT });
  try {
    expect((await compiler.build()).problems).toHaveLength(2);
    folder.write('pages/home/home.js', 'Page({})');
    folder.write('pages/home/late.wxml', '<view/>');
    const mended = await compiler.build();
    expect(mended.problems).toEqual([]);
    expect(Object.keys(run(mended).app.templates)).toContain('pages/home/late');
  } finally {
    await compiler.dispose();
    folder.remove();
  }
});

test('source maps name the files of the program, relative to its folder', async () => {
  const folder = new ProgramFolder({ 'pages/home/home.ts': 'Page({ data: { word: "mapped" as string } })' });
  const compiler = new Compiler({ root: folder.root, npmRoot: NPM_ROOT });
  try {
    const { map, script } = await compiler.build();
    const { sources, sourcesContent } = JSON.parse(map) as { sources: string[]; sourcesContent: string[] };
    expect(sources).toContain('pages/home/home.ts');
    expect(sourcesContent.join()).toContain('"mapped" as string');
    expect(script).toMatch(/sourceMappingURL=\/-\/app\.js\.map\n$/);
  } finally {
    await compiler.dispose();
    folder.remove();
  }
});
