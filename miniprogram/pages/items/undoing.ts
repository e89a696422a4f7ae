import { list as copy } from '../../copy/items';
import { toast } from '../../platform/toast';
import { undoBatch } from '../../services/batches';
import { grouped } from '../../view/numbers';
import { refusalText } from '../../view/refusal';

interface UndoingPage {
  setData(data: { undoText: string; undoMore?: string }): void;
  undoId: string;
  /** Something came back. */
  onUndone(): unknown;
}

/** The bar that offers to take the last step back, for every page with an undo-bar. */
export const undoing = {
  /** The batch that the bar would take back. */
  undoId: '',

  /** `undoMore` leads to the screen of the batch; blank: only back. */
  offerUndo(this: UndoingPage, batchId: string, undoText: string, undoMore = ''): void {
    this.undoId = batchId;
    this.setData({ undoText, undoMore });
  },
  async onUndo(this: UndoingPage): Promise<void> {
    this.setData({ undoText: '' });
    const reply = await undoBatch(this.undoId);
    toast(reply.ok ? copy.restored(grouped(reply.data.restored)) : refusalText(reply.error, reply.now));
    await this.onUndone();
  },
  onUndoClose(this: UndoingPage): void {
    this.setData({ undoText: '' });
  },
};
