import { checkTexts } from '../checks/checking';
import { organize } from './changing';
import type { ChainDocument } from './document';
import { textsOf } from './draft';
import type { ChainCall } from './gate';
import { isAtLeast } from './gate';
import { claimCheck } from './store';

/**
 * Asks again about a text that WeChat could not be asked about: in a call of its organizers, who WeChat has just seen. The
 * chain as it is then. One request, two when the text passed.
 */
export async function recheck({ chain, role, openid, now }: ChainCall): Promise<ChainDocument> {
  if (chain.state !== 'checking' || !isAtLeast(role, 'organizer')) return chain;
  if (!(await claimCheck(chain._id, now))) return chain;
  if ((await checkTexts(openid, 'forum', textsOf(chain.settings))) !== 'pass') return chain;
  const match = { state: 'checking', rev: chain.rev };
  return (await organize(chain, match, { $set: { state: 'open' } }, now)) ?? chain;
}
