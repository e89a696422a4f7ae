import vm from 'node:vm';
import type { Problem } from './app-bundle';

/** Files a WXS source requires, as written. */
export function requiredScripts(source: string): string[] {
  return [...source.matchAll(/\brequire\(\s*['"]([^'"]+)['"]\s*\)/g)].map(match => match[1] ?? '');
}

/** `constructor` is a type's name in WXS (`list.constructor === 'Array'`), where JavaScript has the function. */
export function toJavaScript(source: string): string {
  return source.replace(/\.constructor\b(?!\s*\.\s*name\b)/g, '.constructor.name');
}

/**
 * The syntax error of a WXS source, if it has one: WXS goes into the bundle as it is, where one bad file would
 * take all templates with it. `firstLine` and `firstColumn` (from 1) tell where an inline script starts.
 */
export function findScriptError(
  file: string,
  source: string,
  firstLine = 1,
  firstColumn = 1,
): Problem | undefined {
  try {
    new vm.Script(`(function(){${source}\n})`, { filename: file, lineOffset: firstLine - 1 });
    return undefined;
  } catch (error) {
    // Not `instanceof Error`: the error may come from another realm.
    const { message, stack = '' } = error as Error;
    const { line, column } = thrownAt(stack);
    const shift = line === firstLine ? firstColumn - 1 - '(function(){'.length : 0;
    return { file, line, column: Math.max(1, column + shift), message, severity: 'error' };
  }
}

/** V8 prints `file:line`, the source line and a caret under the place before the message. */
function thrownAt(stack: string): { line: number; column: number } {
  const [place = '', , caret = ''] = stack.split('\n');
  return { line: Number(/:(\d+)$/.exec(place)?.[1] ?? 1), column: caret.indexOf('^') + 1 || 1 };
}
