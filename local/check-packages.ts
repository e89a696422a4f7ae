import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { transform } from '@swc/core';
import { transformSync } from 'esbuild';
import { readAppConfig } from './preview/compiler/app-config';
import { readComponent } from './preview/compiler/component-config';
import { SourceTree } from './preview/compiler/source-tree';

const KB = 1024;
/** What one package may weigh; WeChat itself takes 2 MB. Bytes. */
const LIMITS = { main: 1_000 * KB, subpackage: 500 * KB };

/** What a file refers to, by its kind; scripts are read as they are uploaded, without types. */
const REFERENCES: [suffix: RegExp, reference: RegExp, tried: string[]][] = [
  [/\.[tj]s$/, /require\("([^"]+)"\)/g, ['.ts', '.js', '/index.ts', '/index.js', '']],
  [/\.wxs$/, /require\(['"]([^'"]+)['"]\)/g, ['']],
  [/\.wxml$/, /<(?:import|include|wxs)\b[^>]*\bsrc="([^"]+)"/g, ['', '.wxml']],
  [/\.wxss$/, /@import\s*(?:url\()?["']([^"']+)["']/g, ['', '.wxss']],
];

/** ES5 and minified, as DevTools makes it with `es6`, `enhance` and `minified` (decision 0127). */
async function uploadedScript(text: string): Promise<string> {
  const { code } = await transform(text, {
    jsc: { parser: { syntax: 'typescript' }, target: 'es5', externalHelpers: true },
    module: { type: 'commonjs' },
    minify: true,
    configFile: false,
    swcrc: false,
  });
  return code;
}

/** A file as it is uploaded. */
async function uploaded(file: string, text: string): Promise<string> {
  if (/\.[tj]s$/.test(file)) return uploadedScript(text);
  if (file.endsWith('.wxss'))
    return transformSync(text, { loader: 'css', minify: true, logLevel: 'silent' }).code;
  if (file.endsWith('.wxml')) return text.replace(/<!--[\s\S]*?-->/g, '').replace(/>\s+</g, '><');
  if (file.endsWith('.json')) return JSON.stringify(JSON.parse(text));
  return text;
}

/** Follows everything from app.json as `ignoreUploadUnusedFiles` does: what nothing leads to stays at home. */
class Upload {
  /** Bytes of each file, by path. */
  readonly sizes = new Map<string, number>();
  private readonly queue: string[] = [];

  constructor(private readonly tree: SourceTree) {}

  async addAll(): Promise<void> {
    const { config } = readAppConfig(this.tree);
    for (const file of ['app.json', 'app.ts', 'app.wxss', 'theme.json', 'sitemap.json']) this.add(file);
    for (const page of config.pages) this.addComponent(page, true);
    for (let file = this.queue.shift(); file !== undefined; file = this.queue.shift()) await this.read(file);
    // Pictures are asked for by name at any time: all of them go along.
    for (const file of assets(this.tree.root))
      this.sizes.set(file, readFileSync(path.join(this.tree.root, file)).length);
  }

  private add(file: string): void {
    if (this.sizes.has(file) || this.tree.locate(file) === undefined) return;
    this.sizes.set(file, 0);
    this.queue.push(file);
  }

  private addComponent(target: string, isPage: boolean): void {
    if (this.sizes.has(`${target}.wxml`)) return;
    for (const suffix of ['.json', '.wxml', '.wxss', '.ts', '.js']) this.add(target + suffix);
    const { json } = readComponent(this.tree, target, isPage, {});
    const generics = Object.values(json.componentGenerics ?? {}).map(
      value => Object(value).default as unknown,
    );
    for (const used of [...Object.values(json.usingComponents), ...generics]) {
      if (typeof used === 'string') this.addComponent(used.replace(/^\//, ''), false);
    }
  }

  private async read(file: string): Promise<void> {
    const text = await uploaded(file, this.tree.read(file) ?? '');
    this.sizes.set(file, Buffer.byteLength(text));
    for (const [suffix, reference, tried] of REFERENCES) {
      if (!suffix.test(file)) continue;
      for (const [, target = ''] of text.matchAll(reference)) {
        const found = this.tree.findFile(file, target, tried);
        if (found !== undefined) this.add(found);
      }
    }
  }
}

const assets = (root: string): string[] =>
  (readdirSync(root, { recursive: true }) as string[])
    .map(file => file.split(path.sep).join('/'))
    .filter(file => /^([a-z]+\/)?assets\/.*\.\w+$/.test(file));

/** Bytes of every package as it is uploaded, `main` first. */
export async function packageSizes(root: string, npmRoot: string): Promise<Map<string, number>> {
  const tree = new SourceTree(root, npmRoot);
  const upload = new Upload(tree);
  await upload.addAll();
  const roots = readAppConfig(tree).config.subPackages.map(({ root: folder }) => folder);
  const sizes = new Map(['main', ...roots].map(name => [name, 0]));
  for (const [file, bytes] of upload.sizes) {
    const home = roots.find(folder => file.startsWith(`${folder}/`)) ?? 'main';
    sizes.set(home, (sizes.get(home) ?? 0) + bytes);
  }
  return sizes;
}

/** One line a package that is too large. */
export async function checkPackages(root: string, npmRoot: string): Promise<string[]> {
  const sizes = await packageSizes(root, npmRoot);
  return [...sizes].flatMap(([name, bytes]) => {
    const limit = name === 'main' ? LIMITS.main : LIMITS.subpackage;
    const kb = (value: number) => `${Math.round(value / KB)} KB`;
    return bytes > limit ? [`package ${name}: ${kb(bytes)}, limit ${kb(limit)}`] : [];
  });
}
