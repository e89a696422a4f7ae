/**
 * Installs the packages of package-lock.json when they are missing or outdated.
 * Built-in modules only: it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const stamp = path.join(root, 'node_modules', '.liyili-lock');

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`理一理 needs Node 20 or newer; this is ${process.version}.`);
  process.exit(1);
}

const lock = createHash('sha256')
  .update(readFileSync(path.join(root, 'package-lock.json')))
  .digest('hex');
const installed = existsSync(stamp) && readFileSync(stamp, 'utf8') === lock;

if (!installed) {
  console.log('Installing packages (once, about a minute) …');
  // `shell` because npm is a .cmd file on Windows.
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    console.error('npm ci failed: see above. Nothing was started.');
    process.exit(result.status ?? 1);
  }
  writeFileSync(stamp, lock);
}
