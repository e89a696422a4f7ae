import fs from 'node:fs/promises';
import path from 'node:path';
import { type OnLoadResult, transform } from 'esbuild';

const ES_SYNTAX = /^\s*(import|export)\b/m;
const COMMON_JS = /\bmodule\.exports\b|\bexports\.\w/;

/** `require.async` of a subpackage gives a promise, and `require(path, done, failed)` is its older form. */
const ASYNC_REQUIRE = /\brequire\.async\(\s*(['"][^'"]+['"])\s*\)/g;
const CALLBACK_REQUIRE = /\brequire\(\s*(['"][^'"]+['"])\s*,/g;
const COMPUTED_REQUIRE = /\brequire\.async\((?!\s*['"][^'"]+['"]\s*\))/g;

function withAsyncRequires(script: string): string {
  return script
    .replace(
      COMPUTED_REQUIRE,
      '(path => Promise.reject(new Error(path + ": require.async needs a written path")))(',
    )
    .replace(ASYNC_REQUIRE, 'Promise.resolve().then(() => require($1))')
    .replace(
      CALLBACK_REQUIRE,
      '((...then) => void Promise.resolve().then(() => require($1)).then(...then))(',
    );
}

/**
 * Loads a script as WeChat runs it where that differs from esbuild's reading: subpackages are asked for later, and
 * a file that has both `export` and `module.exports` is CommonJS, the last assignment counting.
 */
export async function loadOwnScript(file: string): Promise<OnLoadResult> {
  const loader = path.extname(file) === '.ts' ? 'ts' : 'js';
  const contents = withAsyncRequires(await fs.readFile(file, 'utf8'));
  if (!ES_SYNTAX.test(contents) || !COMMON_JS.test(contents)) return { contents, loader };
  const options = { loader, format: 'cjs', logLevel: 'silent', sourcemap: 'inline' } as const;
  const sourcefile = path.basename(file);
  // A file that does not parse goes on as it is: the bundle then names the place.
  const common = await transform(contents, { ...options, sourcefile }).catch(() => undefined);
  return common ? { contents: common.code, loader: 'js' } : { contents, loader };
}
