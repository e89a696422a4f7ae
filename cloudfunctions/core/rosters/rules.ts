import type { RosterRow, RosterView } from '../../../typings/contract/notices';
import { areSimilar, sameName } from './names';

/** An entry of the chain, as far as a roster is concerned. */
export interface Answered {
  entryId: string;
  name: string;
  status: 'in' | 'waiting' | 'asking';
}

/** Entries that may be meant by one name of the roster. */
const SIMILAR_MAX = 5;

/** Each name of the roster with the entry of the same name; entries that nobody is matched with are offered to the others. */
export function rosterView(names: string[], entries: Answered[]): RosterView {
  const byName = new Map([...entries].reverse().map(entry => [sameName(entry.name), entry]));
  const listed = new Set(names.map(sameName));
  const others = entries.filter(({ name }) => !listed.has(sameName(name)));
  const rows = names.map((name): RosterRow => {
    const found = byName.get(sameName(name));
    if (found) return { name, status: found.status, entryId: found.entryId };
    const similar = others.filter(other => areSimilar(name, other.name)).slice(0, SIMILAR_MAX);
    return {
      ...{ name, status: 'unanswered' },
      ...(similar.length > 0 && { similar: similar.map(other => other.name) }),
    };
  });
  const answered = rows.filter(({ status }) => status !== 'unanswered').length;
  return { rows, answered, unanswered: rows.length - answered, others: others.length };
}
