import type { AccountFile } from '../../../typings/contract/accounts';
import { exports as exportCopy } from '../../copy/exports';
import { sizeText } from '../../view/export-screen';
import { dayTimeText } from '../../view/time';
import { data as copy } from '../copy/data';

export interface BackupFileRow {
  id: string;
  name: string;
  hint: string;
}

export interface Backup {
  /** Blank for a single file. */
  note: string;
  expires: string;
  files: BackupFileRow[];
}

export const noBackup: Backup = { note: '', expires: '', files: [] };

export function backupView(files: readonly AccountFile[], expiresAt: number, now: number): Backup {
  return {
    note: files.length > 1 ? copy.parts(files.length) : '',
    expires: exportCopy.expires(dayTimeText(expiresAt, now)),
    files: files.map(({ fileId, name, bytes }) => ({ id: fileId, name, hint: sizeText(bytes) })),
  };
}

export const waysOn = {
  bring: [{ id: 'import', icon: 'import', text: copy.bringGo, hint: copy.bringGoHint }],
  some: [
    { id: 'export', icon: 'export', text: copy.exportGo, hint: copy.exportGoHint },
    { id: 'chains', icon: 'list', text: copy.chainsGo, hint: copy.chainsGoHint },
  ],
};
