import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { checkBundles } from './check-bundles';
import { checkPackages } from './check-packages';
import { checkPages } from './check-pages';
import { checkRoles } from './check-roles';
import { checkStructure } from './check-structure';
import { checkStyles } from './check-styles';
import { compileCheck } from './preview';

const root = path.resolve(__dirname, '..');

function run(bin: string, ...args: string[]): boolean {
  const file = path.join(root, 'node_modules/.bin', bin);
  const result = spawnSync(file, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  return result.status === 0;
}

function report(problems: string[]): boolean {
  for (const problem of problems) console.error(problem);
  return problems.length === 0;
}

const TYPED = [
  'tsconfig.json',
  'miniprogram/tsconfig.json',
  'local/preview/tsconfig.json',
  'test/tsconfig.json',
];

/** Every check runs, so that one look shows all findings. */
const CHECKS: [name: string, check: () => boolean | Promise<boolean>][] = [
  ['lint and format', () => run('biome', 'ci', '--error-on-warnings', '.')],
  ...TYPED.map((file): [string, () => boolean] => [`types ${file}`, () => run('tsc', '-p', file)]),
  ['structure', () => report(checkStructure(root))],
  ['styles are of the design', () => report(checkStyles(root))],
  ['functions are small and load fast', async () => report(await checkBundles())],
  [
    'packages of the mini program are small',
    async () => report(await checkPackages(path.join(root, 'miniprogram'), path.join(root, 'node_modules'))),
  ],
  ['what can be tapped says what it is', () => report(checkRoles(path.join(root, 'miniprogram')))],
  [
    'mini program compiles',
    async () => {
      const found = await compileCheck(path.join(root, 'miniprogram'), path.join(root, 'node_modules'));
      return report(found.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`));
    },
  ],
  ['pages are light when they are full', async () => report(await checkPages())],
];

async function check(): Promise<number> {
  let failed = 0;
  for (const [name, passes] of CHECKS) {
    const ok = await passes();
    console.log(`${ok ? 'ok    ' : 'FAILED'} ${name}`);
    if (!ok) failed++;
  }
  return failed;
}

check().then(failed => process.exit(failed === 0 ? 0 : 1));
