import { type Message, transformSync } from 'esbuild';
import type { Problem } from './app-bundle';

export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function asStrings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(entry => typeof entry === 'string') : [];
}

/** A file that must hold a JSON object. A file that does not gives `{}` and says why in `problems`. */
export class JsonSource {
  readonly value: JsonObject;
  readonly problems: Problem[] = [];

  constructor(
    readonly file: string,
    readonly text: string,
  ) {
    this.value = this.#parse();
  }

  /** A problem at the first place where `name` stands as a key or a string. */
  problemAt(name: string, message: string, severity: Problem['severity'] = 'error'): Problem {
    return { file: this.file, ...positionOf(this.text, JSON.stringify(name)), message, severity };
  }

  #parse(): JsonObject {
    try {
      const value: unknown = JSON.parse(this.text.trim() || '{}');
      if (isObject(value)) return value;
      this.#report({ line: 1, column: 1 }, 'must hold an object');
    } catch (error) {
      this.#report(jsonErrorPosition(this.text), error instanceof Error ? error.message : String(error));
    }
    return {};
  }

  #report(position: { line: number; column: number }, message: string): void {
    this.problems.push({ file: this.file, ...position, message, severity: 'error' });
  }
}

export function positionOf(text: string, needle: string): { line: number; column: number } {
  const at = text.indexOf(needle);
  if (at < 0) return { line: 1, column: 1 };
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Node 20 gives an offset at best, so esbuild, which is here anyway, says where the mistake is. */
function jsonErrorPosition(text: string): { line: number; column: number } {
  try {
    transformSync(text, { loader: 'json', logLevel: 'silent' });
  } catch (error) {
    const [first] = (error as { errors?: Message[] }).errors ?? [];
    if (first?.location) return { line: first.location.line, column: first.location.column + 1 };
  }
  return { line: 1, column: 1 };
}
