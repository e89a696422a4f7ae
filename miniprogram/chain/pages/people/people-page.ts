import type { ChainView } from '../../../../typings/contract/chains';
import type { ItemRow } from '../../../view/item-row';
import type { WindowedRows } from '../../../view/windowed-rows';
import type { Person } from '../../view/people-screen';

/** What the parts of the organizers' list know of the whole. */
export interface PeoplePage {
  data: { selecting: boolean; busy: boolean; asking: boolean };
  setData(data: Record<string, unknown>): void;
  chainId: string;
  chain: ChainView | undefined;
  list: WindowedRows<Person, ItemRow> | undefined;
  /** Ticked. */
  ids: string[];
  load(): Promise<void>;
}
