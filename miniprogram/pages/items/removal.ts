import type { BatchView, Selection } from '../../../typings/contract/batches';
import type { ItemKind } from '../../../typings/contract/items';
import { confirm as copy } from '../../copy/batches';
import { toast } from '../../platform/toast';
import { advanceBatch, commitBatch, previewBatch } from '../../services/batches';
import { type ConfirmView, confirmView, nothingToConfirm } from '../../view/confirm';
import { refusalText } from '../../view/refusal';

/** The part of a page's data that its confirm sheet shows. */
export interface ConfirmData {
  /** The list is being frozen. */
  preparing: boolean;
  asking: boolean;
  confirming: boolean;
  confirm: ConfirmView;
}
export const notAsking: ConfirmData = {
  preparing: false,
  asking: false,
  confirming: false,
  confirm: nothingToConfirm,
};

interface AskingPage {
  setData(data: Partial<ConfirmData>): void;
}

/** Freezes the selection and opens the sheet; the batch id, or undefined when refused (and said so). */
export async function askRemoval(
  page: AskingPage,
  kind: ItemKind,
  selection: Selection,
  big: boolean,
): Promise<string | undefined> {
  page.setData({ preparing: true });
  const reply = await previewBatch(kind, selection);
  page.setData({ preparing: false });
  if (!reply.ok) {
    toast(refusalText(reply.error, reply.now));
    return undefined;
  }
  page.setData({ asking: true, confirm: confirmView(reply.data, reply.now, big) });
  return reply.data.batchId;
}

/** Commits what was confirmed. `expired`: the frozen list was too old, ask again. */
export async function commitRemoval(
  page: AskingPage,
  batchId: string,
): Promise<BatchView | 'expired' | undefined> {
  page.setData({ confirming: true });
  const reply = await commitBatch(batchId);
  page.setData({ confirming: false });
  if (reply.ok) {
    page.setData({ asking: false });
    return reply.data;
  }
  const expired = reply.error.code === 'GONE' || reply.error.code === 'NOT_FOUND';
  toast(expired ? copy.expired : refusalText(reply.error, reply.now));
  return expired ? 'expired' : undefined;
}

/** Waits for a batch of one; it takes one slice. */
export async function finishSmall(batch: BatchView): Promise<BatchView> {
  if (batch.state !== 'running') return batch;
  const reply = await advanceBatch(batch.batchId);
  return reply.ok ? reply.data : batch;
}
