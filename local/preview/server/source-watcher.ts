import fs from 'node:fs';
import path from 'node:path';

const IGNORED = /^(\.|node_modules$)/;
/** Editors write a file in several steps; one save should be one build. */
const SETTLE_MS = 40;

/**
 * Tells when something below a folder changed. One plain watcher a folder: Node's recursive mode on Linux is
 * JavaScript over the same calls and has lost files of folders that were just made.
 */
export class SourceWatcher {
  readonly #watchers = new Map<string, fs.FSWatcher>();
  readonly #touched = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    readonly root: string,
    /** Gets the names, without folders, of what changed since the last call. */
    readonly onChange: (touched: string[]) => void,
  ) {
    this.#watchBelow(root);
  }

  close(): void {
    clearTimeout(this.#timer);
    for (const folder of [...this.#watchers.keys()]) this.#forget(folder);
  }

  #watchBelow(folder: string): void {
    this.#watch(folder);
    for (const entry of listFolders(folder)) this.#watchBelow(path.join(folder, entry));
  }

  #watch(folder: string): void {
    if (this.#watchers.has(folder)) return;
    try {
      const watcher = fs.watch(folder, (_, name) => this.#noticed(folder, name ?? ''));
      watcher.on('error', () => this.#forget(folder));
      this.#watchers.set(folder, watcher);
    } catch {
      // Gone between listing and watching; its parent reports that.
    }
  }

  #noticed(folder: string, name: string): void {
    this.#touched.add(name);
    // inotify follows the inode: a folder made again under its old name needs a new watcher.
    for (const known of [...this.#watchers.keys()]) if (!fs.existsSync(known)) this.#forget(known);
    if (fs.existsSync(folder)) this.#watchBelow(folder);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const touched = [...this.#touched];
      this.#touched.clear();
      this.onChange(touched);
    }, SETTLE_MS);
  }

  #forget(folder: string): void {
    this.#watchers.get(folder)?.close();
    this.#watchers.delete(folder);
  }
}

function listFolders(folder: string): string[] {
  try {
    const entries = fs.readdirSync(folder, { withFileTypes: true });
    return entries.filter(entry => entry.isDirectory() && !IGNORED.test(entry.name)).map(entry => entry.name);
  } catch {
    return [];
  }
}
