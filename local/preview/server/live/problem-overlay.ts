import type { Problem } from '../../compiler/app-bundle';
import { element } from '../../element';

const STYLE = `
  :host { all: initial; position: fixed; inset: auto 0 0; z-index: 2147483647; }
  section { max-height: 60vh; overflow: auto; padding: 12px 16px; background: #2a1210; color: #ffd9d5;
    font: 13px/1.5 ui-monospace, monospace; box-shadow: 0 -2px 12px #0006; }
  header { display: flex; justify-content: space-between; font-weight: bold; }
  button { all: unset; cursor: pointer; padding: 0 8px; font-size: 18px; }
  p { margin: 8px 0 0; white-space: pre-wrap; overflow-wrap: anywhere; }
  b { color: #ff8a80; font-weight: normal; }
`;

const MAX_SHOWN = 20;

let overlay: HTMLElement | undefined;

/** Errors of the latest build, over the page, until they are mended or closed. Warnings stay in the console. */
export function showProblems(problems: Problem[]): void {
  overlay?.remove();
  overlay = undefined;
  for (const problem of problems) {
    if (problem.severity === 'warning') console.warn(`${placeOf(problem)} ${problem.message}`);
  }
  const errors = problems.filter(problem => problem.severity === 'error');
  if (errors.length > 0) overlay = drawOverlay(errors);
}

function drawOverlay(errors: Problem[]): HTMLElement {
  const host = document.createElement('preview-problems');
  const shadow = host.attachShadow({ mode: 'open' });
  shadow.append(element('style', {}, STYLE));
  const section = element('section', { role: 'alert' });
  const header = element('header', {}, `编译出错（${errors.length} 处）`);
  const close = element('button', { 'aria-label': '关闭' }, '×');
  close.addEventListener('click', () => host.remove());
  header.append(close);
  section.append(header, ...errors.slice(0, MAX_SHOWN).map(drawProblem));
  shadow.append(section);
  document.documentElement.append(host);
  return host;
}

function drawProblem(problem: Problem): HTMLElement {
  return element('p', {}, element('b', {}, placeOf(problem)), `\n${problem.message}`);
}

function placeOf(problem: Problem): string {
  return `${problem.file}:${problem.line}:${problem.column}`;
}
