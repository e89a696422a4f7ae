import { ApiFailure } from '../api-call';
import type { Bytes } from './encoding';

export const USER_DATA_PATH = 'wxfile://usr';
/** Of everything below USER_DATA_PATH and everything saved, 200 MB as in WeChat. */
export const USER_LIMIT_BYTES = 200 * 1024 * 1024;

interface Entry {
  /** Undefined for a folder. */
  bytes: Bytes | undefined;
  modifiedAt: number;
}

const missing = (path: string) => new ApiFailure(`no such file or directory "${path}"`, { errno: 1300002 });
const denied = (path: string) => new ApiFailure(`permission denied, open "${path}"`, { errno: 1300013 });

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));
const isUserPath = (path: string): boolean => path.startsWith(`${USER_DATA_PATH}/`);

/** The files of one phone, in memory: gone with a reload, as WeChat's temporary files are some day. */
export class FileTree {
  private readonly entries = new Map<string, Entry>();
  private temporaryCount = 0;

  constructor() {
    this.entries.set(USER_DATA_PATH, { bytes: undefined, modifiedAt: Date.now() });
  }

  has(path: string): boolean {
    return this.entries.has(path);
  }

  read(path: string): Bytes {
    const entry = this.entry(path);
    if (!entry.bytes)
      throw new ApiFailure(`illegal operation on a directory, open "${path}"`, { errno: 1300021 });
    return entry.bytes;
  }

  /** A new temporary file; its name keeps the suffix, which pages look at. */
  addTemporary(bytes: Bytes, suffix: string): string {
    this.temporaryCount += 1;
    const path = `wxfile://tmp_${Date.now().toString(36)}_${this.temporaryCount}${suffix && `.${suffix}`}`;
    this.entries.set(path, { bytes, modifiedAt: Date.now() });
    return path;
  }

  /** Moves a temporary file to where it stays; without a target under a name of its own. */
  save(temporary: string, target?: string): string {
    const bytes = this.read(temporary);
    const path = target ?? temporary.replace('wxfile://tmp_', 'wxfile://store_');
    if (target) this.write(target, bytes);
    else this.entries.set(path, { bytes, modifiedAt: Date.now() });
    if (path !== temporary) this.entries.delete(temporary);
    return path;
  }

  saved(): { filePath: string; size: number; createTime: number }[] {
    return [...this.entries]
      .filter(([path]) => path.startsWith('wxfile://store_'))
      .map(([filePath, entry]) => ({
        filePath,
        size: entry.bytes?.length ?? 0,
        createTime: Math.floor(entry.modifiedAt / 1000),
      }));
  }

  write(path: string, bytes: Bytes): void {
    if (!isUserPath(path)) throw denied(path);
    if (!this.isFolder(parentOf(path))) throw missing(path);
    if (this.isFolder(path)) throw new ApiFailure(`illegal operation on a directory, open "${path}"`);
    if (this.userBytes() + bytes.length > USER_LIMIT_BYTES) {
      throw new ApiFailure('the maximum size of the file storage limit is exceeded', { errno: 1300202 });
    }
    this.entries.set(path, { bytes, modifiedAt: Date.now() });
  }

  makeFolder(path: string, recursive: boolean): void {
    if (!isUserPath(path)) throw denied(path);
    if (this.entries.has(path) && !recursive) {
      throw new ApiFailure(`file already exists ${path}`, { errno: 1301005 });
    }
    if (!this.isFolder(parentOf(path))) {
      if (!recursive) throw missing(path);
      this.makeFolder(parentOf(path), true);
    }
    if (!this.entries.has(path)) this.entries.set(path, { bytes: undefined, modifiedAt: Date.now() });
  }

  removeFile(path: string): void {
    this.read(path);
    this.entries.delete(path);
  }

  removeFolder(path: string, recursive: boolean): void {
    if (path === USER_DATA_PATH) throw denied(path);
    const children = this.below(path);
    if (children.length > 0 && !recursive) throw new ApiFailure('directory not empty', { errno: 1300066 });
    for (const child of [...children, path]) this.entries.delete(child);
  }

  names(path: string): string[] {
    return this.below(path)
      .map(child => child.slice(path.length + 1))
      .filter(name => !name.includes('/'));
  }

  /** Every path below a folder. */
  below(path: string): string[] {
    if (!this.isFolder(path)) throw missing(path);
    return [...this.entries.keys()].filter(child => child.startsWith(`${path}/`));
  }

  rename(from: string, to: string): void {
    this.write(to, this.read(from));
    this.entries.delete(from);
  }

  /** Times in whole seconds, as WeChat's `Stats`. */
  stats(path: string): FileStats {
    const entry = this.entry(path);
    const seconds = Math.floor(entry.modifiedAt / 1000);
    const isFolder = entry.bytes === undefined;
    return {
      mode: isFolder ? 0o40755 : 0o100644,
      size: entry.bytes?.length ?? 0,
      lastAccessedTime: seconds,
      lastModifiedTime: seconds,
      isDirectory: () => isFolder,
      isFile: () => !isFolder,
    };
  }

  private entry(path: string): Entry {
    const entry = this.entries.get(path);
    if (!entry) throw missing(path);
    return entry;
  }

  private isFolder(path: string): boolean {
    const entry = this.entries.get(path);
    return entry !== undefined && entry.bytes === undefined;
  }

  private userBytes(): number {
    let sum = 0;
    for (const [path, { bytes }] of this.entries) if (isUserPath(path)) sum += bytes?.length ?? 0;
    return sum;
  }
}

export interface FileStats {
  mode: number;
  size: number;
  lastAccessedTime: number;
  lastModifiedTime: number;
  isDirectory(): boolean;
  isFile(): boolean;
}
