import type { BatchView } from '../../typings/contract/batches';
import type { ChainCard } from '../../typings/contract/chains';
import type { ItemKind, TrashView } from '../../typings/contract/items';
import { kinds } from '../copy/common';
import { trash } from '../copy/trash';
import { avatarOf } from './avatar';
import type { Chip } from './item-query';
import type { ItemRow } from './item-row';
import { grouped } from './numbers';
import { oneLine } from './one-line';
import { nothingToPick, type PickView } from './pick';
import { countdownText, dayTimeText, isSoon } from './time';

export interface TrashRow extends ItemRow {
  soon: boolean;
}

export function trashRow(item: TrashView, now: number, big: boolean, checked: boolean): TrashRow {
  const where = item.platformDoneAt === undefined ? trash.doneHere : trash.doneThere;
  const left = countdownText(item.purgeAt, now);
  return {
    id: item.id,
    name: item.name,
    ...avatarOf(item.name),
    line: big ? left : `${left} · ${where}`,
    tags: [],
    checked,
    soon: isSoon(item.purgeAt, now),
  };
}

/** A chain in the trash, as the list wants it. */
export type TrashedChain = ChainCard & { id: string; purgeAt: number };

/** One that is past its time, or never was in the trash, is not shown. */
export const trashedChains = (cards: readonly ChainCard[]): TrashedChain[] =>
  cards.map(card => ({ ...card, id: card.chainId, purgeAt: card.purgeAt ?? 0 }));

export function chainTrashRow(chain: TrashedChain, now: number, big: boolean, checked: boolean): TrashRow {
  const left = countdownText(chain.purgeAt, now);
  return {
    id: chain.id,
    name: chain.title,
    ...avatarOf(chain.title),
    line: big ? left : oneLine(left, trash.chainPeople(grouped(chain.joined))),
    tags: [],
    checked,
    soon: isSoon(chain.purgeAt, now),
  };
}

export type TrashFilter = ItemKind | 'all' | 'chain';

/** `chains`: how many there are, blank until known. */
export const trashChips = (chosen: TrashFilter, chains = ''): Chip[] => [
  { id: 'all', text: trash.all, on: chosen === 'all' },
  ...(['follow', 'like', 'favorite'] as const).map(kind => ({
    id: kind,
    text: kinds[kind].name,
    on: chosen === kind,
  })),
  { id: 'chain', text: chains === '' ? trash.chains : trash.chainsCount(chains), on: chosen === 'chain' },
];

export interface BatchBanner {
  id: string;
  title: string;
  hint: string;
}

/** How many an undo would bring back: those restored or erased one by one are not among them. */
const countOf = ({ restorable, removed }: BatchView): number => restorable ?? removed;

/** Batches of which more than one can still be taken back, newest first, to offer each whole. */
export function batchBanners(batches: readonly BatchView[], filter: TrashFilter, now: number): BatchBanner[] {
  return batches
    .filter(
      batch =>
        countOf(batch) > 1 &&
        !batch.undone &&
        batch.undoUntil !== undefined &&
        now < batch.undoUntil &&
        (filter === 'all' || filter === batch.kind),
    )
    .map(batch => ({
      id: batch.batchId,
      title: trash.batchTitle(grouped(countOf(batch))),
      hint: trash.batchWhen(dayTimeText(batch.committedAt, now), kinds[batch.kind].remove),
    }));
}

/** All of them to choose from. */
export const batchPick = (banners: readonly BatchBanner[]): PickView => ({
  ...nothingToPick,
  title: trash.whichBatch,
  chips: banners.map(({ id, title, hint }) => ({ id, text: `${title} · ${hint}`, on: false })),
});

/** New countdowns of the drawn rows, as setData paths, only where the text changed. */
export function countdownPatch(
  shown: readonly TrashRow[],
  fresh: readonly TrashRow[],
): Record<string, string | boolean> {
  const patch: Record<string, string | boolean> = {};
  fresh.forEach((row, index) => {
    if (shown[index]?.id === row.id && shown[index].line !== row.line) {
      patch[`rows[${index}].line`] = row.line;
      patch[`rows[${index}].soon`] = row.soon;
    }
  });
  return patch;
}
