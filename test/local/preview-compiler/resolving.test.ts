import { type Compiled, compile, component } from './program-folder';

function configOf(compiled: Compiled, path: string) {
  const found = compiled.app.components.find(candidate => candidate.path === path);
  if (!found) throw new Error(`${path} was not compiled`);
  return found;
}

test('pages of subpackages come after those of the main package, with their full paths', async () => {
  const { app, problems } = await compile({
    'app.json': {
      pages: ['pages/home/home'],
      subpackages: [{ root: 'chain/', pages: ['detail/detail'], independent: true }],
    },
    'chain/detail/detail.wxml': '<view/>',
    'chain/detail/detail.js': 'Page({})',
  });
  expect(app.config.pages).toEqual(['pages/home/home', 'chain/detail/detail']);
  expect(app.config.subPackages).toEqual([{ root: 'chain', pages: ['detail/detail'], independent: true }]);
  expect(app.components.filter(each => each.isPage).map(each => each.path)).toEqual(app.config.pages);
  expect(problems).toEqual([]);
});

test('a component is found beside the page, from the root, in npm and in its folder’s index', async () => {
  const compiled = await compile({
    ...component('row', {}),
    'pages/home/part/index.json': { component: true },
    'pages/home/part/index.wxml': '<view/>',
    'pages/home/part/index.js': 'Component({})',
    'pages/home/home.json': {
      usingComponents: {
        row: '/components/row/row',
        part: './part',
        't-loading': 'tdesign-miniprogram/loading/loading',
      },
    },
  });
  expect(configOf(compiled, 'pages/home/home').json.usingComponents).toEqual({
    row: '/components/row/row',
    part: '/pages/home/part/index',
    't-loading': '/miniprogram_npm/tdesign-miniprogram/loading/loading',
  });
  // Its own json names the icon relatively, inside the package.
  const loading = configOf(compiled, 'miniprogram_npm/tdesign-miniprogram/loading/loading');
  expect(loading.json.styleIsolation).toBe('apply-shared');
  expect(compiled.problems).toEqual([]);
});

test('only components that are reachable are compiled, children before parents, cycles included', async () => {
  const { app } = await compile({
    ...component('tree', { json: { usingComponents: { leaf: '../leaf/leaf' } } }),
    ...component('leaf', { json: { usingComponents: { tree: '../tree/tree' } } }),
    ...component('unused', {}),
    'pages/home/home.json': { usingComponents: { tree: '/components/tree/tree' } },
  });
  expect(app.components.map(each => each.path)).toEqual([
    'components/leaf/leaf',
    'components/tree/tree',
    'pages/home/home',
  ]);
});

test('components of app.json reach every page and component, generics keep their default', async () => {
  const compiled = await compile({
    'app.json': { pages: ['pages/home/home'], usingComponents: { row: 'components/row/row' } },
    ...component('row', { json: { componentGenerics: { cell: { default: '../cell/cell' }, bare: true } } }),
    ...component('cell', {}),
  });
  expect(configOf(compiled, 'pages/home/home').json.usingComponents).toEqual({ row: '/components/row/row' });
  expect(configOf(compiled, 'components/row/row').json.componentGenerics).toEqual({
    cell: { default: '/components/cell/cell' },
    bare: true,
  });
});

test('scripts find npm packages, TDesign’s own packages, json, the root and aliases', async () => {
  const compiled = await compile({
    'app.json': { pages: ['pages/home/home'], resolveAlias: { '~/*': '/services/*' } },
    'services/names.ts': 'export const first: string = "names"; export enum Kind { A = "kind" }',
    'data.json': { value: 'json' },
    'pages/home/home.ts': `
      import { first, Kind } from '~/names';
      import data from '../../data.json';
      import tinycolor from 'tdesign-miniprogram/miniprogram_npm/tinycolor2/esm/tinycolor';
      import Papa from 'papaparse';
      const absolute = require('/services/names');
      const beside = require('sibling.js');
      noted.push(first, Kind.A, data.value, typeof tinycolor, typeof Papa.parse, absolute.first, beside.word);`,
    'pages/home/sibling.js': 'module.exports = { word: "beside" }',
  });
  expect(compiled.problems).toEqual([]);
  configOf(compiled, 'pages/home/home').load();
  expect(compiled.globals['noted']).toEqual([
    'names',
    'kind',
    'json',
    'function',
    'function',
    'names',
    'beside',
  ]);
});

test('a script runs when it is loaded and not before, with the globals of that moment', async () => {
  const compiled = await compile({ 'pages/home/home.js': 'Page({ own: true })' });
  const pages: unknown[] = [];
  compiled.globals['Page'] = (definition: unknown) => pages.push(definition);
  expect(pages).toEqual([]);
  configOf(compiled, 'pages/home/home').load();
  expect(pages).toEqual([{ own: true }]);
});

test('tab bar icons are served files, theme variables stay to be filled in by the switch', async () => {
  const { app } = await compile({
    'app.json': {
      pages: ['pages/home/home'],
      darkmode: true,
      tabBar: {
        color: '@text',
        list: [{ pagePath: '/pages/home/home', text: '整理', iconPath: 'assets/a b.png' }],
      },
    },
    'assets/a b.png': '',
    'theme.json': { light: { text: '#111111' }, dark: { text: '#eeeeee' } },
  });
  expect(app.config.tabBar?.color).toBe('@text');
  expect(app.config.tabBar?.list).toEqual([
    { pagePath: 'pages/home/home', text: '整理', iconPath: '/-/root/assets/a%20b.png' },
  ]);
  expect(app.config.theme).toEqual({ light: { text: '#111111' }, dark: { text: '#eeeeee' } });
});
