import { type ApiTable, asyncApi, syncApi } from '../api-call';
import { nameUnknown } from '../unknown-api';
import { type Bytes, decodeBytes, encodeText } from './encoding';
import { type FileStats, USER_DATA_PATH } from './file-tree';
import { files, readPath } from './file-url';

interface Operation {
  /** Names of the asynchronous options, in the order of the synchronous arguments. */
  takes: string[];
  run: (...values: never[]) => unknown;
  /** Name under which the asynchronous result carries the value. */
  gives?: string;
}

type Data = string | ArrayBuffer;

function readPart(path: string, encoding?: string, position = 0, length?: number): Data {
  const bytes = readPath(path);
  return decodeBytes(bytes.slice(position, length === undefined ? undefined : position + length), encoding);
}

function append(path: string, data: Data, encoding?: string): void {
  const before = files.read(path);
  const more = encodeText(data, encoding);
  const joined: Bytes = new Uint8Array(before.length + more.length);
  joined.set(before);
  joined.set(more, before.length);
  files.write(path, joined);
}

function stat(path: string, recursive = false): FileStats | { path: string; stats: FileStats }[] {
  if (!recursive || !files.stats(path).isDirectory()) return files.stats(path);
  return ['', ...files.below(path).map(child => child.slice(path.length))].map(part => ({
    path: part || '/',
    stats: files.stats(path + part),
  }));
}

function access(path: string): void {
  if (!files.has(path)) readPath(path);
}

const OPERATIONS: Record<string, Operation> = {
  access: { takes: ['path'], run: access },
  readFile: { takes: ['filePath', 'encoding', 'position', 'length'], run: readPart, gives: 'data' },
  writeFile: {
    takes: ['filePath', 'data', 'encoding'],
    run: (path: string, data: Data, encoding?: string) => files.write(path, encodeText(data, encoding)),
  },
  appendFile: { takes: ['filePath', 'data', 'encoding'], run: append },
  unlink: { takes: ['filePath'], run: (path: string) => files.removeFile(path) },
  stat: { takes: ['path', 'recursive'], run: stat, gives: 'stats' },
  mkdir: {
    takes: ['dirPath', 'recursive'],
    run: (path: string, recursive = false) => files.makeFolder(path, recursive),
  },
  rmdir: {
    takes: ['dirPath', 'recursive'],
    run: (path: string, recursive = false) => files.removeFolder(path, recursive),
  },
  readdir: { takes: ['dirPath'], run: (path: string) => files.names(path), gives: 'files' },
  copyFile: {
    takes: ['srcPath', 'destPath'],
    run: (from: string, to: string) => files.write(to, readPath(from)),
  },
  rename: { takes: ['oldPath', 'newPath'], run: (from: string, to: string) => files.rename(from, to) },
  saveFile: {
    takes: ['tempFilePath', 'filePath'],
    run: (temporary: string, target?: string) => files.save(temporary, target),
    gives: 'savedFilePath',
  },
};

/** Without a synchronous twin in WeChat. */
const ASYNC_ONLY: Record<string, Operation> = {
  getFileInfo: { takes: ['filePath'], run: (path: string) => readPath(path).length, gives: 'size' },
  getSavedFileList: { takes: [], run: () => files.saved(), gives: 'fileList' },
  removeSavedFile: { takes: ['filePath'], run: (path: string) => files.removeFile(path) },
};

function asyncForm(name: string, { takes, run, gives }: Operation) {
  return asyncApi<object>(name, options => {
    const values = takes.map(key => Reflect.get(options, key));
    const value = (run as (...values: unknown[]) => unknown)(...values);
    return gives ? { [gives]: value } : {};
  });
}

/** `wx.getFileSystemManager()` and the older functions beside it. */
export function fileApi(): ApiTable {
  const manager: ApiTable = {};
  for (const [name, operation] of Object.entries({ ...OPERATIONS, ...ASYNC_ONLY })) {
    manager[name] = asyncForm(name, operation);
  }
  for (const [name, { run }] of Object.entries(OPERATIONS))
    manager[`${name}Sync`] = syncApi(`${name}Sync`, run);
  const named = nameUnknown('FileSystemManager', manager);
  const { saveFile, getFileInfo, getSavedFileList, removeSavedFile } = manager;
  return {
    env: { USER_DATA_PATH },
    getFileSystemManager: () => named,
    saveFile,
    getFileInfo,
    getSavedFileList,
    removeSavedFile,
  };
}
