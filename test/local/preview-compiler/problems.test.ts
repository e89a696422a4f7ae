import { compileCheck } from '../../../local/preview';
import { compile, type Files, NPM_ROOT, ProgramFolder } from './program-folder';

async function problemsOf(files: Files): Promise<string[]> {
  return (await compile(files)).problems;
}

test('a program without mistakes has no problems', async () => {
  expect(await problemsOf({})).toEqual([]);
});

test('comparisons in expressions are not taken for tags', async () => {
  const wxml = `<view wx:if="{{a<count && b == "<x"}}" title='<y' id="<z">{{ 1<two }}</view><!-- <old> -->`;
  expect(await problemsOf({ 'pages/home/home.wxml': wxml })).toEqual([]);
});

test.each<[string, Files, string]>([
  ['json', { 'app.json': '{\n  "pages": [,]\n}' }, 'app.json:2:13'],
  [
    'a page that is missing',
    { 'app.json': '{\n"pages":[\n"pages/home/home",\n "pages/x/x"]}' },
    'app.json:4:2 page pages/x/x does not exist',
  ],
  [
    'a component that is missing',
    { 'pages/home/home.json': '{\n  "usingComponents": {\n    "a-b": "./c"\n  }\n}' },
    'pages/home/home.json:3:5 component a-b: ./c does not exist',
  ],
  [
    'a custom tag nobody declared',
    { 'pages/home/home.wxml': '<view>\n  <my-row/>\n</view>' },
    'pages/home/home.wxml:2:3 <my-row> is not in usingComponents of pages/home/home.json',
  ],
  [
    'a style sheet',
    { 'pages/home/home.wxss': '.a{}\n.b{ top: 0' },
    'pages/home/home.wxss:2:1 Unclosed block',
  ],
  ['an imported style', { 'app.wxss': '\n@import "x";' }, 'app.wxss:2:1 imported style x does not exist'],
  [
    'a script',
    { 'pages/home/home.js': 'Page({\n  a b\n})' },
    'pages/home/home.js:2:5 Expected "}" but found "b"',
  ],
  ['an import', { 'pages/home/home.js': '\nimport "./x"' }, 'pages/home/home.js:2:8 Could not resolve "./x"'],
  [
    'an import of a file that mixes module kinds',
    { 'pages/home/home.js': 'export const a = 1;\n\nimport x from "gone";\nmodule.exports = { x };' },
    'pages/home/home.js:3:16 Could not resolve "gone"',
  ],
  [
    'a tab icon',
    { 'app.json': '{"pages":["pages/home/home"],"tabBar":{"list":[\n{"iconPath":"a.png"}]}}' },
    'app.json:2:13 tab bar icon a.png does not exist',
  ],
  [
    'a tab page',
    { 'app.json': '{"pages":["pages/home/home"],"tabBar":{"list":[\n{"pagePath":"pages/x"}]}}' },
    'app.json:2:13 tab bar page pages/x is not among the pages',
  ],
  ['a comment in json', { 'pages/home/home.json': '{\n  // no\n}' }, 'pages/home/home.json:2:3'],
  [
    'the json of a component',
    {
      'pages/home/home.json': { usingComponents: { row: './row' } },
      'pages/home/row.json': '{\n}',
      'pages/home/row.wxml': '',
      'pages/home/row.js': 'Component({})',
    },
    'pages/home/row.json:1:1 pages/home/row is used as a component; WeChat wants "component": true in its json',
  ],
  [
    'a plugin',
    { 'pages/home/home.json': '{\n"usingComponents":{\n"p":"plugin://a/b"}}' },
    'pages/home/home.json:3:1 component p: the preview has no plugins (plugin://a/b)',
  ],
])('a mistake in %s is reported with file, line and column', async (_, files, expected) => {
  expect(await problemsOf(files)).toContainEqual(expect.stringContaining(expected));
});

test('a script that does not compile throws its message when run, the others still run', async () => {
  const { app, globals } = await compile({
    'app.json': { pages: ['pages/home/home', 'pages/bad/bad'] },
    'pages/bad/bad.wxml': '<view/>',
    'pages/bad/bad.js': 'Page({',
  });
  const made: unknown[] = [];
  globals['Page'] = () => made.push('home');
  const [home, bad] = app.components;
  home?.load();
  expect(made).toEqual(['home']);
  expect(() => bad?.load()).toThrow(/^pages\/bad\/bad\.js:1:7 /);
});

test.each<[string, Files, string]>([
  ['no app.json', { 'app.json': '' }, 'no pages are declared'],
  ['an array for app.json', { 'app.json': '[]' }, 'must hold an object'],
  [
    'wrong types in it',
    { 'app.json': { pages: 'a', subPackages: {}, tabBar: [], window: 1, usingComponents: [] } },
    'no pages are declared',
  ],
])('a folder with %s is a problem and no crash', async (_, files, expected) => {
  const { app, problems } = await compile(files);
  expect(app.config.pages).toEqual([]);
  expect(problems.join()).toContain(expected);
});

test('the check covers what a build covers and takes an empty folder', async () => {
  const folder = new ProgramFolder({ 'pages/home/home.wxml': '<view>' });
  try {
    const [problem] = await compileCheck(folder.root, NPM_ROOT);
    expect(problem).toMatchObject({
      file: 'pages/home/home.wxml',
      line: 1,
      message: 'missing end tag',
    });
    const none = await compileCheck(`${folder.root}/pages/nowhere`, NPM_ROOT);
    expect(none.map(({ message }) => message)).toEqual(['app.json is missing in the mini program folder']);
  } finally {
    folder.remove();
  }
});
