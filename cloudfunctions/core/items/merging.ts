import type { ItemDocument } from './document';
import { mergedTags } from './rules';
import { NOTE_MAX, TAGS_MAX } from './schema';

/** What a merge can change about the item that is kept. */
export type MergedFields = Pick<
  ItemDocument,
  | 'tags'
  | 'addedAt'
  | 'starred'
  | 'marks'
  | 'folder'
  | 'label'
  | 'handle'
  | 'url'
  | 'contentKey'
  | 'note'
  | 'lastReadAt'
  | 'postsPerWeek'
  | 'snapshot'
>;

const byAge = (a: ItemDocument, b: ItemDocument): number => a.addedAt - b.addedAt || (a._id < b._id ? -1 : 1);

/** The one that is kept: protected before others, since it cannot go; then the earliest-added. */
export function keeperOf(items: ItemDocument[]): ItemDocument | undefined {
  const shielded = items.filter(item => item.protected);
  return [...(shielded.length > 0 ? shielded : items)].sort(byAge)[0];
}

/** One note under the other, as far as there is room; what is in there already is not repeated. */
function joined(notes: (string | undefined)[]): string | undefined {
  let all = '';
  for (const note of notes) {
    if (note === undefined || all.includes(note)) continue;
    const longer = all === '' ? note : `${all}\n${note}`;
    if (longer.length <= NOTE_MAX) all = longer;
  }
  return all === '' ? undefined : all;
}

const latest = (instants: (number | undefined)[]): number | undefined => {
  const known = instants.filter(at => at !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
};

/** What the kept item is once it has taken over the others: doing it again changes nothing. */
export function mergedFields(kept: ItemDocument, others: ItemDocument[]): MergedFields {
  const all = [kept, ...[...others].sort(byAge)];
  const firstOf = <K extends keyof ItemDocument>(field: K): ItemDocument[K] | undefined =>
    all.find(item => item[field] !== undefined)?.[field];
  // An address and its key belong together, so both come from the same item.
  const linked = all.find(({ url }) => url !== undefined);
  return {
    tags: mergedTags(
      [],
      all.flatMap(({ tags }) => tags),
      TAGS_MAX,
    ),
    addedAt: Math.min(...all.map(({ addedAt }) => addedAt)),
    starred: all.some(({ starred }) => starred),
    marks: [...new Set(all.flatMap(({ marks }) => marks))],
    folder: firstOf('folder'),
    label: firstOf('label'),
    handle: firstOf('handle'),
    url: linked?.url,
    contentKey: linked?.contentKey,
    note: joined(all.map(({ note }) => note)),
    lastReadAt: latest(all.map(({ lastReadAt }) => lastReadAt)),
    postsPerWeek: firstOf('postsPerWeek'),
    snapshot: firstOf('snapshot'),
  };
}
