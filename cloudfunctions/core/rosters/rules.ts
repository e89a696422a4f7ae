import type { RosterRow, RosterView } from '../../../typings/contract/notices';
import { coreName, partsOf, sameName } from './names';

/** An entry of the chain, as far as a roster is concerned. */
export interface Answered {
  entryId: string;
  name: string;
  status: 'in' | 'waiting' | 'asking';
}

/** Entries that may be meant by one name of the roster. */
const SIMILAR_MAX = 5;

/** Whether a name of the roster is that of one of the entries. */
export function answersOf(entryNames: Iterable<string>): (name: string) => boolean {
  const answered = new Set([...entryNames].map(sameName));
  return name => answered.has(sameName(name));
}

/** Of names by their cores: those that contain one of `known` with something added. */
function longerThan(known: Set<string>, cores: Iterable<string>): Map<string, string[]> {
  const longer = new Map([...known].map(core => [core, [] as string[]]));
  for (const core of cores) for (const part of partsOf(core)) if (part !== core) longer.get(part)?.push(core);
  return longer;
}

/**
 * Names of entries that may be meant by these names, by the names' cores: those that have the same core, or of which one is in the
 * other. Each name is looked up by its parts, because 2,000 names have 4,000,000 pairs.
 */
function similarNames(names: string[], entries: Answered[]): Map<string, string[]> {
  const similar = new Map(names.map(name => [coreName(name), [] as string[]]));
  const cores = entries.map(({ name }) => coreName(name));
  const longer = longerThan(new Set(cores), similar.keys());
  for (const [index, core] of cores.entries())
    for (const one of [...partsOf(core), ...(longer.get(core) ?? [])]) {
      const found = similar.get(one);
      if (found && found.length < SIMILAR_MAX) found.push(entries[index]?.name ?? '');
    }
  return similar;
}

/** Each name of the roster with the entry of the same name; entries that nobody is matched with are offered to the others. */
export function rosterView(names: string[], entries: Answered[]): RosterView {
  const byName = new Map([...entries].reverse().map(entry => [sameName(entry.name), entry]));
  const listed = new Set(names.map(sameName));
  const others = entries.filter(({ name }) => !listed.has(sameName(name)));
  const missing = names.filter(name => !byName.has(sameName(name)));
  const similarTo = similarNames(missing, others);
  const rows = names.map((name): RosterRow => {
    const found = byName.get(sameName(name));
    if (found) return { name, status: found.status, entryId: found.entryId };
    const similar = similarTo.get(coreName(name)) ?? [];
    return { name, status: 'unanswered', ...(similar.length > 0 && { similar }) };
  });
  const unanswered = missing.length;
  return { rows, answered: rows.length - unanswered, unanswered, others: others.length };
}
