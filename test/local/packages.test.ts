import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { checkPackages, packageSizes } from '../../local/check-packages';

const folder = mkdtempSync(path.join(os.tmpdir(), 'liyili-packages-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A mini program with one subpackage and one npm component, as files. */
const FILES: Record<string, string> = {
  'app/app.json': JSON.stringify({
    pages: ['pages/a/a'],
    subPackages: [{ root: 'sub', pages: ['pages/b/b'] }],
  }),
  'app/app.ts': 'App({});',
  'app/pages/a/a.json': JSON.stringify({ usingComponents: { used: 'parts/used/used' } }),
  'app/pages/a/a.ts':
    "import { one } from '../../view/one';\nimport type { No } from '../../view/types';\nPage({ one });",
  'app/pages/a/a.wxml': '<used />',
  'app/pages/a/a.wxss': '@import "../../view/sheet.wxss";',
  'app/view/one.ts': 'export const one = 1;',
  'app/view/types.ts': `export type No = string; export const no = '${'n'.repeat(9000)}';`,
  'app/view/sheet.wxss': '.a { color: red }',
  'app/view/unused.ts': `export const two = '${'u'.repeat(9000)}';`,
  'app/sub/pages/b/b.json': '{}',
  'app/sub/pages/b/b.ts': 'Page({});',
  'app/sub/pages/b/b.wxml': '<view />',
  'app/sub/assets/drawing.svg': 's'.repeat(600 * 1024),
  'npm/parts/package.json': '{ "name": "parts", "miniprogram": "." }',
  'npm/parts/used/used.json': '{ "component": true }',
  'npm/parts/used/used.js': `Component({ data: { text: '${'c'.repeat(4000)}' } });`,
  'npm/parts/used/used.wxml': '<view />',
  'npm/parts/unused/unused.js': 'x'.repeat(9000),
};

beforeAll(() => {
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
});

const app = path.join(folder, 'app');
const npm = path.join(folder, 'npm');

it('weighs what is uploaded: used components of packages, no unused file, no types', async () => {
  const sizes = await packageSizes(app, npm);
  expect([...sizes.keys()]).toEqual(['main', 'sub']);
  expect(sizes.get('main')).toBeGreaterThan(4000);
  expect(sizes.get('main')).toBeLessThan(6000);
});

it('names a package that is too large, pictures included', async () => {
  expect(await checkPackages(app, npm)).toEqual(['package sub: 600 KB, limit 500 KB']);
});
