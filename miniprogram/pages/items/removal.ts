import type { BatchView, Selection } from '../../../typings/contract/batches';
import type { ItemKind } from '../../../typings/contract/items';
import { currentLook } from '../../components/appearance/appearance';
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

/** What was asked about: the frozen batch and the selection it was made from. */
export interface Asked {
  batchId: string;
  kind: ItemKind;
  selection: Selection;
}

interface RemovingPage {
  data: ConfirmData;
  setData(data: Partial<ConfirmData>): void;
  asked: Asked | undefined;
  askRemoval(kind: ItemKind, selection: Selection): Promise<void>;
  /** The batch runs or has run. */
  onRemoved(batch: BatchView, asked: Asked): unknown;
}

/** The second confirmation, for every page that removes items: `askRemoval` opens it. */
export const removing = {
  asked: undefined as Asked | undefined,

  /** Freezes the selection and opens the sheet; says so when that is refused. */
  async askRemoval(this: RemovingPage, kind: ItemKind, selection: Selection): Promise<void> {
    if (this.data.preparing) return;
    this.setData({ preparing: true });
    const reply = await previewBatch(kind, selection);
    this.setData({ preparing: false });
    if (!reply.ok) {
      toast(refusalText(reply.error, reply.now));
      return;
    }
    this.asked = { batchId: reply.data.batchId, kind, selection };
    this.setData({ asking: true, confirm: confirmView(reply.data, reply.now, currentLook().big) });
  },

  onDismiss(this: RemovingPage): void {
    this.setData({ asking: false });
  },

  /** Where the frozen list was too old it is made and shown anew. */
  async onConfirm(this: RemovingPage): Promise<void> {
    const { asked } = this;
    if (asked === undefined) return;
    this.setData({ confirming: true });
    const reply = await commitBatch(asked.batchId);
    this.setData({ confirming: false });
    if (reply.ok) {
      this.setData({ asking: false });
      await this.onRemoved(reply.data, asked);
      return;
    }
    const expired = reply.error.code === 'GONE' || reply.error.code === 'NOT_FOUND';
    toast(expired ? copy.expired : refusalText(reply.error, reply.now));
    if (expired) await this.askRemoval(asked.kind, asked.selection);
  },
};

/** Waits for a batch of one; it takes one slice. */
export async function finishSmall(batch: BatchView): Promise<BatchView> {
  if (batch.state !== 'running') return batch;
  const reply = await advanceBatch(batch.batchId);
  return reply.ok ? reply.data : batch;
}
