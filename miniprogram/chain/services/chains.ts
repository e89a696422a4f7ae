import type { InputOf } from '../../../typings/contract/api';
import type { EntryFields, EntryFilter } from '../../../typings/contract/entries';
import type { NoticeKind } from '../../../typings/contract/notices';
import { call } from '../../services/cloud';

/** With the first page of entries. `round`: a day of a recurring chain, its current or next one when absent. */
export const showChain = (chainId: string, round?: string) =>
  call('chains.show', round === undefined ? { chainId } : { chainId, round });

export const listEntries = (chainId: string, filter: EntryFilter, search: string, cursor?: string) =>
  call('chains.entries', {
    chainId,
    filter,
    ...(search === '' ? {} : { search }),
    ...(cursor === undefined ? {} : { cursor }),
  });

/** The same request id gives the first result again, so a form that got no answer may be sent once more. */
export const joinChain = (input: InputOf<'chains.join'>) => call('chains.join', input);

/** Somebody who phoned in. Volunteers. */
export const keyIn = (chainId: string, requestId: string, fields: EntryFields) =>
  call('chains.keyIn', { chainId, requestId, ...fields });

export const editEntry = (chainId: string, entryId: string, fields: Partial<EntryFields>) =>
  call('chains.editEntry', { chainId, entryId, ...fields });

export const leaveChain = (chainId: string, entryId: string) => call('chains.leave', { chainId, entryId });

/** Keeps the place that was offered. */
export const confirmPlace = (chainId: string, entryId: string) =>
  call('chains.confirm', { chainId, entryId });

export const claimEntry = (chainId: string, entryId: string) => call('chains.claim', { chainId, entryId });

export const showRounds = (chainId: string, month: string) => call('chains.rounds', { chainId, month });

export const showContacts = () => call('chains.contacts', {});

/** `others`: all of them, as they should be afterwards; ≤ 30. What is absent stays. */
export const savePeople = (people: InputOf<'chains.saveContacts'>) => call('chains.saveContacts', people);

export const showNoticeTemplates = () => call('chains.noticeTemplates', {});

export const subscribe = (requestId: string, kinds: NoticeKind[]) =>
  call('chains.subscribe', { requestId, kinds });

export const showShareCard = (chainId: string) => call('chains.shareCard', { chainId });
