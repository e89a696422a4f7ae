import path from 'node:path';
import { type BuildContext, context, type Message, type Plugin } from 'esbuild';
import type { Problem } from './app-bundle';
import { positionOf } from './json-source';
import { SCRIPT_GLOBALS } from './missing-globals';
import { loadOwnScript } from './own-script';
import type { SourceTree } from './source-tree';

export interface BundledScripts {
  /** Statements that define the variable {@link SCRIPTS_VARIABLE}: `{[file]: () => void}`. */
  code: string;
  map: string;
  problems: Problem[];
}

export const SCRIPTS_VARIABLE = '__previewScripts';

const ENTRY = 'preview-entry';
/** A file that does not compile is replaced and the rest built again; far more broken files than this is no app. */
const MAX_ATTEMPTS = 20;

/** Bundles page, component and app scripts with esbuild, which keeps unchanged files between builds. */
export class ScriptBundler {
  #scripts: string[] = [];
  #broken = new Map<string, string>();
  #context: Promise<BuildContext> | undefined;

  constructor(readonly tree: SourceTree) {}

  /** `scripts` are paths with suffix. A broken one throws its message when it is run; the others still work. */
  async bundle(scripts: string[]): Promise<BundledScripts> {
    this.#scripts = scripts;
    this.#broken = new Map();
    this.#context ??= this.#createContext();
    const building = await this.#context;
    const problems: Problem[] = [];
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      try {
        const built = await building.rebuild();
        problems.push(...built.warnings.filter(isOwn).map(warning => this.#toProblem(warning, 'warning')));
        const text = (suffix: string) =>
          built.outputFiles?.find(file => file.path.endsWith(suffix))?.text ?? '';
        return { code: text('.js'), map: text('.js.map'), problems };
      } catch (error) {
        problems.push(...this.#putAside(error));
      }
    }
    return { code: `var ${SCRIPTS_VARIABLE}={};`, map: '', problems };
  }

  async dispose(): Promise<void> {
    await (await this.#context)?.dispose();
  }

  #createContext(): Promise<BuildContext> {
    return context({
      entryPoints: [ENTRY],
      bundle: true,
      write: false,
      outfile: 'app.js',
      format: 'iife',
      globalName: SCRIPTS_VARIABLE,
      platform: 'browser',
      // A fixed anchor: the names of modules in the output do not depend on where the process was started.
      absWorkingDir: this.tree.root,
      target: 'es2022',
      sourcemap: 'external',
      logLevel: 'silent',
      legalComments: 'none',
      // Follows from a file that was put aside, whose own error is enough.
      logOverride: { 'import-is-undefined': 'silent' },
      preserveSymlinks: true,
      resolveExtensions: ['.ts', '.js', '.json'],
      nodePaths: [...this.tree.npmRoots],
      define: SCRIPT_GLOBALS,
      tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
      plugins: [this.#plugin()],
    });
  }

  #plugin(): Plugin {
    return {
      name: 'mini-program',
      setup: build => {
        build.onResolve({ filter: /.*/ }, args => {
          if (args.path === ENTRY && args.kind === 'entry-point') return { path: ENTRY, namespace: ENTRY };
          const importer = this.tree.pathOf(args.importer);
          const target = this.#resolve(args.namespace === ENTRY ? 'entry' : importer, args.path);
          return target === undefined ? undefined : { path: target };
        });
        build.onLoad({ filter: /.*/, namespace: ENTRY }, () => ({
          contents: this.#entry(),
          resolveDir: this.tree.root,
        }));
        build.onLoad({ filter: /\.[jt]s$/, namespace: 'file' }, args => {
          const message = this.#broken.get(path.normalize(args.path));
          if (message !== undefined) return { contents: `throw new Error(${JSON.stringify(message)})` };
          return this.tree.isOwn(this.tree.pathOf(args.path)) ? loadOwnScript(args.path) : undefined;
        });
      },
    };
  }

  /** Only what WeChat resolves in its own way; relative and plain npm imports are esbuild's. */
  #resolve(from: string, reference: string): string | undefined {
    if (reference.startsWith('.')) return undefined;
    const file = this.tree.findFile(from, reference, ['', '.ts', '.js', '.json', '/index.ts', '/index.js']);
    return file && this.tree.locate(file);
  }

  #entry(): string {
    const loaders = this.#scripts.map(file => {
      const text = JSON.stringify(file);
      return `  ${text}: () => { require(${JSON.stringify(`/${file}`)}); },`;
    });
    return `module.exports = {\n${loaders.join('\n')}\n};`;
  }

  #putAside(error: unknown): Problem[] {
    const messages = (error as { errors?: Message[] }).errors;
    if (!messages) throw error;
    return messages.map(message => {
      const problem = this.#toProblem(message, 'error');
      const disk = message.location && path.resolve(this.tree.root, message.location.file);
      if (disk)
        this.#broken.set(disk, `${problem.file}:${problem.line}:${problem.column} ${problem.message}`);
      return problem;
    });
  }

  #toProblem(message: Message, severity: Problem['severity']): Problem {
    const location = message.location;
    const file = this.tree.pathOf(path.resolve(this.tree.root, location?.file ?? 'app.json'));
    return { file, ...this.#placeOf(file, message), message: message.text, severity };
  }

  /** A script that was changed on loading has other line numbers: then the quoted name is searched for. */
  #placeOf(file: string, { location, text }: Message): { line: number; column: number } {
    const written = this.tree.read(file)?.split('\n') ?? [];
    if (!location) return { line: 1, column: 1 };
    if (written[location.line - 1]?.trim() === location.lineText.trim()) {
      return { line: location.line, column: location.column + 1 };
    }
    const name = /"([^"]+)"/.exec(text)?.[1] ?? location.lineText.trim();
    return positionOf(written.join('\n'), name);
  }
}

function isOwn(message: Message): boolean {
  return !message.location?.file.includes('node_modules');
}
