import type { ItemFilter, ItemSort } from '../../../../typings/contract/items';
import { knownSettings } from '../../../components/appearance/appearance';
import { sorts } from '../../../copy/items';
import type { Told } from '../../../platform/events';
import { choose } from '../../../platform/toast';
import { toggleChip, withQuery } from '../../../view/item-query';
import { nothingChosen } from '../../../view/selection';
import type { ListPage } from './list-page';

/** Pause after a key before the cloud is asked, ms. */
const TYPING_MS = 250;

interface AskingPage extends ListPage {
  typing: ReturnType<typeof setTimeout> | undefined;
  ask(filter: ItemFilter): void;
  onClearAll(): void;
}

/** What the list is asked for: words, conditions, order. */
export const asking = {
  typing: undefined as ReturnType<typeof setTimeout> | undefined,

  /** A new question: ticks made for the old one would silently change meaning, so they go. */
  ask(this: AskingPage, filter: ItemFilter): void {
    this.filter = filter;
    if (this.data.selecting) this.choice = nothingChosen;
    void this.load();
    this.paintChoice();
  },

  onQuery(this: AskingPage, event: Told<{ value: string }>): void {
    const { value } = event.detail;
    this.setData({ query: value });
    if (this.typing !== undefined) clearTimeout(this.typing);
    this.typing = setTimeout(() => this.ask(withQuery(this.filter, value)), TYPING_MS);
  },
  onClearQuery(this: AskingPage): void {
    this.setData({ query: '' });
    this.ask(withQuery(this.filter, ''));
  },
  onClearAll(this: AskingPage): void {
    this.setData({ query: '' });
    this.ask({});
  },
  onChip(this: AskingPage, event: Told<{ id: string }>): void {
    const days = this.filter.silentDays ?? knownSettings().silentDays;
    this.ask(toggleChip(this.filter, event.detail.id, days));
  },
  onFilterToggle(this: AskingPage): void {
    this.setData({ filterOpen: !this.data.filterOpen });
  },
  async onSort(this: AskingPage): Promise<void> {
    const names = Object.keys(sorts) as ItemSort[];
    const sort = names[(await choose(names.map(name => sorts[name]))) ?? -1];
    if (sort === undefined) return;
    this.sort = sort;
    this.setData({ sortName: sorts[sort] });
    void this.load();
  },
};
