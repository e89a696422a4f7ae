import type { ChainAction } from '../../typings/contract/api';
import { announce } from '../core/chains/actions/announce';
import { appointStaff } from '../core/chains/actions/appoint-staff';
import { createChain } from '../core/chains/actions/create-chain';
import { duplicateChain } from '../core/chains/actions/duplicate-chain';
import { editChain } from '../core/chains/actions/edit-chain';
import { listChains } from '../core/chains/actions/list-chains';
import { showChain } from '../core/chains/actions/show-chain';
import { showHistory } from '../core/chains/actions/show-history';
import { steerChain } from '../core/chains/actions/steer-chain';
import { transferChain } from '../core/chains/actions/transfer-chain';
import { eraseChain, restoreChain, trashChain } from '../core/chains/actions/trash-chain';
import { saveContactsAction } from '../core/contacts/actions/save-contacts';
import { showContactsAction } from '../core/contacts/actions/show-contacts';
import { claimEntry } from '../core/entries/actions/claim';
import { confirmPlace } from '../core/entries/actions/confirm';
import { decideEntries } from '../core/entries/actions/decide';
import { editEntry } from '../core/entries/actions/edit-entry';
import { joinChain } from '../core/entries/actions/join';
import { keyIn } from '../core/entries/actions/key-in';
import { leaveChain } from '../core/entries/actions/leave';
import { listEntriesAction } from '../core/entries/actions/list-entries';
import { markPaidAction } from '../core/entries/actions/mark-paid';
import { noteEntryAction } from '../core/entries/actions/note-entry';
import { removeEntry } from '../core/entries/actions/remove';
import type { Registry } from '../core/gateway/action';
import { listTemplates } from '../core/notices/actions/list-templates';
import { previewReminder } from '../core/notices/actions/preview-reminder';
import { remind } from '../core/notices/actions/remind';
import { subscribe } from '../core/notices/actions/subscribe';
import { setRoster } from '../core/rosters/actions/set-roster';
import { showRoster } from '../core/rosters/actions/show-roster';
import { showRounds } from '../core/rounds/actions/show-rounds';
import { showShareCard } from '../core/sharing/actions/share-card';
import { showCode } from '../core/sharing/actions/show-code';
import { enterLines } from '../core/sheets/actions/enter-lines';
import { exportSheet } from '../core/sheets/actions/export-sheet';
import { parse } from '../core/sheets/actions/parse';
import { showStatistics } from '../core/sheets/actions/show-statistics';

/** Every action of this function. What is not here does not exist. */
export const registry: Registry<ChainAction> = {
  'chains.create': createChain,
  'chains.edit': editChain,
  'chains.duplicate': duplicateChain,
  'chains.show': showChain,
  'chains.list': listChains,
  'chains.steer': steerChain,
  'chains.trash': trashChain,
  'chains.restore': restoreChain,
  'chains.erase': eraseChain,
  'chains.appoint': appointStaff,
  'chains.transfer': transferChain,
  'chains.announce': announce,
  'chains.history': showHistory,
  'chains.rounds': showRounds,
  'chains.parse': parse,
  'chains.enterLines': enterLines,
  'chains.export': exportSheet,
  'chains.statistics': showStatistics,
  'chains.entries': listEntriesAction,
  'chains.markPaid': markPaidAction,
  'chains.note': noteEntryAction,
  'chains.contacts': showContactsAction,
  'chains.saveContacts': saveContactsAction,
  'chains.join': joinChain,
  'chains.keyIn': keyIn,
  'chains.editEntry': editEntry,
  'chains.leave': leaveChain,
  'chains.remove': removeEntry,
  'chains.confirm': confirmPlace,
  'chains.claim': claimEntry,
  'chains.decide': decideEntries,
  'chains.noticeTemplates': listTemplates,
  'chains.subscribe': subscribe,
  'chains.previewReminder': previewReminder,
  'chains.remind': remind,
  'chains.roster': showRoster,
  'chains.setRoster': setRoster,
  'chains.code': showCode,
  'chains.shareCard': showShareCard,
};
