import type { ImportSource, RowVerdict } from '../../typings/contract/imports';
import type { ItemKind } from '../../typings/contract/items';
import { call } from './cloud';
import { uploadTo } from './uploads';

/** Limits of the contract: characters of pasted text, bytes of a file. */
export const MAX_TEXT = 60_000;
export const MAX_FILE_BYTES = 5 * 1024 * 1024;

export const stageImport = (kind: ItemKind, source: ImportSource) => call('imports.stage', { kind, source });

export const listImportRows = (importId: string, verdict?: RowVerdict, cursor?: string) =>
  call('imports.rows', {
    importId,
    ...(verdict === undefined ? {} : { verdict }),
    ...(cursor === undefined ? {} : { cursor }),
  });

export const commitImport = (importId: string, restoreTrashed: boolean) =>
  call('imports.commit', { importId, restoreTrashed });

/** Call again while the state is `undoing`. */
export const undoImport = (importId: string) => call('imports.undo', { importId });

/**
 * `name` gives the extension; the cloud file id, or undefined when the upload failed. The server opens only what
 * lies in the folder named after the person.
 */
export async function uploadImportFile(path: string, name: string): Promise<string | undefined> {
  return uploadTo('imports', path, /\.([a-z0-9]{1,8})$/i.exec(name)?.[1] ?? 'txt');
}
