import type { EntryReply } from '../../../typings/contract/entries';
import type { ChainDocument } from '../chains/document';
import { roleOf } from '../chains/roles';
import { chainView } from '../chains/view';
import { done, type Outcome } from '../gateway/refusal';
import type { EntryDocument } from './document';
import { entryView } from './views';

/** Answer to a call that changed one entry: both as their caller sees them now. No request; of `mine` only this entry. */
export async function entryReply(
  chain: ChainDocument,
  entry: EntryDocument,
  { uid, now }: { uid: string; now: number },
): Promise<Outcome<EntryReply>> {
  const view = entryView(entry, { chain, role: roleOf(chain, uid), uid, now });
  const mine = view.mine === 'no' ? [] : [view];
  return done({ entry: view, chain: await chainView(chain, mine, { uid, now }) });
}
