import type { ItemKind, SilentDays, Suggestion, SuggestionReason } from '../../../typings/contract/items';

/** Counts over the live items of one kind, as suggestions need them. */
export interface KindCounts {
  kind: ItemKind;
  total: number;
  reasons: Record<SuggestionReason, number>;
  oldestReadAt?: number;
}

const FILTERS: Record<SuggestionReason, (days: SilentDays) => Suggestion['filter']> = {
  silent: silentDays => ({ silence: 'silent', silentDays }),
  'advert-heavy': () => ({ marked: 'advert-heavy' }),
  outdated: () => ({ marked: 'outdated' }),
  dead: () => ({ dead: true }),
  duplicate: () => ({ duplicate: true }),
  frequent: () => ({ frequent: true }),
  unopened: () => ({ unopened: true }),
};

/** In order of how sure the reason is; each with the filter that shows exactly the items it counted. */
export function suggestionsFor(counts: KindCounts[], days: SilentDays): Suggestion[] {
  const reasons = Object.keys(FILTERS) as SuggestionReason[];
  const all = reasons.flatMap(reason => counts.map(kind => ({ reason, ...kind })));
  return all.flatMap(({ reason, kind, reasons: numbers, oldestReadAt }) => {
    const count = numbers[reason];
    if (count === 0) return [];
    const suggestion = { reason, kind, count, filter: FILTERS[reason](days) };
    return [reason === 'silent' && oldestReadAt !== undefined ? { ...suggestion, oldestReadAt } : suggestion];
  });
}
