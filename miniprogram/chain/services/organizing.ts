import type { DataOf, InputOf, Reply } from '../../../typings/contract/api';
import type { ChainChanges, ChainDraft } from '../../../typings/contract/fields';
import type { Audience } from '../../../typings/contract/notices';
import type { SheetFormat } from '../../../typings/contract/sheets';
import { call } from '../../services/cloud';
import { uploadTo } from '../../services/uploads';

/** Limits of the contract: characters of a pasted 接龙, pictures of a chain, entries named in one call. */
export const MAX_PASTE = 60_000;
export const MAX_PICTURES = 9;
export const MAX_ENTRIES = 100;

export const parseChain = (text: string) => call('chains.parse', { text });

export const createChain = (requestId: string, draft: ChainDraft) =>
  call('chains.create', { requestId, draft });

type Lines = InputOf<'chains.enterLines'>['lines'];

/** With a remark of 200 characters behind every name this many lines stay below the 100 KB of one call. */
const LINES_A_CALL = 100;

/**
 * Enters people in their order; stops at the first call that fails. The same request id enters the same line once, so all of
 * them may be sent again.
 */
export async function enterLines(
  chainId: string,
  requestId: string,
  lines: Lines,
): Promise<Reply<DataOf<'chains.enterLines'>>> {
  const all = { entered: 0, waiting: 0, refused: 0 };
  let now = Date.now();
  for (let from = 0; from < lines.length; from += LINES_A_CALL) {
    const reply = await call('chains.enterLines', {
      chainId,
      requestId: `${requestId}-${from}`,
      lines: lines.slice(from, from + LINES_A_CALL),
    });
    if (!reply.ok) return reply;
    all.entered += reply.data.entered;
    all.waiting += reply.data.waiting;
    all.refused += reply.data.refused;
    now = reply.now;
  }
  return { ok: true, data: all, now };
}

export const editChain = (chainId: string, rev: number, changes: ChainChanges, toWaitlist?: string[]) =>
  call('chains.edit', { chainId, rev, changes, ...(toWaitlist === undefined ? {} : { toWaitlist }) });

export const duplicateChain = (chainId: string) => call('chains.duplicate', { chainId });

export const steerChain = (chainId: string, to: 'open' | 'closed' | 'cancelled', reason?: string) =>
  call('chains.steer', { chainId, to, ...(reason === undefined ? {} : { reason }) });

/** To 最近删除, for 72 h. Ask twice before. */
export const trashChain = (chainId: string) => call('chains.trash', { chainId });

export const announce = (chainId: string, text: string) => call('chains.announce', { chainId, text });

export const appointStaff = (input: InputOf<'chains.appoint'>) => call('chains.appoint', input);

export const handOverChain = (chainId: string, uid: string) =>
  call('chains.transfer', { chainId, uid, confirmed: true });

export const listHistory = (chainId: string, cursor?: string) =>
  call('chains.history', { chainId, ...(cursor === undefined ? {} : { cursor }) });

export const removeEntry = (chainId: string, entryId: string, reason: string) =>
  call('chains.remove', { chainId, entryId, reason });

export const decideEntries = (input: InputOf<'chains.decide'>) => call('chains.decide', input);

export const markPaid = (input: InputOf<'chains.markPaid'>) => call('chains.markPaid', input);

export const noteEntry = (chainId: string, entryId: string, note: string) =>
  call('chains.note', { chainId, entryId, note });

export const showRoster = (chainId: string) => call('chains.roster', { chainId });

export const setRoster = (chainId: string, text: string) => call('chains.setRoster', { chainId, text });

export const previewReminder = (chainId: string, audience: Audience) =>
  call('chains.previewReminder', { chainId, audience });

export const remind = (input: InputOf<'chains.remind'>) => call('chains.remind', input);

export const exportSheet = (chainId: string, format: SheetFormat) =>
  call('chains.export', { chainId, format });

export const showCode = (chainId: string) => call('chains.code', { chainId });

/** Cloud file id of a picture, or undefined when it could not be sent. */
export async function uploadPicture(path: string): Promise<string | undefined> {
  return uploadTo('chains', path, /\.(png|jpe?g|gif|webp)$/i.exec(path)?.[1] ?? 'jpg');
}

export const showStatistics = (chainId: string) => call('chains.statistics', { chainId });
