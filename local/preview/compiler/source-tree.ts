import fs from 'node:fs';
import path from 'node:path';

const PACKAGE_PATH = /^miniprogram_npm\/((?:@[^/]+\/)?[^/]+)\/(.+)$/;
const COMPONENT_SUFFIXES = ['.json', '.wxml', '.ts', '.js'];

/**
 * The mini program as WeChat sees it: one tree of forward-slash paths in which `miniprogram_npm/<package>/` holds
 * what "build npm" would have put there. On disk that is `node_modules/<package>/<its miniprogram folder>`, so a
 * path has a disk file, and a disk file a path.
 */
export class SourceTree {
  readonly root: string;
  /** app.json's `resolveAlias`: `"~/*": "/*"`. */
  aliases: Record<string, string> = {};
  readonly #npmRoots: string[];
  /** Of packages that were found; one that is missing may be installed while the preview runs. */
  readonly #folders = new Map<string, string>();

  constructor(root: string, npmRoot: string) {
    this.root = path.resolve(root);
    const near = [this.root, path.dirname(this.root)].map(folder => path.join(folder, 'node_modules'));
    this.#npmRoots = [...new Set([...near, path.resolve(npmRoot)])];
  }

  get npmRoots(): readonly string[] {
    return this.#npmRoots;
  }

  /** The disk file of a path with its suffix, or undefined; never a file outside the root and its packages. */
  locate(file: string): string | undefined {
    const own = path.join(this.root, file);
    if (!own.startsWith(this.root + path.sep)) return undefined;
    if (isFile(own)) return own;
    const [, name, rest] = PACKAGE_PATH.exec(file) ?? [];
    const folder = name && this.#packageFolder(name);
    if (!folder || !rest) return undefined;
    const packaged = path.join(folder, rest);
    return packaged.startsWith(folder + path.sep) && isFile(packaged) ? packaged : undefined;
  }

  read(file: string): string | undefined {
    const disk = this.locate(file);
    return disk === undefined ? undefined : fs.readFileSync(disk, 'utf8').replace(/^\uFEFF/, '');
  }

  /** The path of a disk file; files of packages that are no mini program packages keep their disk path. */
  pathOf(disk: string): string {
    for (const [name, folder] of this.#folders) {
      if (disk.startsWith(folder + path.sep)) {
        return `miniprogram_npm/${name}/${slashes(path.relative(folder, disk))}`;
      }
    }
    return slashes(path.relative(this.root, disk));
  }

  isOwn(file: string): boolean {
    return !/^(miniprogram_npm\/|node_modules\/|\.\.)/.test(file);
  }

  /** Path of the component that `usingComponents` of `from` means by `reference`, or undefined. */
  findComponent(from: string, reference: string): string | undefined {
    return this.candidates(from, reference)
      .flatMap(candidate => [candidate, `${candidate}/index`])
      .find(candidate => COMPONENT_SUFFIXES.some(suffix => this.locate(candidate + suffix)));
  }

  /** First existing file among what `reference`, written in `from`, can mean. */
  findFile(from: string, reference: string, suffixes: string[]): string | undefined {
    return this.candidates(from, reference)
      .flatMap(candidate => suffixes.map(suffix => candidate + suffix))
      .find(candidate => this.locate(candidate));
  }

  /** WeChat's order: absolute from the root, beside the file, then `miniprogram_npm` from here upward. */
  candidates(from: string, reference: string): string[] {
    const target = this.#applyAlias(reference);
    if (target.startsWith('/')) return [path.posix.normalize(target.slice(1))];
    const folder = path.posix.dirname(from);
    const beside = path.posix.join(folder, target);
    if (target.startsWith('.')) return [beside];
    return [beside, ...ancestors(folder).map(up => path.posix.join(up, 'miniprogram_npm', target))];
  }

  #applyAlias(reference: string): string {
    for (const [pattern, target] of Object.entries(this.aliases)) {
      const prefix = pattern.replace(/\*$/, '');
      if (pattern.endsWith('*') ? reference.startsWith(prefix) : reference === pattern) {
        return target.replace(/\*$/, '') + reference.slice(prefix.length);
      }
    }
    return reference;
  }

  /** Folder with the mini program files of a package: its `miniprogram` field, else `miniprogram_dist`. */
  #packageFolder(name: string): string | undefined {
    const known = this.#folders.get(name);
    if (known !== undefined) return known;
    const found = this.#findPackageFolder(name);
    if (found !== undefined) this.#folders.set(name, found);
    return found;
  }

  #findPackageFolder(name: string): string | undefined {
    for (const npmRoot of this.#npmRoots) {
      const manifest = path.join(npmRoot, name, 'package.json');
      if (!isFile(manifest)) continue;
      const folder = path.join(npmRoot, name, declaredFolder(manifest));
      if (fs.existsSync(folder)) return folder;
    }
    return undefined;
  }
}

function declaredFolder(manifest: string): string {
  try {
    const parsed: unknown = JSON.parse(fs.readFileSync(manifest, 'utf8'));
    const declared = parsed && typeof parsed === 'object' && 'miniprogram' in parsed && parsed.miniprogram;
    return typeof declared === 'string' ? declared : 'miniprogram_dist';
  } catch {
    return 'miniprogram_dist';
  }
}

function ancestors(folder: string): string[] {
  if (folder === '.' || folder === '' || folder.startsWith('..')) return ['.'];
  return [folder, ...ancestors(path.posix.dirname(folder))];
}

function isFile(file: string): boolean {
  return fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

function slashes(file: string): string {
  return file.split(path.sep).join('/');
}
