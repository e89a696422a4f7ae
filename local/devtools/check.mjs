/**
 * Opens the project as WeChat DevTools does – offline, no account – and expects its compiler and its code-quality
 * audit to find nothing wrong. Installs this folder's packages (276 MB) when they are missing.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
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
const bytes = Object.values(compiled).reduce((sum, content) => sum + Buffer.byteLength(content), 0);
console.log(`compiled ${Object.keys(compiled).length} files, ${Math.round(bytes / 1024)} KB`);

const findings = (await ci.checkCodeQuality(project)).filter(item => !item.success);
for (const { name, text } of findings) console.error(`code quality: ${name}: ${text}`);
/** Published limit of a package; all pages so far are in the main one. */
const fits = bytes <= 2 * 1024 * 1024;
if (!fits) console.error('the main package is over 2 MB');
process.exit(findings.length === 0 && fits ? 0 : 1);
