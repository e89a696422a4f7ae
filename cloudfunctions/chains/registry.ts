import type { ChainAction } from '../../typings/contract/api';
import { announce } from '../core/chains/actions/announce';
import { createChain } from '../core/chains/actions/create-chain';
import { duplicateChain } from '../core/chains/actions/duplicate-chain';
import { showChain } from '../core/chains/actions/show-chain';
import { steerChain } from '../core/chains/actions/steer-chain';
import { eraseChain, restoreChain, trashChain } from '../core/chains/actions/trash-chain';
import { saveContactsAction } from '../core/contacts/actions/save-contacts';
import { showContactsAction } from '../core/contacts/actions/show-contacts';
import { listEntriesAction } from '../core/entries/actions/list-entries';
import { markPaidAction } from '../core/entries/actions/mark-paid';
import { noteEntryAction } from '../core/entries/actions/note-entry';
import type { Registry } from '../core/gateway/action';
import { parse } from '../core/sheets/actions/parse';

/** Every action of this function. What is not here does not exist. */
export const registry: Partial<Registry<ChainAction>> = {
  'chains.create': createChain,
  'chains.duplicate': duplicateChain,
  'chains.show': showChain,
  'chains.steer': steerChain,
  'chains.trash': trashChain,
  'chains.restore': restoreChain,
  'chains.erase': eraseChain,
  'chains.announce': announce,
  'chains.parse': parse,
  'chains.entries': listEntriesAction,
  'chains.markPaid': markPaidAction,
  'chains.note': noteEntryAction,
  'chains.contacts': showContactsAction,
  'chains.saveContacts': saveContactsAction,
};
