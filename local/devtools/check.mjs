/**
 * Opens the project as WeChat DevTools does – offline, no account – and expects its compiler and its code-quality
 * audit to find nothing wrong. Installs this folder's packages (276 MB) when they are missing.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const require = createRequire(import.meta.url);

/** The compiler wants the packages where DevTools puts them. */
const built = spawnSync(process.execPath, ['--import', 'tsx', 'local/build.ts'], {
  cwd: root,
  stdio: 'inherit',
});
if (built.status !== 0) process.exit(1);

if (!existsSync(path.join(here, 'node_modules', 'miniprogram-ci'))) {
  const installed = spawnSync(
    'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: here,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    },
  );
  if (installed.status !== 0) process.exit(1);
}

const ci = require('miniprogram-ci');
const project = new ci.Project({
  appid: 'wx0000000000000000',
  type: 'miniProgram',
  projectPath: root,
  privateKeyPath: fileURLToPath(import.meta.url),
  ignores: ['node_modules/**/*', 'dist/**/*', 'local/**/*', 'test/**/*', '.data/**/*'],
});
/** What the platform would answer about the account; its limits as published (2 MB a package, 30 MB in all). */
project.attr = async () => ({
  platform: false,
  appType: 0,
  isSandbox: true,
  released: false,
  setting: {
    MaxCodeSize: 30,
    MaxSubpackageSubCodeSize: 2,
    MaxSubpackageFullCodeSize: 30,
    NavigateMiniprogramLimit: 10,
    MaxSubPackageLimit: 100,
    MinTabbarCount: 2,
    MaxTabbarCount: 5,
    MaxCustomTabbarCount: 5,
    MaxTabbarIconSize: 40,
  },
});

const compiled = await ci.getCompiledResult({
  project,
  setting: { useProjectConfig: true },
  onProgressUpdate: () => {},
});
/** A file belongs to the subpackage whose root it lies in, else to the main package. */
const { subPackages = [] } = JSON.parse(readFileSync(path.join(root, 'miniprogram/app.json'), 'utf8'));
const sizes = new Map([['main', 0], ...subPackages.map(({ root: folder }) => [folder, 0])]);
for (const [file, content] of Object.entries(compiled)) {
  const home = subPackages.find(({ root: folder }) => file.startsWith(`${folder}/`))?.root ?? 'main';
  sizes.set(home, sizes.get(home) + Buffer.byteLength(content));
}
for (const [name, bytes] of sizes) console.log(`${name}: ${Math.round(bytes / 1024)} KB`);
const misplaced = Object.keys(compiled).filter(
  file => /ucharts/.test(file) && !file.startsWith('report/') && file.endsWith('.js'),
);
for (const file of misplaced) console.error(`${file}: charts belong to the report's package`);

const findings = (await ci.checkCodeQuality(project)).filter(item => !item.success);
for (const { name, text } of findings) console.error(`code quality: ${name}: ${text}`);
/** Published limit of a package, bytes. */
const LIMIT = 2 * 1024 * 1024;
const tooLarge = [...sizes].filter(([, bytes]) => bytes > LIMIT);
for (const [name] of tooLarge) console.error(`${name}: over 2 MB`);
process.exit(findings.length + tooLarge.length + misplaced.length === 0 ? 0 : 1);
