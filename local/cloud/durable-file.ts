import fs from 'node:fs';
import path from 'node:path';

/** Makes renames and deletions in a folder survive a power cut. */
function syncFolder(folder: string): void {
  const handle = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

/** Replaces a file whole: after a kill at any point the old or the new content is there, never half. */
export function replaceFile(file: string, content: string | Uint8Array): void {
  const draft = `${file}.${process.pid}.draft`;
  fs.writeFileSync(draft, content);
  fs.renameSync(draft, file);
}

/** Names a finished draft for good, so that not even a power cut loses it. */
export function keepDraft(draft: string, file: string): void {
  const handle = fs.openSync(draft, 'r+');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
  fs.renameSync(draft, file);
  syncFolder(path.dirname(file));
}
