import type { LinkView } from '../../../typings/contract/links';
import { fetchPage } from './fetching';
import { internet, type Net } from './net';
import { readFacts } from './page';

/**
 * What a link says of itself. Never throws and takes at most 4 s: off-line, unlisted or unreadable, the link itself
 * is all there is.
 * @param url canonical, as the answer names it; `from`: the address to ask, where that differs.
 */
export async function describeLink(url: string, from = url, net: Net = internet): Promise<LinkView> {
  const address = new URL(from);
  const fetched = await fetchPage(address, net);
  if (fetched === 'gone') return { url, found: false, dead: true };
  if (fetched === 'unreadable') return { url, found: false, dead: false };
  const { isGone, ...facts } = readFacts(fetched.html, address);
  if (isGone) return { url, found: false, dead: true };
  return facts.title === undefined
    ? { url, found: false, dead: false }
    : { url, found: true, ...facts, dead: false };
}
