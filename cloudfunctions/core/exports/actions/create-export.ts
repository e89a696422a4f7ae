import * as v from 'valibot';
import type { ExportFile, ExportFormat, ExportView } from '../../../../typings/contract/exports';
import type { ItemKind } from '../../../../typings/contract/items';
import { type CallFacts, defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done, refuse } from '../../gateway/refusal';
import { nextMidnight } from '../../limits/rules';
import { addressesOf, fileIdFor, uploadFile } from '../../platform/storage';
import { type ExportedDocument, exportedItem, exportedTrash } from '../exported';
import { bookmarksWriter } from '../formats/bookmarks';
import { csvWriter } from '../formats/csv';
import { opmlWriter } from '../formats/opml';
import { ownJsonWriter } from '../formats/own-json';
import type { Writer } from '../formats/writer';
import { type Entry, type Part, PartBuilder } from '../parts';
import { EXPORTS_MAX, EXTENSIONS, fileName } from '../rules';
import { exportFormat, exportKinds } from '../schema';
import { beginExport, dropExport, type ExportDocument, noteFile, readAll } from '../store';

const OFFSET_MS = 8 * 3_600_000;

const writerOf = (format: ExportFormat, { now }: CallFacts): Writer =>
  ({
    'liyili-json': ownJsonWriter(now),
    csv: csvWriter,
    'netscape-html': bookmarksWriter,
    opml: opmlWriter,
  })[format];

/** An item as the writer has it; `left` when the format cannot carry it, nothing when it does not belong there. */
function entryOf(document: ExportedDocument, writer: Writer, now: number): Entry | 'left' | undefined {
  const isTrash = document.state === 'trashed';
  if (isTrash && !writer.withTrash) return undefined;
  const item = isTrash ? exportedTrash(document, now) : exportedItem(document);
  if (!item) return undefined;
  const text = writer.write(item);
  const { kind, folder = '', addedAt } = document;
  return text === undefined ? 'left' : { kind, folder, addedAt, isTrash, text };
}

interface Written {
  fileId: string;
  bytes: number;
  items: number;
}

/** Uploads part after part while items are read; only one part is in memory. */
async function writeParts(
  document: ExportDocument,
  input: { format: ExportFormat; kinds?: ItemKind[] },
  call: CallFacts,
): Promise<{ files: Written[]; left: number }> {
  const { owner, exportId } = document;
  const writer = writerOf(input.format, call);
  const builder = new PartBuilder(entries => writer.render(entries));
  const files: Written[] = [];
  let left = 0;
  const upload = async (part: Part | undefined): Promise<void> => {
    if (!part) return;
    const path = `exports/${owner}/${exportId}/${files.length + 1}.${EXTENSIONS[input.format]}`;
    await noteFile(document._id, await fileIdFor(path));
    const content = Buffer.from(part.text);
    files.push({ fileId: await uploadFile(path, content), bytes: content.length, items: part.items });
  };
  for await (const page of readAll(owner, input.kinds)) {
    for (const item of page) {
      const entry = entryOf(item, writer, call.now);
      if (entry === 'left') left += 1;
      else if (entry) await upload(builder.add(entry));
    }
  }
  await upload(builder.take());
  return { files, left };
}

async function filesOf(written: Written[], format: ExportFormat, now: number): Promise<ExportFile[]> {
  const day = new Date(now + OFFSET_MS).toISOString().slice(0, 10);
  const urls = await addressesOf(written.map(({ fileId }) => fileId));
  return written.map((file, index) => {
    const url = urls.get(file.fileId);
    const name = fileName(format, day, index + 1, written.length);
    return { ...file, name, ...(url !== undefined && { url }) };
  });
}

/** A repeated call makes a new export; what an unheard reply left behind expires like all others. */
export const createExport = defineAction<'exports.create'>({
  who: 'self',
  input: exactObject({ format: exportFormat, kinds: v.exactOptional(exportKinds) }),
  logs: ({ exportId: key, total: count }) => ({ what: 'exported', count, key }),
  run: async (input, call) => {
    const { uid, now } = call;
    const document = await beginExport(uid, now);
    if (!document) {
      const message = `今天已经导出 ${EXPORTS_MAX} 次，请明天再试`;
      return refuse('RATE_LIMITED', {
        message,
        limit: EXPORTS_MAX,
        remaining: 0,
        retryAt: nextMidnight(now),
      });
    }
    const { files: written, left } = await writeParts(document, input, call);
    const total = written.reduce((sum, { items }) => sum + items, 0);
    if (total === 0) {
      await dropExport(document._id);
      const message = left > 0 ? '这些都没有链接，请选别的格式' : '没有可以导出的内容';
      return refuse('NOT_FOUND', { message });
    }
    const { exportId, expiresAt } = document;
    const files = await filesOf(written, input.format, now);
    const view: ExportView = { exportId, format: input.format, files, total, left, expiresAt };
    return done(view);
  },
});
