import type { AccountFile } from '../../../../typings/contract/accounts';
import { fileName } from '../../exports/rules';
import { beginExport, type ExportDocument, noteFile } from '../../exports/store';
import { type CallFacts, defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done, refuse } from '../../gateway/refusal';
import { nextMidnight } from '../../limits/rules';
import { addressesOf, fileIdFor, uploadFile } from '../../platform/storage';
import { PartFile } from '../part-file';
import { readPersonRecord } from '../person-record';
import { readEverything } from '../sections';

/** It reads everything there is. */
const TAKEOUTS_MAX = 3;
const OFFSET_MS = 8 * 3_600_000;

type Written = Pick<AccountFile, 'fileId' | 'bytes'>;

/** Uploads part after part while it reads; only one part is in memory. Each is noted before it is written. */
async function writeParts({ _id, owner, exportId }: ExportDocument, now: number): Promise<Written[]> {
  const file = new PartFile(now, JSON.stringify(await readPersonRecord(owner, now)));
  const files: Written[] = [];
  const upload = async (part: string | undefined): Promise<void> => {
    if (part === undefined) return;
    const path = `exports/${owner}/${exportId}/${files.length + 1}.json`;
    await noteFile(_id, await fileIdFor(path));
    const content = Buffer.from(part);
    files.push({ fileId: await uploadFile(path, content), bytes: content.length });
  };
  for await (const lines of readEverything(owner, now))
    for (const line of lines) await upload(file.add(line));
  await upload(file.take());
  return files;
}

async function named(written: Written[], now: number): Promise<AccountFile[]> {
  const day = new Date(now + OFFSET_MS).toISOString().slice(0, 10);
  const urls = await addressesOf(written.map(({ fileId }) => fileId));
  return written.map((file, index) => {
    const url = urls.get(file.fileId);
    const name = fileName('liyili-json', `全部资料-${day}`, index + 1, written.length);
    return { ...file, name, ...(url !== undefined && { url }) };
  });
}

/** A repeated call makes new files; what an unheard reply left behind expires like all others. */
export const exportAccount = defineAction<'me.export'>({
  who: 'self',
  input: exactObject({}),
  logs: ({ expiresAt }) => ({ what: 'exported', key: String(expiresAt) }),
  run: async (_input, { uid, now }: CallFacts) => {
    const document = await beginExport(uid, now, { kind: 'takeout', max: TAKEOUTS_MAX });
    if (!document) {
      const message = `今天已经导出 ${TAKEOUTS_MAX} 次全部资料，请明天再试`;
      return refuse('RATE_LIMITED', {
        ...{ message, limit: TAKEOUTS_MAX, remaining: 0, retryAt: nextMidnight(now) },
      });
    }
    const files = await named(await writeParts(document, now), now);
    return done({ files, expiresAt: document.expiresAt });
  },
});
