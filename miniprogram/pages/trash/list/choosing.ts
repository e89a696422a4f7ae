import type { Reply } from '../../../../typings/contract/api';
import { currentLook } from '../../../components/appearance/appearance';
import { common } from '../../../copy/common';
import { trash as copy } from '../../../copy/trash';
import type { Touched } from '../../../platform/events';
import { ask, toast } from '../../../platform/toast';
import { eraseChains } from '../../../services/chains';
import { eraseTrash, MAX_IDS } from '../../../services/trash';
import { grouped } from '../../../view/numbers';
import { refusalText } from '../../../view/refusal';
import type { TrashFilter } from '../../../view/trash-row';
import type { TrashPage } from './trash-page';

interface ChoosingPage extends TrashPage {
  showTicks(selecting: boolean): void;
  toggle(id: string): void;
  onSelect(): void;
  paintChoice(): void;
}

async function erase(ids: string[], filter: TrashFilter): Promise<Reply<{ erased: number }>> {
  if (filter !== 'chain') return eraseTrash(ids);
  const reply = await eraseChains(ids);
  return reply.ok ? { ...reply, data: { erased: reply.data.done } } : reply;
}

/** Ticks, and erasing for good what is ticked. */
export const choosing = {
  ids: [] as string[],

  onRowTap(this: ChoosingPage, event: Touched<{ id: string }>): void {
    if (this.data.selecting) this.toggle(event.currentTarget.dataset.id);
  },
  onRowHold(this: ChoosingPage, event: Touched<{ id: string }>): void {
    if (this.data.selecting) return;
    this.onSelect();
    this.toggle(event.currentTarget.dataset.id);
  },
  toggle(this: ChoosingPage, id: string): void {
    this.ids = this.ids.includes(id)
      ? this.ids.filter(other => other !== id)
      : [...this.ids, id].slice(0, MAX_IDS);
    const index = this.list?.drawnIndex(id) ?? -1;
    if (index >= 0) this.setData({ [`rows[${index}].checked`]: this.ids.includes(id) });
    this.paintChoice();
  },
  onSelect(this: ChoosingPage): void {
    this.ids = [];
    this.showTicks(true);
    this.paintChoice();
  },
  onExit(this: ChoosingPage): void {
    this.ids = [];
    this.showTicks(false);
  },
  /** In large letters rows are lower while selecting: the row under the finger must not run away. */
  showTicks(this: ChoosingPage, selecting: boolean): void {
    const scrollTop = this.list?.keepPlace(() => this.setData({ selecting, noticeText: '' }));
    if (currentLook().big && scrollTop !== undefined) this.setData({ scrollTop });
  },
  paintChoice(this: ChoosingPage): void {
    const count = this.ids.length;
    this.setData({
      chosenText: copy.chosen(count),
      restoreText: copy.restoreChosen(count),
      anyChosen: count > 0,
    });
  },

  /** Asks twice: nothing brings it back. */
  async onErase(this: ChoosingPage): Promise<void> {
    const { ids } = this;
    if (ids.length === 0 || this.data.busy) return;
    if (!(await ask(copy.eraseTitle, copy.eraseText(ids.length), copy.erase, common.back))) return;
    if (!(await ask(copy.eraseAgain, copy.eraseAgainText, copy.erase, common.back))) return;
    const reply = await erase(ids, this.filter);
    toast(reply.ok ? copy.erased(grouped(reply.data.erased)) : refusalText(reply.error, reply.now));
    if (!reply.ok) return;
    this.setData({ selecting: false });
    this.drop(ids);
  },
};
