import { ApiFailure } from '../api-call';
import type { Bytes } from './encoding';
import { FileTree } from './file-tree';

/** The phone's own files. A phone is one document, so one tree a document is one tree a phone. */
export const files = new FileTree();

/** Where the preview server serves the mini program's own files. */
const PACKAGE_URL = '/-/root/';

const TYPES: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  json: 'application/json',
  csv: 'text/csv',
  txt: 'text/plain',
};

export function suffixOf(name: string): string {
  return /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

export function mimeTypeOf(name: string): string {
  return TYPES[suffixOf(name)] ?? 'application/octet-stream';
}

const shown = new Map<Bytes, string>();

/** An address the browser can load: `wxfile://` paths become blob addresses, anything else stays as it is. */
export function fileUrl(src: string): string {
  if (!src.startsWith('wxfile://') || !files.has(src)) return src;
  const bytes = files.read(src);
  let url = shown.get(bytes);
  if (!url) {
    url = URL.createObjectURL(new Blob([bytes], { type: mimeTypeOf(src) }));
    shown.set(bytes, url);
  }
  return url;
}

/** Keeps a blob as a temporary file and returns its path. */
export async function keepTemporary(blob: Blob, name: string): Promise<string> {
  const suffix = suffixOf(name) || (blob.type.split('/')[1] ?? '').replace(/[^a-z0-9].*$/, '');
  return files.addTemporary(new Uint8Array(await blob.arrayBuffer()), suffix);
}

/** Bytes of a file of the mini program's package. Synchronous, because `readFileSync` reads these too. */
function readPackageFile(path: string): Bytes {
  const request = new XMLHttpRequest();
  request.open('GET', PACKAGE_URL + path.replace(/^\/+/, ''), false);
  request.overrideMimeType('text/plain; charset=x-user-defined');
  request.send();
  if (request.status !== 200) {
    throw new ApiFailure(`no such file or directory "${path}"`, { errno: 1300002 });
  }
  return Uint8Array.from(request.responseText, character => character.charCodeAt(0) & 0xff);
}

/** Bytes of any path a mini program may name: its files, or files of its package. */
export function readPath(path: string): Bytes {
  return path.startsWith('wxfile://') ? files.read(path) : readPackageFile(path);
}
