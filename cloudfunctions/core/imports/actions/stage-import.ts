import type { DataOf } from '../../../../typings/contract/api';
import type { ImportSource } from '../../../../typings/contract/imports';
import type { ItemKind } from '../../../../typings/contract/items';
import { type CallFacts, defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done, grouped, type Outcome, refuse } from '../../gateway/refusal';
import { itemKind } from '../../items/schema';
import { quotaOf } from '../../limits/rules';
import { readLimits } from '../../limits/store';
import { randomId } from '../../platform/crypto';
import { deleteFile, downloadFile, fileSize } from '../../platform/storage';
import { type ImportDocument, importView } from '../document';
import type { ParsedSource, Unreadable } from '../formats/parsed-row';
import { decodeText, readSource } from '../formats/source';
import { firstPage } from '../pages';
import { personPartOf } from '../person-part';
import { refuseRows } from '../refusal';
import {
  chunksOf,
  countVerdicts,
  FILE_MAX,
  isOwnFile,
  NO_OUTCOMES,
  ROWS_MAX,
  STAGED_MS,
  type StagedRow,
} from '../rules';
import { importSource } from '../schema';
import { judgeRows, stageRow } from '../staging';
import { findExisting, insertImport } from '../store';

const unreadable = () => refuse('NOT_FOUND', { message: '没有读到文件，请再选一次' });

const refuseSource = ({ unreadable }: Unreadable) =>
  refuse('BAD_INPUT', { message: unreadable, path: 'source', expected: 'a supported format' });

/** The size is asked for first, so that a huge file is refused unread; where it is not told, reading tells. */
async function textOf(source: ImportSource, uid: string): Promise<Outcome<string>> {
  if ('text' in source) return done(source.text);
  const { fileId } = source;
  if (!isOwnFile(fileId, uid)) return unreadable();
  const size = await fileSize(fileId);
  const bytes = size !== undefined && size > FILE_MAX ? 'too large' : await downloadFile(fileId);
  if (!bytes) return unreadable();
  if (bytes === 'too large' || bytes.length > FILE_MAX)
    return refuse('TOO_LARGE', { message: '文件超过 5 MB，请分成几个', max: FILE_MAX });
  const text = decodeText(bytes);
  return typeof text === 'string' ? done(text) : refuseSource(text);
}

async function readRows(source: ImportSource, uid: string): Promise<Outcome<ParsedSource>> {
  const text = await textOf(source, uid);
  if (!text.ok) return text;
  const parsed = readSource(text.data);
  if ('unreadable' in parsed) return refuseSource(parsed);
  if (parsed.rows.length > ROWS_MAX) {
    return refuse('TOO_LARGE', {
      message: `一次最多导入 ${grouped(ROWS_MAX)} 行，请分成几次`,
      max: ROWS_MAX,
    });
  }
  return done(parsed);
}

/** Refuses what could not be committed today, before anything is stored. */
async function refuseOverLimit(rows: number, { uid, now }: CallFacts): Promise<Outcome<null>> {
  const quota = quotaOf(await readLimits(uid, now), 'import.rows', now);
  return rows <= quota.remaining ? done(null) : refuseRows(quota);
}

function documentOf(
  kind: ItemKind,
  format: ParsedSource['format'],
  rows: StagedRow[],
  { uid, now }: CallFacts,
): ImportDocument {
  return {
    ...{ _id: randomId(), owner: uid, kind, format, state: 'staged', total: rows.length },
    ...{ counts: countVerdicts(rows), outcomes: NO_OUTCOMES, chunks: chunksOf(rows).length },
    ...{ position: 0, round: 0, restoreTrashed: false, expiresAt: now + STAGED_MS },
  };
}

async function stage(
  kind: ItemKind,
  source: ImportSource,
  call: CallFacts,
): Promise<Outcome<DataOf<'imports.stage'>>> {
  const { uid, now } = call;
  const parsed = await readRows(source, uid);
  if (!parsed.ok) return parsed;
  const person = personPartOf(parsed.data.person, uid);
  if (parsed.data.rows.length === 0 && !person)
    return refuse('BAD_INPUT', { message: '里面没有内容', path: 'source', expected: 'rows' });
  const staged = parsed.data.rows.map(row => stageRow(row, { owner: uid, kind, now }));
  const good = staged.flatMap(row => row.itemId ?? []);
  const allowed = await refuseOverLimit(good.length, call);
  if (!allowed.ok) return allowed;
  const rows = judgeRows(staged, await findExisting(uid, [...new Set(good)], now));
  const document = { ...documentOf(kind, parsed.data.format, rows, call), ...(person && { person }) };
  const chunks = chunksOf(rows);
  await insertImport(document, chunks);
  return done({ import: importView(document), rows: firstPage(chunks) });
}

export const stageImport = defineAction<'imports.stage'>({
  who: 'self',
  input: exactObject({ kind: itemKind, source: importSource }),
  run: async ({ kind, source }, call) => {
    const staged = await stage(kind, source, call);
    // A file that could not be read, or not be staged because of an outage, is there for another attempt.
    const isUsed = staged.ok || staged.error.code !== 'NOT_FOUND';
    if ('fileId' in source && isUsed) await deleteFile(source.fileId);
    return staged;
  },
});
