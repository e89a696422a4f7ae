import path from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';
import type { Problem } from './app-bundle';
import { positionOf } from './json-source';
import { openedTags, toGlassEasel } from './markup';
import { Memo } from './memo';
import type { SourceTree } from './source-tree';
import { findScriptError, requiredScripts, toJavaScript } from './wxs-source';

interface CompiledFile {
  /** An expression over the template runtime's variables; empty when the file gives nothing. */
  code: string;
  imports: string[];
  scripts: string[];
  /** Names of all tags that the file uses. */
  tags: string[];
  problems: Problem[];
}

interface ParseWarning {
  message: string;
  level: 'Note' | 'Warn' | 'Error' | 'Fatal';
  code: number;
  startLine: number;
  startColumn: number;
}

const NOTHING = { code: '', imports: [], scripts: [], tags: [], problems: [] };

/** Compiles WXML and WXS file by file, so that a change costs one file, and puts the results together. */
export class TemplateCompiler {
  readonly #files = new Memo<CompiledFile>();
  #templates = new Map<string, CompiledFile>();
  #scripts = new Map<string, CompiledFile>();

  constructor(readonly tree: SourceTree) {}

  /** Starts a build: forgets which files belong to it, keeps what they compiled to. */
  begin(): void {
    this.#templates = new Map();
    this.#scripts = new Map();
  }

