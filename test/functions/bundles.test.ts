import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const bundle = (name: string): string => path.join(root, 'dist/cloudfunctions', name, 'index.js');

const FUNCTIONS = ['api', 'chains', 'janitor', 'courier'];

test.each(FUNCTIONS)('%s is one small file that exports main', name => {
  expect(statSync(bundle(name)).size).toBeLessThanOrEqual(1_500_000);
  const script = `process.stdout.write(typeof require(${JSON.stringify(bundle(name))}).main)`;
  expect(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })).toBe('function');
});

test.each(FUNCTIONS)('%s needs nothing installed beside it', name => {
  const { builtinModules } = jest.requireActual<typeof import('node:module')>('node:module');
  const required = [...readFileSync(bundle(name), 'utf8').matchAll(/\brequire\("([^"]+)"\)/g)];
  const modules = new Set(required.map(([, specifier = '']) => specifier.replace(/^node:/, '')));
  expect([...modules].filter(specifier => !builtinModules.includes(specifier))).toEqual([]);
});

test.each(FUNCTIONS)('%s carries no key', name => {
  const secret =
    /-----BEGIN [A-Z ]*PRIVATE KEY|\bAKID[A-Za-z0-9]{20,}|\bAKIA[A-Z0-9]{16}|UID_KEY\s*[:=]\s*["'`]/;
  expect(readFileSync(bundle(name), 'utf8')).not.toMatch(secret);
});
