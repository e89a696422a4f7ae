import { currentLook, nameRoom } from '../../../components/appearance/appearance';
import { trash as copy } from '../../../copy/trash';
import { listChains } from '../../../services/chains';
import type { Chip } from '../../../view/item-query';
import { grouped } from '../../../view/numbers';
import { fitted } from '../../../view/row-room';
import {
  chainTrashRow,
  type TrashedChain,
  type TrashFilter,
  type TrashRow,
  trashChips,
  trashedChains,
} from '../../../view/trash-row';

/** Above the items only the newest; all of them have a list of their own. */
const SHOWN = 3;

interface ChainGroupPage {
  data: { chainRows: TrashRow[] };
  setData(data: { chips?: Chip[]; chainRows?: TrashRow[]; allChains?: string }): void;
  filter: TrashFilter;
  skew: number;
  chains: TrashedChain[];
  moreChains: boolean;
  /** What the group shows, as text. */
  painted: string;
  paintChains(): void;
  show(filter: TrashFilter): void;
}

/** Deleted chains above the deleted items. */
export const chainGroup = {
  chains: [] as TrashedChain[],
  /** There are more than the first page. */
  moreChains: false,
  painted: '',

  /** The items do not wait for what the other function says, and do not fail with it. */
  async loadChains(this: ChainGroupPage): Promise<void> {
    const reply = await listChains('trashed', '');
    if (!reply.ok) return;
    this.chains = trashedChains(reply.data.items);
    this.moreChains = reply.data.cursor !== undefined;
    this.paintChains();
  },
  /** Called every second: what did not change is not sent. */
  paintChains(this: ChainGroupPage): void {
    const now = Date.now() + this.skew;
    const live = this.chains.filter(({ purgeAt }) => purgeAt > now);
    const shown = this.filter === 'all' ? live.slice(0, SHOWN) : [];
    const count = `${grouped(live.length)}${this.moreChains ? '+' : ''}`;
    const view = {
      chips: trashChips(this.filter, count),
      chainRows: shown.map(chain => fitted(chainTrashRow(chain, now, currentLook().big, false), nameRoom())),
      allChains: live.length > shown.length && shown.length > 0 ? copy.allChains(count) : '',
    };
    const painted = JSON.stringify(view);
    if (painted === this.painted) return;
    this.painted = painted;
    this.setData(view);
  },
  /** Of what the group takes above the items, px: rows only, the rest is less than what is drawn in spare. */
  groupHeight(this: ChainGroupPage): number {
    const look = currentLook();
    return this.data.chainRows.length * (look.big ? look.actionRowHeight : look.rowHeight);
  },
  onAllChains(this: ChainGroupPage): void {
    this.show('chain');
  },
};
