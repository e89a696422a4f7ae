import type { Reply } from '../../../../typings/contract/api';
import { trash as copy } from '../../../copy/trash';
import type { Told, Touched } from '../../../platform/events';
import { toast } from '../../../platform/toast';
import { undoBatch } from '../../../services/batches';
import { restoreChains } from '../../../services/chains';
import { restoreTrash } from '../../../services/trash';
import { grouped } from '../../../view/numbers';
import { refusalText } from '../../../view/refusal';
import { batchPick } from '../../../view/trash-row';
import type { TrashPage } from './trash-page';

interface RestoringPage extends TrashPage {
  restore(ids: string[]): Promise<void>;
  restoreBatch(batchId: string): Promise<void>;
  act(action: () => Promise<Reply<Restored>>, words?: typeof itemWords): Promise<boolean>;
}

interface Restored {
  restored: number;
  gone: number;
}

const itemWords = { all: copy.restored, some: copy.restoredSome };
const chainWords = { all: copy.chainRestored, some: copy.chainRestoredSome };

async function bringBackChains(ids: string[]): Promise<Reply<Restored>> {
  const reply = await restoreChains(ids);
  return reply.ok ? { ...reply, data: { restored: reply.data.done, gone: reply.data.gone } } : reply;
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
    if (ids.length === 0) return;
    const done =
      this.filter === 'chain'
        ? await this.act(() => bringBackChains(ids), chainWords)
        : await this.act(() => restoreTrash(ids));
    if (!done) return;
    this.setData({ selecting: false });
    this.drop(ids);
    void this.load();
  },

  /** Out of the group above the items. */
  async onRestoreChain(this: RestoringPage, event: Touched<{ id: string }>): Promise<void> {
    await this.act(() => bringBackChains([event.currentTarget.dataset.id]), chainWords);
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
    action: () => Promise<Reply<Restored>>,
    words = itemWords,
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
    const text = gone > 0 ? words.some(restored, gone) : words.all(grouped(restored));
    this.setData({ noticeText: text });
    return true;
  },
};
