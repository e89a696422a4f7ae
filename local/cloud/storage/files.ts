import fs from 'node:fs';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { keepDraft, replaceFile } from '../durable-file';
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

/** Counts what passes and breaks off above the limit. */
function meter(): { stream: Transform; size: () => number } {
  let size = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > FILE_LIMIT) done(new FileTooLarge(`file is larger than ${FILE_LIMIT} bytes`));
      else done(null, chunk);
    },
  });
  return { stream, size: () => size };
}

export interface Files {
  /** Stores or replaces a file; on disk for good when it resolves. Throws FileTooLarge. */
  save(cloudPath: string, content: Readable | Uint8Array, openid?: string): Promise<StoredFile>;
  find(cloudPath: string): StoredFile | undefined;
  /** By its name on disk, 64 hex digits. */
  findByDiskName(name: string): StoredFile | undefined;
  read(cloudPath: string): Readable;
  /** False when there was no such file. */
  remove(cloudPath: string): boolean;
  reset(): void;
}

export function openFiles(dir: string): Files {
  fs.mkdirSync(dir, { recursive: true });
  let drafts = 0;
  const contentOf = (cloudPath: string): string => path.join(dir, diskNameOf(cloudPath));
  const factsOf = (cloudPath: string): string => `${contentOf(cloudPath)}.json`;

  function findByDiskName(name: string): StoredFile | undefined {
    const file = path.join(dir, name);
    if (!/^[0-9a-f]{64}$/.test(name) || !fs.existsSync(file)) return undefined;
    return JSON.parse(fs.readFileSync(`${file}.json`, 'utf8')) as StoredFile;
  }

  return {
    save: async (cloudPath, content, openid) => {
      drafts += 1;
      const draft = `${contentOf(cloudPath)}.${process.pid}-${drafts}.draft`;
      const { stream, size } = meter();
      const source = content instanceof Readable ? content : Readable.from([content]);
      try {
        await pipeline(source, stream, fs.createWriteStream(draft));
        const contentType = contentTypeOf(cloudPath);
        const facts: StoredFile = {
          cloudPath,
          size: size(),
          contentType,
          ...(openid !== undefined && { openid }),
        };
        replaceFile(factsOf(cloudPath), JSON.stringify(facts));
        keepDraft(draft, contentOf(cloudPath));
        return facts;
      } finally {
        fs.rmSync(draft, { force: true });
      }
    },
    find: cloudPath => findByDiskName(diskNameOf(cloudPath)),
    findByDiskName,
    read: cloudPath => fs.createReadStream(contentOf(cloudPath)),
    remove: cloudPath => {
      if (!fs.existsSync(contentOf(cloudPath))) return false;
      fs.rmSync(contentOf(cloudPath));
      fs.rmSync(factsOf(cloudPath), { force: true });
      return true;
    },
    reset: () => {
      for (const name of fs.readdirSync(dir)) fs.rmSync(path.join(dir, name), { recursive: true });
    },
  };
}
