/** Results of compiling one file, kept until its text changes. `key` names file and everything but the text. */
export class Memo<T> {
  readonly #kept = new Map<string, { text: string; result: T }>();

  get(key: string, text: string, make: () => T): T {
    const kept = this.#kept.get(key);
    if (kept?.text === text) return kept.result;
    const result = make();
    this.#kept.set(key, { text, result });
    return result;
  }
}
