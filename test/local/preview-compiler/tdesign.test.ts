import fs from 'node:fs';
import path from 'node:path';
import { compile, NPM_ROOT } from './program-folder';

const LIBRARY = path.join(NPM_ROOT, 'tdesign-miniprogram/miniprogram_dist');

test('every TDesign component compiles, with its templates, styles and packages', async () => {
  const names = fs
    .readdirSync(LIBRARY)
    .filter(name => fs.existsSync(path.join(LIBRARY, name, `${name}.json`)));
  expect(names.length).toBeGreaterThanOrEqual(91);
  const using = Object.fromEntries(names.map(name => [`t-${name}`, `tdesign-miniprogram/${name}/${name}`]));
  const { app, problems } = await compile({
    'pages/home/home.json': { usingComponents: using },
    'pages/home/home.wxml': names.map(name => `<t-${name}/>`).join(''),
  });
  expect(problems).toEqual([]);
  for (const name of names) {
    const componentPath = `miniprogram_npm/tdesign-miniprogram/${name}/${name}`;
    expect(app.components.map(each => each.path)).toContain(componentPath);
    expect(typeof app.templates[componentPath]).toBe('function');
  }
  const css = app.sheets.map(sheet => sheet.css).join('\n');
  expect(css).not.toMatch(/\drpx|@import|prefers-color-scheme/);
});
