import type { Reply } from '../../typings/contract/api';
import type { ItemFacets } from '../../typings/contract/items';

/**
 * The numbers beside a list, asked for after its rows: counting takes the server longer and must hold up nothing.
 * A number that could be wrong is absent: while it is being counted anew, and when that failed.
 */
export class ItemCounts {
  /** Of the whole kind, for the filter chips. */
  facets: ItemFacets | undefined;
  /** How many match the question. */
  matching: number | undefined;
  private turn = 0;

  /** The question has changed: answers on their way are to another one. */
  forget(): void {
    this.turn += 1;
    this.matching = undefined;
  }

  /** False when a newer question came in between and this answer was dropped. */
  async ask(load: () => Promise<Reply<ItemFacets>>): Promise<boolean> {
    this.turn += 1;
    const { turn } = this;
    const reply = await load();
    if (turn !== this.turn) return false;
    this.facets = reply.ok ? reply.data : undefined;
    this.matching = reply.ok ? reply.data.matching : undefined;
    return true;
  }
}
