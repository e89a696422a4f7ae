import type { ImportRow, ImportView, RowOutcome, RowVerdict } from '../../typings/contract/imports';
import type { ItemKind } from '../../typings/contract/items';
import { kinds } from '../copy/common';
import { formats, imports, rowOutcomes, verdicts } from '../copy/imports';
import { avatarOf } from './avatar';
import type { Chip } from './item-query';
import type { ItemRow, RowTag } from './item-row';
import { grouped } from './numbers';

/** A row of the preview or of the result. Its id is its number in the source. */
export interface ImportShown extends ItemRow {
  outcome: RowTag;
}

const order: readonly RowVerdict[] = ['new', 'duplicate', 'trashed', 'bad'];
const outcomeOrder: readonly RowOutcome[] = ['added', 'merged', 'restored', 'skipped', 'failed'];

/** Rows that went in; what was said of them before is over. */
const SETTLED: readonly (RowOutcome | undefined)[] = ['added', 'merged', 'restored'];

function tagOf({ verdict, outcome }: ImportRow, takenBack: boolean): RowTag {
  if (outcome === undefined) return verdicts[verdict];
  return outcome === 'added' && takenBack ? imports.takenBack : rowOutcomes[outcome];
}

/** In large letters a reason takes the place of the row's number. `takenBack`: an undo took all that was added. */
export function importRow(row: ImportRow, big: boolean, takenBack = false): ImportShown {
  const tag = tagOf(row, takenBack);
  const reason = SETTLED.includes(row.outcome) ? undefined : row.reason;
  const number = big && reason !== undefined ? '' : imports.rowNumber(row.row);
  const parts = [number, reason ?? row.tags.join('、')].filter(text => text !== '');
  return {
    id: String(row.row),
    name: row.name,
    ...avatarOf(row.name),
    line: parts.join(' · '),
    tags: [],
    checked: false,
    outcome: { text: tag.text, tone: tag.tone, ...(big && { below: true as const }) },
  };
}

export const kindChips = (chosen: ItemKind): Chip[] =>
  (Object.keys(kinds) as ItemKind[]).map(id => ({ id, text: kinds[id].name, on: id === chosen }));

/** Chips that show only rows of one verdict; those without any are left out. */
export const verdictChips = (counts: Record<RowVerdict, number>, chosen: RowVerdict | undefined): Chip[] =>
  order
    .filter(verdict => counts[verdict] > 0)
    .map(id => ({ id, text: `${verdicts[id].text} ${grouped(counts[id])}`, on: id === chosen }));

export interface ImportSummary {
  found: string;
  format: string;
  /** What the file brings beside rows; blank when nothing. */
  person: string;
  commitText: string;
  canCommit: boolean;
  hasTrashed: boolean;
  /** Heading once it is over. */
  over: string;
  result: string;
  canRetry: boolean;
  canUndo: boolean;
}

function personText({ settings, nickname, contacts }: NonNullable<ImportView['person']>): string {
  const { brings } = imports;
  const parts = [
    ...(settings ? [brings.settings] : []),
    ...(nickname ? [brings.nickname] : []),
    ...(contacts > 0 ? [brings.contacts(grouped(contacts))] : []),
  ];
  return parts.length > 0 ? brings.all(parts.join('、')) : '';
}

function commitText(view: ImportView, restoreTrashed: boolean): string {
  const { counts } = view;
  const adding = counts.new + (restoreTrashed ? counts.trashed : 0);
  if (adding > 0) return imports.commit(grouped(adding));
  if (counts.duplicate > 0) return imports.commitMerge;
  return view.person === undefined ? imports.commitNone : imports.brings.commit;
}

export function importSummary(view: ImportView, restoreTrashed: boolean): ImportSummary {
  const { counts, outcomes } = view;
  const done = outcomeOrder.filter(outcome => outcomes[outcome] > 0);
  const results = done.map(outcome => rowOutcomes[outcome].count(grouped(outcomes[outcome])));
  const undone = view.state === 'undone';
  return {
    found: imports.found(grouped(view.total)),
    format: imports.format(formats[view.format]),
    person: view.person === undefined ? '' : personText(view.person),
    commitText: commitText(view, restoreTrashed),
    canCommit:
      view.person !== undefined || counts.new + counts.duplicate + (restoreTrashed ? counts.trashed : 0) > 0,
    hasTrashed: counts.trashed > 0,
    over: undone ? imports.undoneTitle : imports.doneTitle,
    result: undone ? imports.undone(grouped(view.removed ?? 0)) : results.join('，'),
    canRetry: view.state === 'done' && outcomes.failed > 0,
    canUndo: (view.state === 'done' || view.state === 'undoing') && outcomes.added > 0,
  };
}

/** Nothing of what an undone import added is left: single rows can say so. */
export const isTakenBack = (view: ImportView | undefined): boolean =>
  view?.state === 'undone' && view.removed === view.outcomes.added;
