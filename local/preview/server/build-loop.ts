import type { Problem } from '../compiler/app-bundle';
import { type BuildResult, Compiler } from '../compiler/compiler';

/** More than this on one screen helps nobody. */
const MAX_LINES = 20;

const ASSET = /\.(png|jpe?g|gif|svg|webp|ttf|otf|woff2?|mp3|mp4|wasm)$/i;

export type Log = (line: string) => void;

/** Builds one at a time and keeps the newest result; whoever asks during a build gets what comes out of it. */
export class BuildLoop {
  readonly #compiler: Compiler;
  #latest: Promise<BuildResult>;
  #shown = '';

  constructor(
    options: { root: string; npmRoot: string },
    readonly log: Log,
    readonly onBuilt: (result: BuildResult, changed: boolean) => void,
  ) {
    this.#compiler = new Compiler(options);
    this.#latest = this.#build(undefined);
  }

  get compiler(): Compiler {
    return this.#compiler;
  }

  current(): Promise<BuildResult> {
    return this.#latest;
  }

  /** `touched` are names of changed files: a picture or font makes no other script, but phones must show it. */
  rebuild(touched: readonly string[] = []): Promise<BuildResult> {
    const before = this.#latest;
    const hasAsset = touched.some(name => ASSET.test(name));
    this.#latest = before.then(result => this.#build(result, hasAsset));
    return this.#latest;
  }

  async stop(): Promise<void> {
    await this.#latest;
    await this.#compiler.dispose();
  }

  async #build(before: BuildResult | undefined, hasAsset = false): Promise<BuildResult> {
    const result = await this.#compiler.build().catch(asResult);
    const changed = before !== undefined && (hasAsset || before.script !== result.script);
    if (changed) this.log(`rebuilt in ${result.tookMs} ms`);
    this.#logProblems(result.problems);
    this.onBuilt(result, changed);
    return result;
  }

  /** The same problems are not printed again on every save. */
  #logProblems(problems: Problem[]): void {
    const errorsFirst = [...problems].sort((a, b) => a.severity.localeCompare(b.severity));
    const lines = errorsFirst
      .slice(0, MAX_LINES)
      .map(
        ({ severity, file, line, column, message }) => `${severity}: ${file}:${line}:${column} ${message}`,
      );
    if (problems.length > MAX_LINES) lines.push(`… and ${problems.length - MAX_LINES} more`);
    const text = lines.join('\n');
    if (text !== this.#shown) this.log(text || 'compiles without problems again');
    this.#shown = text;
  }
}

/** A bug of the compiler must not take the server along: it is shown like a mistake in the program. */
function asResult(error: unknown): BuildResult {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const problem: Problem = { file: 'app.json', line: 1, column: 1, message, severity: 'error' };
  return { script: `console.error(${JSON.stringify(message)});`, map: '', problems: [problem], tookMs: 0 };
}
