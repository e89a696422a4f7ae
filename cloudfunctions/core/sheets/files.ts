import type { SheetFormat, SheetView } from '../../../typings/contract/sheets';
import { keepFile } from '../exports/store';
import { keyedHash } from '../platform/crypto';
import { addressesOf, fileIdFor, uploadFile } from '../platform/storage';

export type FileFormat = Exclude<SheetFormat, 'text'>;

const EXTENSIONS: Record<FileFormat, string> = { csv: 'csv', xlsx: 'xlsx', 'large-type': 'html' };
const WORDS: Record<FileFormat, string> = { csv: '名单', xlsx: '名单', 'large-type': '签到表' };
/** What no system lets a file be called. */
const UNFIT = /[\\/:*?"<>|\p{Cc}]/gu;

const HOUR_MS = 3_600_000;
const OFFSET_MS = 8 * HOUR_MS;

/** 周六羽毛球-名单-2026-11-28.xlsx */
function nameOf(title: string, format: FileFormat, now: number): string {
  const day = new Date(now + OFFSET_MS).toISOString().slice(0, 10);
  return `${title.replace(UNFIT, ' ').trim()}-${WORDS[format]}-${day}.${EXTENSIONS[format]}`;
}

interface Sheet {
  uid: string;
  chainId: string;
  title: string;
  format: FileFormat;
  content: Buffer;
  now: number;
}

/**
 * Puts a sheet into the storage for a day. One person has one file of a chain and format an hour: the next one takes its place,
 * and so does a repeated call. Its path says nothing, so nobody finds it without the address. One database request, two once more.
 */
export async function keepSheet(sheet: Sheet): Promise<SheetView['file']> {
  const { uid, chainId, title, format, content, now } = sheet;
  const hour = Math.floor(now / HOUR_MS);
  const exportId = keyedHash('sheet', [uid, chainId, format, hour].join(' ')).slice(0, 16);
  const path = `exports/${uid}/${exportId}/1.${EXTENSIONS[format]}`;
  const fileId = await fileIdFor(path);
  await keepFile({ exportId, owner: uid, chain: chainId, fileId, since: (hour + 1) * HOUR_MS });
  await uploadFile(path, content);
  const url = (await addressesOf([fileId])).get(fileId);
  if (url === undefined) throw new Error('a file that was written has no address');
  return { name: nameOf(title, format, now), bytes: content.length, url };
}
