import { SourceMap, type SourceMapPayload } from 'node:module';
import { type Compiled, compile, type Files } from './program-folder';

/** Compiles `pages/home/home.<suffix>` with other files and runs it; what it pushed into `noted` comes back. */
async function runPage(script: string, files: Files = {}): Promise<unknown[]> {
  const compiled = await compile({ ...files, 'pages/home/home.js': script });
  expect(compiled.problems).toEqual([]);
  const noted = compiled.globals['noted'] as unknown[];
  // As the browser has it; scripts must not see it.
  compiled.globals['document'] = {};
  compiled.app.components.find(({ path }) => path === 'pages/home/home')?.load();
  await new Promise(setImmediate);
  return noted;
}

test('subpackages are asked for later, with a promise or with callbacks', async () => {
  const noted = await runPage(
    `require.async('../../chain/sum').then(sum => noted.push('promise', sum.two));
     require('../../chain/sum.js', sum => noted.push('callback', sum.two), error => noted.push(error));
     const name = '../../chain/' + 'sum';
     require.async(name).catch(error => noted.push(error.message));
     noted.push('first');`,
    { 'chain/sum.js': 'noted.push("loaded"); exports.two = 2;' },
  );
  expect(noted[0]).toBe('first');
  expect(noted.filter(note => note === 'loaded')).toHaveLength(1);
  expect(noted.join()).toContain('promise,2');
  expect(noted.join()).toContain('callback,2');
  expect(noted).toContain('../../chain/sum: require.async needs a written path');
});

test('scripts see what a phone has: no document, no fetch, but global', async () => {
  const noted = await runPage(
    'noted.push(typeof window, typeof document, typeof fetch, global.noted === noted);',
  );
  expect(noted).toEqual(['undefined', 'undefined', 'undefined', true]);
});

test('a plugin that a script asks for fails by its name', async () => {
  const noted = await runPage('try { requirePlugin("map") } catch (error) { noted.push(error.message) }');
  expect(noted).toEqual(['requirePlugin: the preview has no plugins (map)']);
});

test('packages come from a checked-in miniprogram_npm, a miniprogram field or a plain main', async () => {
  const noted = await runPage(
    'noted.push(require("a").from, require("b").from, require("@c/d/e").from, require("f").from);',
    {
      'miniprogram_npm/a/index.js': 'exports.from = "checked in"',
      'node_modules/b/package.json': { miniprogram: 'mp' },
      'node_modules/b/mp/index.js': 'exports.from = "field"',
      'node_modules/@c/d/package.json': { miniprogram: './' },
      'node_modules/@c/d/e.js': 'exports.from = "scoped"',
      'node_modules/f/package.json': { main: 'lib/f.js' },
      'node_modules/f/lib/f.js': 'module.exports = { from: "main" }',
    },
  );
  expect(noted).toEqual(['checked in', 'field', 'scoped', 'main']);
});

test('modules that require each other, UMD wrappers and default exports work as in WeChat', async () => {
  const noted = await runPage(
    `import folder, { named } from '../../lib/folder'; import * as all from '../../lib/folder/index';
     const { late } = require('../../lib/a'); const umd = require('/lib/umd');
     noted.push(folder, named, all.named, require('../../lib/folder').default, late, umd.works);`,
    {
      'lib/folder/index.ts': 'export default "folder"; export const named: number = 1;',
      'lib/a.js': 'exports.early = 1; exports.late = require("./b").got + 1;',
      'lib/b.js': 'exports.got = require("./a").early;',
      'lib/umd.js': `(function (root, make) {
        if (typeof define === 'function' && define.amd) define([], make);
        else if (typeof module === 'object' && module.exports) module.exports = make();
        else root.umd = make();
      })(this, function () { return { works: true }; });`,
    },
  );
  expect(noted).toEqual(['folder', 1, 1, 'folder', 2, true]);
});

/** Where the map says that a piece of the built script was written, as `file:line`, lines from 1. */
function writtenAt({ result }: Compiled, piece: string): string {
  const lines = result.script.split('\n');
  const line = lines.findIndex(text => text.includes(piece));
  const map = new SourceMap(JSON.parse(result.map) as SourceMapPayload);
  const entry = map.findEntry(line, lines[line]?.indexOf(piece) ?? 0);
  return 'originalSource' in entry ? `${entry.originalSource}:${entry.originalLine + 1}` : 'nowhere';
}

test('the source map leads to the lines as they were written', async () => {
  const compiled = await compile({
    'app.json': { pages: ['pages/home/home', 'pages/mixed/mixed'] },
    'pages/home/home.ts':
      'interface Gone {\n  a: 1;\n}\nconst typed: Gone = { a: 1 };\nPage({ data: typed });',
    'pages/home/home.js': '',
    'pages/mixed/mixed.wxml': '<view/>',
    'pages/mixed/mixed.js': '// one\n\nexport const a = 1;\nmodule.exports = { marker: a };',
  });
  expect(writtenAt(compiled, 'Page({')).toBe('pages/home/home.ts:5');
  expect(writtenAt(compiled, 'module.exports = { marker')).toBe('pages/mixed/mixed.js:4');
});
