import type { AppBundle, Problem } from './app-bundle';
import { ASSET_BASE, readAppConfig } from './app-config';
import type { ComponentSource } from './component-config';
import { collectComponents } from './component-graph';
import { NO_PLUGINS } from './missing-globals';
import { SCRIPTS_VARIABLE, ScriptBundler } from './script-bundler';
import { SourceTree } from './source-tree';
import { StyleCompiler } from './style-compiler';
import { TemplateCompiler } from './template-compiler';

export interface BuildResult {
  /** `/-/app.js`; calls `__previewApp` even when there are problems, with what does compile. */
  script: string;
  /** Source map of `script`; empty when esbuild gave none. */
  map: string;
  /** Of the mini program's own files; packages are taken as they are. */
  problems: Problem[];
  tookMs: number;
}

/** Compiles one mini program folder again and again; what did not change is not compiled twice. */
export class Compiler {
  readonly tree: SourceTree;
  readonly #templates: TemplateCompiler;
  readonly #styles: StyleCompiler;
  readonly #scripts: ScriptBundler;

  constructor(options: { root: string; npmRoot: string }) {
    this.tree = new SourceTree(options.root, options.npmRoot);
    this.#templates = new TemplateCompiler(this.tree);
    this.#styles = new StyleCompiler(this.tree);
    this.#scripts = new ScriptBundler(this.tree);
  }

  async build(): Promise<BuildResult> {
    const startedAt = performance.now();
    const app = readAppConfig(this.tree);
    const problems = [...app.problems];
    this.#templates.begin();
    const components = collectComponents(this.tree, app, this.#templates, problems);
    const appScript = ['app.ts', 'app.js'].find(file => this.tree.locate(file));
    const files = components.flatMap(({ script }) => script ?? []);
    const scripts = await this.#scripts.bundle(appScript ? [...files, appScript] : files);
    const sheets = this.#compileSheets(components, problems);
    problems.push(...this.#templates.problems(), ...scripts.problems);
    const data = { config: app.config, sheets, assetBase: ASSET_BASE } satisfies Partial<AppBundle>;
    return {
      script: this.#assemble(scripts.code, data, components, appScript),
      map: scripts.map,
      problems: ownProblems(this.tree, problems),
      tookMs: Math.round(performance.now() - startedAt),
    };
  }

  dispose(): Promise<void> {
    return this.#scripts.dispose();
  }

  #compileSheets(components: ComponentSource[], problems: Problem[]): AppBundle['sheets'] {
    const shared = { path: 'app', scope: { classes: '', host: '' } };
    return [shared, ...components].flatMap(({ path, scope }) => {
      const file = `${path}.wxss`;
      if (!this.tree.locate(file)) {
        const source = ['.less', '.scss', '.sass'].find(suffix => this.tree.locate(path + suffix));
        if (source) problems.push(needsPreprocessor(path + source));
        return [];
      }
      const sheet = this.#styles.compile(file, scope);
      problems.push(...sheet.problems);
      return [{ path, css: sheet.css, scope: scope.host }];
    });
  }

  /** Scripts come first, so that their source map needs no shifting. */
  #assemble(
    scripts: string,
    data: object,
    components: ComponentSource[],
    appScript: string | undefined,
  ): string {
    const load = (script: string | undefined) =>
      script === undefined ? '() => {}' : `${SCRIPTS_VARIABLE}[${JSON.stringify(script)}]`;
    const entries = components.map(({ path, json, scope, isPage, script }) => {
      const fields = JSON.stringify({ path, json, scope: scope.host, isPage });
      return `{...${fields},load:${load(script)}}`;
    });
    return `${scripts}
(() => {
${NO_PLUGINS}
const templates = ${this.#templates.code()};
const components = [
${entries.join(',\n')}
];
globalThis.__previewApp({...${JSON.stringify(data)},templates,components,loadApp:${load(appScript)}});
})();
//# sourceMappingURL=/-/app.js.map
`;
  }
}

/** Same place and message once; by file and line. */
function ownProblems(tree: SourceTree, problems: Problem[]): Problem[] {
  const unique = new Map(problems.map(problem => [JSON.stringify(problem), problem]));
  return [...unique.values()]
    .filter(problem => tree.isOwn(problem.file))
    .sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column);
}

function needsPreprocessor(file: string): Problem {
  const message = `${file} needs a preprocessor; compile it to .wxss first`;
  return { file, line: 1, column: 1, message, severity: 'warning' };
}
