import type { ChainView } from '../../../../typings/contract/chains';
import type { TextAsk } from '../../view/text-ask';

/** What the parts of the panel know of the whole. */
export interface PanelPage {
  data: { busy: boolean; asking: boolean; ask: TextAsk };
  setData(data: Record<string, unknown>): void;
  chain: ChainView | undefined;
  load(): Promise<void>;
  take(chain: ChainView): void;
}
