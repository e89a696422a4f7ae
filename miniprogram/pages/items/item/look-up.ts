import type { ItemFilter, ItemView } from '../../../../typings/contract/items';
import { listItems } from '../../../services/items';
import { foldedName, isTwin } from '../../../view/list-row';

/** Characters of a query the server takes. */
const QUERY_MAX = 60;
/** So many characters begin the names of twins alike: further on a blank or a bracket may be in the way. */
const TWIN_CHARACTERS = 2;

async function listed(item: ItemView, filter: ItemFilter): Promise<ItemView[]> {
  const reply = await listItems({ kind: item.kind, filter, sort: 'name', limit: 100 });
  return reply.ok ? reply.data.items : [];
}

/** Live items of the same kind and name, the item itself among them; none when that cannot be asked. */
export async function twinsOf(item: ItemView): Promise<ItemView[]> {
  const query = foldedName(item.name).slice(0, TWIN_CHARACTERS);
  const found = await listed(item, { duplicate: true, query });
  return found.filter(other => isTwin(item, other));
}

/** The item as it is now, after another device was first; undefined when it is not there under its name. */
export async function freshCopy(item: ItemView): Promise<ItemView | undefined> {
  const found = await listed(item, { query: item.name.slice(0, QUERY_MAX) });
  return found.find(({ id }) => id === item.id);
}
