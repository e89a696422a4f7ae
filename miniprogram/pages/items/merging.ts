import type { ItemView } from '../../../typings/contract/items';
import { toast } from '../../platform/toast';
import { mergeItems } from '../../services/items';
import { mergedText } from '../../view/list-row';
import { refusalText } from '../../view/refusal';

/** Limit of one merge. */
const MERGE_MAX = 100;

interface MergingPage {
  offerUndo(batchId: string, text: string): void;
}

/** Items become one, with a way back; the one that was kept, undefined when refused (and said so). */
export async function mergeTwins(
  page: MergingPage,
  twins: readonly ItemView[],
): Promise<ItemView | undefined> {
  const reply = await mergeItems(twins.map(({ id }) => id).slice(0, MERGE_MAX));
  if (!reply.ok) {
    toast(refusalText(reply.error, reply.now));
    return undefined;
  }
  const { batchId, item } = reply.data;
  if (batchId === undefined) toast(mergedText(reply.data));
  else page.offerUndo(batchId, mergedText(reply.data));
  return item;
}
