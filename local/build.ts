import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { withoutIconFont } from './icon-font';

const root = path.resolve(__dirname, '..');
const sources = path.join(root, 'cloudfunctions');
const target = path.join(root, 'dist', 'cloudfunctions');

/** A bundle above this size uploads and starts slowly; it means something heavy slipped in. Bytes. */
const BUNDLE_MAX = 1_500_000;

/**
 * Parts of packages that load at start though nothing here calls them: half of a bundle and of a cold start. An empty
 * module stands in for each; whoever imports it tolerates that.
 */
const UNUSED: { module: RegExp; importer: RegExp }[] = [
  // The SDK's AI client and data-model client.
  { module: /^(\.\/ai|@cloudbase\/wx-cloud-client-sdk)$/, importer: /node-sdk[\\/]dist[\\/]cloudbase\.js$/ },
  // Tickets for custom log-in: who calls is what the platform says.
  { module: /^jsonwebtoken$/, importer: /node-sdk[\\/]dist[\\/]auth[\\/]index\.js$/ },
  // The SDK reads XML, the answers of the file storage, and never writes any.
  { module: /^xmlbuilder$/, importer: /xml2js[\\/]lib[\\/]builder\.js$/ },
  // Types of files in a form: no form here has a file.
  { module: /^mime-db$/, importer: /mime-types[\\/]index\.js$/ },
  // Trees of a document: only the parser's events are used.
  { module: /^domutils$/, importer: /htmlparser2[\\/]dist[\\/]esm[\\/]index\.js$/ },
];

const withoutUnusedParts: Plugin = {
  name: 'without-unused-parts',
  setup({ onResolve, onLoad }) {
    for (const { module, importer: by } of UNUSED)
      onResolve({ filter: module }, ({ importer, path: name }) =>
        by.test(importer) ? { path: name, namespace: 'unused' } : undefined,
      );
    onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** A folder with a `config.json` is a function; `core` has none and is bundled into each. */
const functionNames = (): string[] =>
  readdirSync(sources).filter(name => existsSync(path.join(sources, name, 'config.json')));

const textOf = (file: string): string => readFileSync(file, 'utf8');

/** Replaces a file in one step and only when it differs: a running local cloud may be reading it. */
function put(file: string, content: string): void {
  if (existsSync(file) && textOf(file) === content) return;
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, content);
  renameSync(temporary, file);
}

/** Bundles one function with everything it imports, the SDK included, into a folder. */
export async function bundleFunction(entry: string, out: string): Promise<void> {
  mkdirSync(out, { recursive: true });
  const result = await build({
    entryPoints: [entry],
    outfile: path.join(out, 'index.js'),
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    minify: true,
    // Stack traces in the logs keep the functions' names.
    keepNames: true,
    // Of two builds of a package the one with `import` can be trimmed.
    mainFields: ['module', 'main'],
    legalComments: 'none',
    // Chinese as it is written takes half the bytes of escapes.
    charset: 'utf8',
    plugins: [withoutUnusedParts],
    write: false,
    logLevel: 'warning',
  });
  const size = Math.max(...result.outputFiles.map(file => file.contents.length));
  if (size > BUNDLE_MAX) throw new Error(`${entry}: bundle of ${size} bytes, limit ${BUNDLE_MAX}`);
  for (const file of result.outputFiles) put(file.path, file.text);
}

/** What runs here is byte for byte what is uploaded, and nothing is installed on the server. */
async function buildFunction(name: string): Promise<void> {
  const out = path.join(target, name);
  await bundleFunction(path.join(sources, name, 'index.ts'), out);
  put(path.join(out, 'config.json'), textOf(path.join(sources, name, 'config.json')));
  const manifest = { name, version: '1.0.0', private: true, main: 'index.js' };
  put(path.join(out, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Builds every cloud function and the declaration of the database's collections and indexes. */
export async function buildFunctions(): Promise<string> {
  const names = functionNames();
  mkdirSync(target, { recursive: true });
  const stale = readdirSync(target).filter(name => name !== 'database.json' && !names.includes(name));
  for (const name of stale) rmSync(path.join(target, name), { recursive: true, force: true });
  await Promise.all(names.map(buildFunction));
  put(path.join(target, 'database.json'), textOf(path.join(sources, 'database.json')));
  return target;
}

/** What DevTools' 构建 npm does for a package that ships mini program code: copies that code beside the pages. */
function buildTDesign(): void {
  const from = path.join(root, 'node_modules/tdesign-miniprogram/miniprogram_dist');
  const to = path.join(root, 'miniprogram/miniprogram_npm/tdesign-miniprogram');
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
  const icons = path.join(to, 'icon/icon.wxss');
  writeFileSync(icons, withoutIconFont(textOf(icons)));
}

/** And for a plain package, but into the only subpackage that uses it: the main package stays without the charts. */
async function buildCharts(): Promise<void> {
  const from = path.join(root, 'node_modules/@qiun/ucharts/u-charts.js');
  // Apache-2.0 asks for its notice in every copy.
  const notice = /^\/\*[\s\S]*?\*\//.exec(textOf(from))?.[0] ?? '';
  await build({
    entryPoints: [from],
    outfile: path.join(root, 'miniprogram/report/miniprogram_npm/@qiun/ucharts/index.js'),
    format: 'cjs',
    target: 'es2017',
    minify: true,
    banner: { js: notice },
    logLevel: 'warning',
  });
}

async function main(what: string | undefined): Promise<void> {
  console.log(`functions: ${path.relative(root, await buildFunctions())}`);
  if (what === 'functions') return;
  buildTDesign();
  await buildCharts();
}

if (require.main === module) {
  main(process.argv[2]).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
