import { canonicalUrl } from '../items/canonical-url';
import type { ItemDocument } from '../items/document';
import { changeItem } from '../items/store';
import { groupsOf } from '../platform/groups';
import { describeLink } from './describing';
import { isAllowed } from './hosts';
import { internet, type Net } from './net';
import { describedUpdate } from './outcome';
import { findDue } from './store';

/** Items a run looks at: nobody waits for them, and the sites are not ours. */
const RUN_MAX = 20;
/** Pages asked for at once. */
const AT_ONCE = 4;

async function look(item: ItemDocument, now: number, net: Net): Promise<boolean> {
  const { _id, owner, rev, describeAt, url } = item;
  const canonical = url === undefined ? undefined : canonicalUrl(url);
  const isHopeful = url !== undefined && canonical !== undefined && isAllowed(new URL(url));
  const link = isHopeful ? await describeLink(canonical, url, net) : 'hopeless';
  // Only while nobody changed it and no other run was faster: then it is due again, or its owner named it.
  const changed = await changeItem(owner, _id, { rev, describeAt }, describedUpdate(item, link, now));
  return changed !== undefined;
}

/** Names items that came with nothing but a link: one request, and one an item. */
export async function describeDue(now: number, deadline: number, net: Net = internet): Promise<number> {
  const due = await findDue(now, RUN_MAX);
  let described = 0;
  for (const group of groupsOf(due, AT_ONCE)) {
    if (Date.now() + net.totalMs > deadline) break;
    const looked = await Promise.all(group.map(item => look(item, now, net)));
    described += looked.filter(Boolean).length;
  }
  return described;
}
