import { common } from '../../copy/common';
import type { Chip } from '../../view/item-query';
import { detail as copy } from '../copy/detail';
import { entrySheet, myEntry } from '../copy/entries';
import type { DetailScreen } from './detail-screen';
import type { EntryRow } from './entry-row';
import { type EntrySheet, nobody } from './entry-sheet';
import type { JoinBar } from './joining';
import type { MyEntry } from './my-entry';
import type { RoundBar } from './round-bar';

/** All that a chain's screen shows, before anything is known. */
export const blankDetail = {
  t: { ...common, ...entrySheet, ...myEntry, ...copy },
  state: 'loading',
  failure: '',
  /** What the screen says instead of a chain: it is gone, or the card named none. */
  goneTitle: copy.gone as string,
  /** Why what is shown may be old. */
  keptAt: 0,
  view: null as DetailScreen | null,
  round: null as RoundBar | null,
  bar: { shown: false, main: '', what: 'none', forOther: false } as JoinBar,
  mine: [] as MyEntry[],
  /** In large letters all but the main things is folded away at first. */
  opened: false,
  scrollTop: 0,
  textOpened: false,
  listTitle: '',
  listNote: '',
  claimNote: '',
  chips: [] as Chip[],
  query: '',
  searchable: false,
  rows: [] as EntryRow[],
  padTop: 0,
  padBottom: 0,
  ended: true,
  listState: 'ready' as 'ready' | 'loading' | 'empty' | 'none',
  sheet: nobody as EntrySheet,
  sheetOpen: false,
  busy: false,
};
