import { currentLook } from '../../../components/appearance/appearance';
import { list as copy } from '../../../copy/items';
import { toast } from '../../../platform/toast';
import { choiceView } from '../../../view/items-screen';
import {
  type Choice,
  chosenCount,
  everythingChosen,
  isChosen,
  MAX_BATCH,
  nothingChosen,
  toggle,
  toSelection,
} from '../../../view/selection';
import type { ListPage } from './list-page';

interface SelectingPage extends ListPage {
  showTicks(selecting: boolean): void;
  isTicked(id: string): boolean;
  matching(): number | undefined;
}

/** Ticks, by hand or for everything that matches, and the bar below them. */
export const selecting = {
  choice: nothingChosen as Choice,

  onSelect(this: SelectingPage): void {
    this.startSelecting(nothingChosen);
  },
  startSelecting(this: SelectingPage, choice: Choice): void {
    this.choice = choice;
    this.showTicks(true);
    this.paintChoice();
  },
  onExit(this: SelectingPage): void {
    this.choice = nothingChosen;
    this.showTicks(false);
  },
  /** In large letters rows are lower while selecting: the row under the finger must not run away. */
  showTicks(this: SelectingPage, selecting: boolean): void {
    const change = () => this.setData({ selecting, undoText: '', swiped: '', pickOpen: false });
    const scrollTop = this.list?.keepPlace(change);
    if (currentLook().big && scrollTop !== undefined) this.setData({ scrollTop });
  },
  onAll(this: SelectingPage): void {
    const { all } = this.choice;
    this.choice = all && this.choice.except.length === 0 ? nothingChosen : everythingChosen;
    this.list?.repaint();
    this.paintChoice();
  },
  tick(this: SelectingPage, id: string): void {
    this.choice = toggle(this.choice, id);
    const index = this.list?.drawnIndex(id) ?? -1;
    if (index >= 0) this.setData({ [`rows[${index}].checked`]: this.isTicked(id) });
    this.paintChoice();
  },
  isTicked(this: SelectingPage, id: string): boolean {
    return isChosen(this.choice, id);
  },
  /** Rows that are all there need no counting. */
  matching(this: SelectingPage): number | undefined {
    return this.counts.matching ?? (this.list?.isEnded ? this.list.items.length : undefined);
  },
  paintChoice(this: SelectingPage): void {
    this.setData(choiceView(this.choice, this.matching(), this.kind));
  },

  async onRemove(this: SelectingPage): Promise<void> {
    const count = chosenCount(this.choice, this.matching());
    if (count === 0) return;
    if (count !== undefined && count > MAX_BATCH) toast(copy.tooMany);
    else await this.askRemoval(this.kind, toSelection(this.choice, this.filter));
  },
};
