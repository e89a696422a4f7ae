import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import vm from 'node:vm';
import type { AppBundle } from '../../../local/preview/compiler/app-bundle';
import { type BuildResult, Compiler } from '../../../local/preview/compiler/compiler';

/** Compiling takes milliseconds; a machine with much else to do takes longer. */
jest.setTimeout(120_000);

export const NPM_ROOT = path.resolve(__dirname, '../../../node_modules');

export type Files = Record<string, string | object>;

/** One page `pages/home/home` that shows nothing; files given replace or add to it. */
const SMALLEST: Files = {
  'app.json': { pages: ['pages/home/home'] },
  'app.js': 'App({})',
  'pages/home/home.json': {},
  'pages/home/home.wxml': '<view/>',
  'pages/home/home.js': 'Page({})',
};

/** A mini program in a temporary folder; `remove` deletes it. */
export class ProgramFolder {
  readonly root = fs.mkdtempSync(path.join(os.tmpdir(), 'preview-compiler-'));

  constructor(files: Files = {}) {
    for (const [file, content] of Object.entries({ ...SMALLEST, ...files })) this.write(file, content);
  }

  write(file: string, content: string | object): void {
    const target = path.join(this.root, file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }

  remove(): void {
    fs.rmSync(this.root, { recursive: true, force: true });
  }
}

/** The files of a component called `name` in `components/`. */
export function component(
  name: string,
  files: { wxml?: string; wxss?: string; js?: string; json?: object },
): Files {
  const base = `components/${name}/${name}`;
  return {
    [`${base}.json`]: { component: true, ...files.json },
    [`${base}.wxml`]: files.wxml ?? '<view/>',
    [`${base}.wxss`]: files.wxss ?? '',
    [`${base}.js`]: files.js ?? 'Component({})',
  };
}

export interface Compiled {
  result: BuildResult;
  /** What the script hands to the host, with the globals it ran with. */
  app: AppBundle;
  globals: Record<string, unknown>;
  css(path: string): string;
  /** `file:line:column message` of every problem. */
  problems: string[];
}

/** Runs a build's script as the browser would and catches the call of `__previewApp`. */
export function run(result: BuildResult): Compiled {
  const handed: AppBundle[] = [];
  const noted: string[] = [];
  const globals: Record<string, unknown> = { noted, console: { error: (line: string) => noted.push(line) } };
  globals['__previewApp'] = (app: AppBundle) => handed.push(app);
  vm.runInNewContext(result.script, globals);
  const [app] = handed;
  if (!app || handed.length > 1) throw new Error(`__previewApp was called ${handed.length} times`);
  return {
    result,
    app,
    globals,
    css: name => app.sheets.find(sheet => sheet.path === name)?.css ?? '',
    problems: result.problems.map(
      ({ file, line, column, message }) => `${file}:${line}:${column} ${message}`,
    ),
  };
}

/** Compiles the files once and deletes them. */
export async function compile(files: Files): Promise<Compiled> {
  const folder = new ProgramFolder(files);
  const compiler = new Compiler({ root: folder.root, npmRoot: NPM_ROOT });
  try {
    return run(await compiler.build());
  } finally {
    await compiler.dispose();
    folder.remove();
  }
}
