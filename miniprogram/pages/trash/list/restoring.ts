import type { Reply } from '../../../../typings/contract/api';
import { trash as copy } from '../../../copy/trash';
import type { Told, Touched } from '../../../platform/events';
import { toast } from '../../../platform/toast';
import { undoBatch } from '../../../services/batches';
import { restoreTrash } from '../../../services/trash';
import { grouped } from '../../../view/numbers';
import { refusalText } from '../../../view/refusal';
import { batchPick } from '../../../view/trash-row';
import type { TrashPage } from './trash-page';

interface RestoringPage extends TrashPage {
  restore(ids: string[]): Promise<void>;
  restoreBatch(batchId: string): Promise<void>;
  act(action: () => Promise<Reply<{ restored: number; gone: number }>>): Promise<boolean>;
}

/** Back into the lists: one, several, or a whole batch. */
export const restoring = {
  onRestoreOne(this: RestoringPage, event: Touched<{ id: string }>): void {
    void this.restore([event.currentTarget.dataset.id]);
  },
  onRestoreChosen(this: RestoringPage): void {
    void this.restore(this.ids);
  },
  async restore(this: RestoringPage, ids: string[]): Promise<void> {
    if (ids.length === 0 || !(await this.act(() => restoreTrash(ids)))) return;
    this.setData({ selecting: false });
    this.drop(ids);
    void this.load();
  },

  onRestoreBatch(this: RestoringPage): void {
    if (this.data.banner !== null) void this.restoreBatch(this.data.banner.id);
  },
  onMoreBatches(this: RestoringPage): void {
    this.setData({ pick: batchPick(this.banners), pickOpen: true });
  },
  onPick(this: RestoringPage, event: Told<{ id: string }>): void {
    this.setData({ pickOpen: false });
    void this.restoreBatch(event.detail.id);
  },
  onPickDismiss(this: RestoringPage): void {
    this.setData({ pickOpen: false });
  },
  async restoreBatch(this: RestoringPage, batchId: string): Promise<void> {
    await this.act(() => undoBatch(batchId));
    void this.load();
  },

  /** One at a time; says what came back. */
  async act(
    this: RestoringPage,
    action: () => Promise<Reply<{ restored: number; gone: number }>>,
  ): Promise<boolean> {
    if (this.data.busy) return false;
    this.setData({ busy: true });
    const reply = await action();
    this.setData({ busy: false });
    if (!reply.ok) {
      toast(refusalText(reply.error, reply.now));
      return false;
    }
    const { restored, gone } = reply.data;
    const text = gone > 0 ? copy.restoredSome(restored, gone) : copy.restored(grouped(restored));
    this.setData({ noticeText: text });
    return true;
  },
};
