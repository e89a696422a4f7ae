import type { ChainView } from '../../../../typings/contract/chains';
import type { EntryFilter, EntryReply, EntryView } from '../../../../typings/contract/entries';
import type { Chip } from '../../../view/item-query';
import type { WindowedRows } from '../../../view/windowed-rows';
import type { blankDetail } from '../../view/detail-data';
import type { EntryRow } from '../../view/entry-row';

export type ListedEntry = EntryView & { id: string };

/** What the parts of a chain's screen know of the whole. */
export interface DetailPage {
  data: typeof blankDetail;
  setData(data: Partial<typeof blankDetail> & { chips?: Chip[] }, after?: () => void): void;
  createSelectorQuery(): WechatMiniprogram.SelectorQuery;
  /** As the address names it: a chain, or a recurring one with the day of a round. */
  asked: { id: string; round: string | undefined };
  chain: ChainView | undefined;
  list: WindowedRows<ListedEntry, EntryRow> | undefined;
  filter: EntryFilter;
  /** The server's clock minus the phone's, ms. */
  skew: number;
  serverNow(): number;
  isNarrowed(): boolean;
  load(): Promise<void>;
  paint(chain: ChainView): void;
  /** One of my entries or one in the list. */
  entryOf(id: string): EntryView | undefined;
  /** What a call that changed one entry answered: shown at once, the list asked for anew. */
  onChanged(reply: EntryReply): void;
}
