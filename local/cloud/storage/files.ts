import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { keepDraft } from '../durable-file';
import { diskNameOf } from './cloud-path';

/** What is known of a stored file. */
export interface StoredFile {
  cloudPath: string;
  size: number;
  contentType: string;
  /** Who uploaded it from a phone; absent for functions. */
  openid?: string;
}

/** One file, bytes. */
export const FILE_LIMIT = 50 * 1024 * 1024;

export class FileTooLarge extends Error {}

const TYPES: Record<string, string> = {
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  html: 'text/html; charset=utf-8',
  xml: 'application/xml',
  opml: 'application/xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

function contentTypeOf(cloudPath: string): string {
  return TYPES[path.extname(cloudPath).slice(1).toLowerCase()] ?? 'application/octet-stream';
}

/** Counts what passes; above the limit it fails, but only at the end, so that the sender is there to hear it. */
function meter(): { stream: Transform; size: () => number } {
  let size = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > FILE_LIMIT) done();
      else done(null, chunk);
    },
    flush(done) {
      done(size > FILE_LIMIT ? new FileTooLarge(`file is larger than ${FILE_LIMIT} bytes`) : null);
    },
  });
  return { stream, size: () => size };
}

export interface Files {
  /** Stores or replaces a file; on disk for good when it resolves. Throws FileTooLarge. */
  save(cloudPath: string, source: Readable, openid?: string): Promise<StoredFile>;
  find(cloudPath: string): StoredFile | undefined;
  /** By its name on disk, 64 hex digits. */
  findByDiskName(name: string): StoredFile | undefined;
  /** Fails as a stream does when the file is gone. */
  read(cloudPath: string): Readable;
  /** False when there was no such file. */
  remove(cloudPath: string): boolean;
  reset(): void;
}

/** What is on disk about a file; replacing it is the one step that makes an upload visible. */
interface Facts extends StoredFile {
  /** Name of the content's file, another one for each upload. */
  content: string;
}

export function openFiles(dir: string): Files {
  fs.mkdirSync(dir, { recursive: true });
  const factsFile = (name: string): string => path.join(dir, `${name}.json`);

  function findByDiskName(name: string): Facts | undefined {
    if (!/^[0-9a-f]{64}$/.test(name) || !fs.existsSync(factsFile(name))) return undefined;
    return JSON.parse(fs.readFileSync(factsFile(name), 'utf8')) as Facts;
  }

  const find = (cloudPath: string): Facts | undefined => findByDiskName(diskNameOf(cloudPath));

  return {
    save: async (cloudPath, source, openid) => {
      const name = diskNameOf(cloudPath);
      const content = `${name}-${randomUUID()}`;
      const draft = path.join(dir, `${content}.draft`);
      const { stream, size } = meter();
      try {
        await pipeline(source, stream, fs.createWriteStream(draft));
        keepDraft(draft, path.join(dir, content));
        const before = findByDiskName(name);
        const contentType = contentTypeOf(cloudPath);
        const file: StoredFile = {
          cloudPath,
          size: size(),
          contentType,
          ...(openid !== undefined && { openid }),
        };
        fs.writeFileSync(draft, JSON.stringify({ ...file, content }));
        keepDraft(draft, factsFile(name));
        if (before) fs.rmSync(path.join(dir, before.content), { force: true });
        return file;
      } finally {
        fs.rmSync(draft, { force: true });
      }
    },
    find,
    findByDiskName,
    read: cloudPath => fs.createReadStream(path.join(dir, find(cloudPath)?.content ?? 'none')),
    remove: cloudPath => {
      const facts = find(cloudPath);
      if (!facts) return false;
      fs.rmSync(factsFile(diskNameOf(cloudPath)));
      fs.rmSync(path.join(dir, facts.content), { force: true });
      return true;
    },
    reset: () => {
      for (const name of fs.readdirSync(dir)) fs.rmSync(path.join(dir, name), { recursive: true });
    },
  };
}