  /** Adds a template with all it imports and includes; returns the tags used in any of them. */
  add(template: string, seen = new Set<string>()): { tag: string; file: string }[] {
    if (seen.has(template)) return [];
    seen.add(template);
    const file = `${template}.wxml`;
    const source = this.tree.read(file);
    if (source === undefined) return [];
    const compiled = this.#files.get(file, source, () => compileTemplate(template, source));
    if (!this.#templates.has(template))
      this.#templates.set(template, this.#withMissing(compiled, file, source));
    for (const script of compiled.scripts) this.#addScript(script);
    const own = compiled.tags.map(tag => ({ tag, file }));
    return [...own, ...compiled.imports.flatMap(imported => this.add(imported, seen))];
  }

  /** An expression whose value is the compiled groups by path. */
  code(): string {
    const entries = (files: Map<string, CompiledFile>) => [...files].filter(([, file]) => file.code !== '');
    const scripts = entries(this.#scripts).map(([, file]) => `${file.code};`);
    const templates = entries(this.#templates).map(
      ([name, file]) => `G[${JSON.stringify(name)}]=${file.code};`,
    );
    // getRegExp and getDate are WXS's own globals.
    return `(()=>{var getRegExp=(p,f)=>new RegExp(p,f);var getDate=(...a)=>new Date(...a);var G={};var R={};
${runtime()}
${[...scripts, ...templates].join('\n')}
return G})()`;
  }

  problems(): Problem[] {
    return [...this.#templates.values(), ...this.#scripts.values()].flatMap(file => file.problems);
  }

  #addScript(script: string): void {
    const name = script.replace(/\.wxs$/, '');
    if (this.#scripts.has(name)) return;
    const source = this.tree.read(`${name}.wxs`);
    const compiled =
      source === undefined
        ? { ...NOTHING, code: scriptCode(name, missingScript(name)) }
        : this.#files.get(`${name}.wxs`, source, () => compileScript(name, source));
    this.#scripts.set(name, this.#withMissing(compiled, `${name}.wxs`, source ?? ''));
    for (const required of compiled.scripts) this.#addScript(required);
  }

  /** What the file refers to may come and go without the file changing, so it is looked up on every build. */
  #withMissing(compiled: CompiledFile, file: string, source: string): CompiledFile {
    const lost = [
      ...compiled.imports.filter(name => !this.tree.locate(`${name}.wxml`)).map(name => `${name}.wxml`),
      ...compiled.scripts.filter(name => !this.tree.locate(wxs(name))).map(wxs),
    ];
    const problems = lost.map((name): Problem => {
      const place = positionOf(source, path.posix.basename(name).replace(/\.wx(ml|s)$/, ''));
      return { file, ...place, message: `${name} does not exist`, severity: 'error' };
    });
    return { ...compiled, problems: [...compiled.problems, ...problems] };
  }
}

function compileTemplate(template: string, source: string): CompiledFile {
  const file = `${template}.wxml`;
  const group = new TmplGroup();
  try {
    const warnings: ParseWarning[] = group.addTmpl(template, toGlassEasel(source)) ?? [];
    const problems = warnings.filter(({ level }) => level !== 'Note').map(each => toProblem(file, each));
    problems.push(...checkInlineScripts(group, template, source));
    return {
      code: group.getTmplGenObject(template),
      imports: group.getDirectDependencies(template),
      scripts: group.getScriptDependencies(template).map(name => String(name).replace(/\.wxs$/, '')),
      tags: openedTags(source),
      problems,
    };
  } catch (error) {
    const message = `the template compiler failed: ${error instanceof Error ? error.message : String(error)}`;
    return { ...NOTHING, problems: [{ file, line: 1, column: 1, message, severity: 'error' }] };
  } finally {
    group.free();
  }
}

/** Missing and stray end tags: a warning to glass-easel, which closes them itself, an error in WeChat's tools. */
const UNBALANCED: readonly number[] = [0x10007, 0x1001f];

function toProblem(file: string, warning: ParseWarning): Problem {
  const isError = warning.level !== 'Warn' || UNBALANCED.includes(warning.code);
  return {
    file,
    line: warning.startLine + 1,
    column: warning.startColumn + 1,
    message: warning.message,
    severity: isError ? 'error' : 'warning',
  };
}

function checkInlineScripts(group: TmplGroup, template: string, source: string): Problem[] {
  return group.getInlineScriptModuleNames(template).flatMap((name: string) => {
    const script = group.getInlineScript(template, name);
    const { line, column } = positionOf(source, script);
    const problem = findScriptError(`${template}.wxml`, script, line, column);
    // A line comment at the end must not swallow the bracket that the compiler writes after it.
    group.setInlineScript(template, name, problem ? throwing(problem) : `${toJavaScript(script)}\n`);
    return problem ? [problem] : [];
  });
}

function compileScript(name: string, source: string): CompiledFile {
  const problem = findScriptError(`${name}.wxs`, source);
  const folder = path.posix.dirname(name);
  const required = requiredScripts(source).map(target =>
    target.startsWith('/') ? target.slice(1) : path.posix.join(folder, target),
  );
  return {
    ...NOTHING,
    code: scriptCode(name, problem ? throwing(problem) : toJavaScript(source)),
    scripts: problem ? [] : required.map(target => target.replace(/\.wxs$/, '')),
    problems: problem ? [problem] : [],
  };
}

/** Templates name a script without its suffix, `require` inside WXS with it: the second is made an alias. */
function scriptCode(name: string, source: string): string {
  const alias = `module.exports=R[${JSON.stringify(name)}]()`;
  return `${exportScript(name, `${source}\n`)};${exportScript(`${name}.wxs`, alias)}`;
}

/** One script a group: a group gives several in an order that differs from run to run. */
function exportScript(name: string, source: string): string {
  const group = new TmplGroup();
  try {
    group.addScript(name, source);
    return group.exportAllScripts();
  } finally {
    group.free();
  }
}

function throwing(problem: Problem): string {
  return `console.error(${JSON.stringify(`${problem.file}:${problem.line}:${problem.column} ${problem.message}`)})`;
}

function missingScript(name: string): string {
  return `console.error(${JSON.stringify(`${name}.wxs does not exist`)})`;
}

function wxs(name: string): string {
  return `${name.replace(/\.wxs$/, '')}.wxs`;
}

let runtimeText: string | undefined;

function runtime(): string {
  if (runtimeText === undefined) {
    const group = new TmplGroup();
    // Without any script the part that loads scripts would be left out.
    group.addScript('none', '');
    runtimeText = group.getRuntimeString();
    group.free();
  }
  return runtimeText;
}
