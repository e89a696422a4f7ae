import type { ComponentJson, Problem, StyleIsolation } from './app-bundle';
import { isObject, JsonSource } from './json-source';
import type { SourceTree } from './source-tree';
import type { StyleScope } from './style-compiler';

export interface ComponentSource {
  path: string;
  json: ComponentJson;
  isPage: boolean;
  scope: StyleScope;
  /** Path of the script with its suffix. */
  script: string | undefined;
  /** Names in usingComponents, also of those that lead nowhere. */
  declaredTags: string[];
  problems: Problem[];
}

const ISOLATIONS: readonly string[] = [
  'isolated',
  'apply-shared',
  'shared',
  'page-isolated',
  'page-apply-shared',
  'page-shared',
];

/** Reads a component's (or page's) json and script name; everything it refers to is looked up. */
export function readComponent(
  tree: SourceTree,
  path: string,
  isPage: boolean,
  appUsing: Record<string, string>,
): ComponentSource {
  const source = new JsonSource(`${path}.json`, tree.read(`${path}.json`) ?? '{}');
  const problems = [...source.problems];
  const script = ['.ts', '.js'].map(suffix => path + suffix).find(file => tree.locate(file));
  if (!script) problems.push(missing(path, 'js'));
  if (!tree.locate(`${path}.wxml`)) problems.push(missing(path, 'wxml'));
  problems.push(...undeclared(path, isPage, source));
  const generics = readGenerics(tree, source, problems);
  const usingComponents = { ...appUsing, ...readUsing(tree, source, problems) };
  const isolation =
    declaredIsolation(source, (script && tree.read(script)) ?? '') ?? (isPage ? 'shared' : 'isolated');
  const { scope, styleIsolation } = styleOf(path, isPage, isolation);
  const json = {
    ...source.value,
    usingComponents,
    styleIsolation,
    ...(generics && { componentGenerics: generics }),
  };
  const written = source.value['usingComponents'];
  const declaredTags = isObject(written) ? Object.keys(written) : [];
  return { path, json, isPage, scope, script, declaredTags, problems };
}

/**
 * glass-easel marks only hosts that have a scope of their own, and `:host` needs the mark: a shared component gets
 * a scope too, beside the shared one, while its classes stay unprefixed.
 */
function styleOf(path: string, isPage: boolean, isolation: StyleIsolation) {
  const isShared = /^(page-)?shared$/.test(isolation);
  const host = isPage && isShared ? '' : scopeName(path);
  const styleIsolation: StyleIsolation = isShared && !isPage ? 'apply-shared' : isolation;
  return { scope: { classes: isShared ? '' : host, host }, styleIsolation };
}

/** `usingComponents` of a json file as absolute paths; entries that lead nowhere are left out and reported. */
export function readUsing(tree: SourceTree, source: JsonSource, problems: Problem[]): Record<string, string> {
  const using = source.value['usingComponents'];
  if (!isObject(using)) return {};
  return Object.fromEntries(
    Object.entries(using).flatMap(([name, target]) => {
      const found = findTarget(tree, source, name, target, problems);
      return found === undefined ? [] : [[name, found]];
    }),
  );
}

function findTarget(
  tree: SourceTree,
  source: JsonSource,
  name: string,
  target: unknown,
  problems: Problem[],
): string | undefined {
  if (typeof target !== 'string' || target === '') {
    problems.push(source.problemAt(name, `component ${name} must be given as a path`));
    return undefined;
  }
  if (/^[\w-]+:\/\//.test(target)) {
    problems.push(source.problemAt(name, `component ${name}: the preview has no plugins (${target})`));
    return undefined;
  }
  const from = source.file.replace(/\.json$/, '');
  const found = tree.findComponent(from, target);
  if (found === undefined)
    problems.push(source.problemAt(name, `component ${name}: ${target} does not exist`));
  return found && `/${found}`;
}

function readGenerics(
  tree: SourceTree,
  source: JsonSource,
  problems: Problem[],
): ComponentJson['componentGenerics'] | undefined {
  const generics = source.value['componentGenerics'];
  if (!isObject(generics)) return undefined;
  return Object.fromEntries(
    Object.entries(generics).map(([name, value]) => {
      if (!isObject(value) || value['default'] === undefined) return [name, true];
      const target = findTarget(tree, source, name, value['default'], problems);
      return [name, target === undefined ? true : { default: target }];
    }),
  );
}

/**
 * The isolation a json or a script's `options` declares. The class prefix must be known before the script runs,
 * so the script is searched as text: a value that is computed is not seen (decision 0030).
 */
function declaredIsolation(source: JsonSource, script: string): StyleIsolation | undefined {
  const code = script.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:])\/\/.*$/gm, '$1');
  const written =
    source.value['styleIsolation'] ?? /\bstyleIsolation\s*[:=]\s*['"]([a-z-]+)['"]/.exec(code)?.[1];
  if (isIsolation(written)) return written;
  const addsGlobal =
    source.value['addGlobalClass'] === true || /\baddGlobalClass\s*[:=]\s*(true|!0)/.test(code);
  return addsGlobal ? 'apply-shared' : undefined;
}

function isIsolation(value: unknown): value is StyleIsolation {
  return typeof value === 'string' && ISOLATIONS.includes(value);
}

/** Readable in the browser's inspector and the same on every build. */
function scopeName(path: string): string {
  return path.replace(/^miniprogram_npm\//, '').replace(/[^\w-]/g, '_');
}

function undeclared(path: string, isPage: boolean, source: JsonSource): Problem[] {
  if (isPage || source.value['component'] === true || source.problems.length > 0) return [];
  const message = `${path} is used as a component; WeChat wants "component": true in its json`;
  return [source.problemAt('component', message, 'warning')];
}

function missing(path: string, suffix: string): Problem {
  const file = `${path}.${suffix}`;
  return { file, line: 1, column: 1, message: `${file} does not exist`, severity: 'error' };
}
