import type { DeletionPreview, OwnChainFate } from '../../../typings/contract/accounts';
import type { ItemKind } from '../../../typings/contract/items';
import { kinds } from '../../copy/common';
import { grouped } from '../../view/numbers';
import { deletion as copy } from '../copy/deletion';

/** So many chains are named; a page holds at most 60 children of one parent. */
const CHAINS_SHOWN = 30;

export interface FateRow {
  id: string;
  title: string;
  text: string;
  /** Somebody could still be named to take it over. */
  canAppoint: boolean;
}

export interface DeletionScreen {
  goes: string[];
  chains: FateRow[];
  /** Blank when all are shown. */
  moreChains: string;
  elsewhere: string;
}

export const blankDeletion: DeletionScreen = { goes: [], chains: [], moreChains: '', elsewhere: '' };

const kindNames = Object.keys(kinds) as ItemKind[];

function itemsText(items: DeletionPreview['items']): string {
  const parts = kindNames
    .filter(kind => items[kind] > 0)
    .map(kind => copy.items(grouped(items[kind]), kinds[kind].unit));
  return parts.length > 0 ? copy.allItems(parts.join('、')) : copy.noItems;
}

function fateText({ fate, successorName, entries }: OwnChainFate): string {
  const n = grouped(entries);
  if (fate === 'erased') return entries > 0 ? copy.erased(n) : copy.erasedEmpty;
  return successorName === undefined ? copy.handedUnnamed(n) : copy.handed(successorName, n);
}

const fateRow = (chain: OwnChainFate): FateRow => ({
  id: chain.chainId,
  title: chain.title,
  text: fateText(chain),
  canAppoint: chain.fate === 'erased' && chain.entries > 0,
});

export function deletionScreen({ items, ownChains, entriesElsewhere }: DeletionPreview): DeletionScreen {
  const more = ownChains.length - CHAINS_SHOWN;
  return {
    goes: [itemsText(items), ...(items.trash > 0 ? [copy.trash(grouped(items.trash))] : []), ...copy.rest],
    chains: ownChains.slice(0, CHAINS_SHOWN).map(fateRow),
    moreChains: more > 0 ? copy.moreChains(grouped(more)) : '',
    elsewhere: entriesElsewhere > 0 ? copy.elsewhereText(grouped(entriesElsewhere)) : copy.noElsewhere,
  };
}

/** What was typed means yes: quotation marks and blanks around the word are forgiven. */
export const isConfirmed = (typed: string): boolean => typed.replace(/[“”"'\s]/g, '') === copy.word;
