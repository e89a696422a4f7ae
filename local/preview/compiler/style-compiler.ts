import path from 'node:path';
import { type AtRule, CssSyntaxError, type Declaration, parse, type Root } from 'postcss';
import type { Problem } from './app-bundle';
import { assetUrl } from './app-config';
import { followThemeSwitch, isKeyframe } from './colour-scheme';
import { Memo } from './memo';
import type { SourceTree } from './source-tree';
import { scopeSelector } from './style-selector';

/** Class prefix (empty for styles that others share), and the name in `wx-host` that `:host` stands for. */
export interface StyleScope {
  classes: string;
  host: string;
}

interface Place {
  line: number;
  column: number;
}

interface Reference extends Place {
  target: string;
}

interface CompiledFile {
  css: string;
  imports: Reference[];
  /** Local files in `url()`. */
  assets: Reference[];
  problems: Problem[];
}

export interface CompiledSheet {
  css: string;
  problems: Problem[];
}

/** Compiles WXSS file by file and scope by scope; `@import` puts the results together. */
export class StyleCompiler {
  readonly #files = new Memo<CompiledFile>();

  constructor(readonly tree: SourceTree) {}

  /** The sheet at a path with suffix; a file imported twice counts once, so a cycle ends. */
  compile(file: string, scope: StyleScope, seen = new Set<string>()): CompiledSheet {
    seen.add(file);
    const source = this.tree.read(file) ?? '';
    const compiled = this.#files.get(`${scope.classes} ${scope.host} ${file}`, source, () =>
      compileFile(file, source, scope),
    );
    const problems = [...compiled.problems, ...this.#missingAssets(file, compiled)];
    const parts: string[] = [];
    for (const reference of compiled.imports) {
      const target = this.tree.findFile(file, reference.target, ['', '.wxss', '.css']);
      if (target === undefined) {
        const message = `imported style ${reference.target} does not exist`;
        problems.push({ file, line: reference.line, column: reference.column, message, severity: 'error' });
      } else if (!seen.has(target)) {
        const imported = this.compile(target, scope, seen);
        parts.push(imported.css);
        problems.push(...imported.problems);
      }
    }
    return { css: [...parts, compiled.css].filter(Boolean).join('\n'), problems };
  }

  #missingAssets(file: string, compiled: CompiledFile): Problem[] {
    return compiled.assets.map(({ target, line, column }) => {
      const message = this.tree.locate(target)
        ? `WeChat shows no local file from WXSS on a phone: ${target}`
        : `${target} does not exist`;
      return { file, line, column, message, severity: 'warning' };
    });
  }
}

function compileFile(file: string, source: string, scope: StyleScope): CompiledFile {
  const result: CompiledFile = { css: '', imports: [], assets: [], problems: [] };
  try {
    const root = parse(source, { from: file });
    takeImports(root, result);
    root.walkDecls(declaration => rewriteValue(declaration, file, result));
    root.walkRules(rule => {
      if (!isKeyframe(rule)) rule.selector = scopeSelector(rule.selector, scope);
    });
    root.walkAtRules('media', media => {
      media.params = inRpx(media.params, amount => `${Number(amount) / 2}px`);
      followThemeSwitch(media);
    });
    result.css = root.toString();
  } catch (error) {
    result.problems.push(toProblem(file, error));
  }
  return result;
}

function takeImports(root: Root, result: CompiledFile): void {
  root.walkAtRules('import', (rule: AtRule) => {
    const target = /^(?:url\()?\s*['"]?([^'")]+)/.exec(rule.params)?.[1]?.trim() ?? '';
    if (/^(https?:)?\/\//.test(target)) return;
    result.imports.push({ target, ...placeOf(rule) });
    rule.remove();
  });
}

/** Addresses, strings and names such as `--gap-2rpx` are passed over. */
const RPX = /url\([^)]*\)|"[^"]*"|'[^']*'|(?<![\w-])(-?\d*\.?\d+)rpx\b/gi;
const URL = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^'")]*?))\s*\)/g;

function inRpx(text: string, convert: (amount: string) => string): string {
  return text.replace(RPX, (whole, amount?: string) => (amount === undefined ? whole : convert(amount)));
}

function rewriteValue(declaration: Declaration, file: string, result: CompiledFile): void {
  if (declaration.value.includes('rpx')) {
    declaration.value = inRpx(declaration.value, amount => `calc(${amount} * var(--rpx))`);
  }
  if (!declaration.value.includes('url(')) return;
  declaration.value = declaration.value.replace(URL, (whole, ...groups: (string | undefined)[]) => {
    const target = groups[0] ?? groups[1] ?? groups[2] ?? '';
    if (target === '' || /^([a-z][\w+.-]*:|\/\/|#)/i.test(target)) return whole;
    const [clean = ''] = target.split(/[?#]/);
    const asset = clean.startsWith('/') ? clean.slice(1) : path.posix.join(path.posix.dirname(file), clean);
    result.assets.push({ target: asset, ...placeOf(declaration) });
    return `url("${assetUrl(asset)}")`;
  });
}

function placeOf(node: AtRule | Declaration): Place {
  return { line: node.source?.start?.line ?? 1, column: node.source?.start?.column ?? 1 };
}

function toProblem(file: string, error: unknown): Problem {
  if (error instanceof CssSyntaxError) {
    return {
      file,
      line: error.line ?? 1,
      column: error.column ?? 1,
      message: error.reason,
      severity: 'error',
    };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { file, line: 1, column: 1, message, severity: 'error' };
}
