import type { InputOf } from '../../typings/contract/api';
import { offline } from '../copy/offline';
import { call, change } from './cloud';

/** The server takes at most 500 ids a call. */
export const MAX_IDS = 500;

export const listTrash = (input: InputOf<'trash.list'>) => call('trash.list', input);

export const restoreTrash = (ids: string[]) => call('trash.restore', { ids });

/** For good. Ask twice before. */
export const eraseTrash = (ids: string[]) => call('trash.erase', { ids, confirmed: true });

/** Waits for the network when there is none. */
export const tickTrash = (ids: string[], done: boolean) =>
  change('trash.tick', { ids, done }, { expected: { changed: ids.length }, about: offline.ticks });
