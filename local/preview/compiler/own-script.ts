import fs from 'node:fs/promises';
import path from 'node:path';
import { type OnLoadResult, transform } from 'esbuild';

const ES_SYNTAX = /^\s*(import|export)\b/m;
const COMMON_JS = /\bmodule\.exports\b|\bexports\.\w/;

/**
 * Loads a script as WeChat runs it where that differs from esbuild's reading: `require.async` of a subpackage gives
 * a promise, and a file that has both `export` and `module.exports` is CommonJS, the last assignment counting.
 */
export async function loadOwnScript(file: string): Promise<OnLoadResult> {
  const written = await fs.readFile(file, 'utf8');
  const loader = path.extname(file) === '.ts' ? 'ts' : 'js';
  const contents = written.replace(
    /\brequire\.async\(\s*(['"][^'"]+['"])\s*\)/g,
    'Promise.resolve().then(() => require($1))',
  );
  if (!ES_SYNTAX.test(contents) || !COMMON_JS.test(contents)) return { contents, loader };
  // A file that does not parse goes on as it is: the bundle then names the place.
  const common = await transform(contents, { loader, format: 'cjs', logLevel: 'silent' }).catch(
    () => undefined,
  );
  return common ? { contents: common.code, loader: 'js' } : { contents, loader };
}
