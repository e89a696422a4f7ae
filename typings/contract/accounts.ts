import type { PageOf } from './api';
import type { Contact, ContactsView, EntryView } from './entries';
import type { Quota } from './errors';
import type { ExportFile } from './exports';
import type { ChainDraft } from './fields';
import type { LiyiliExport } from './imports';
import type { ItemKind } from './items';
import type { NoticeKind } from './notices';
import type { MeView, Settings } from './people';

/** What one line of the operation log tells of. */
export type Operation =
  | 'added'
  | 'edited'
  | 'removed'
  | 'restored'
  | 'undone'
  | 'erased'
  | 'purged'
  | 'imported'
  | 'import-undone'
  | 'exported'
  | 'merged'
  | 'chain-created'
  | 'chain-edited'
  | 'chain-steered'
  | 'chain-trashed'
  | 'chain-restored'
  | 'chain-erased'
  | 'announced'
  | 'staff-changed'
  | 'roster-changed'
  | 'entries-handled'
  | 'reminded'
  | 'sheet-exported'
  | 'joined'
  | 'entry-edited'
  | 'left'
  | 'confirmed'
  | 'claimed'
  | 'contacts-changed'
  | 'settings-changed'
  | 'profile-changed'
  | 'deletion-requested'
  | 'deletion-withdrawn';

/** Something the person did, or the program did with what is theirs. Never holds content. */
export interface LogLine {
  id: string;
  /** Epoch ms. */
  at: number;
  what: Operation;
  kind?: ItemKind | 'chain';
  /** Of how many, when more than one can be meant. */
  count?: number;
  /** Done by the program, not by the person. */
  byProgram?: true;
}

/** What happens to a chain that the person owns. `handed`: to its successor. `erased`: with all entries; nobody takes it over. */
export interface OwnChainFate {
  chainId: string;
  title: string;
  /** Live entries. */
  entries: number;
  fate: 'handed' | 'erased';
  /** Name of who takes it over. */
  successorName?: string;
}

/** What a deletion would take away, told before it is asked for. */
export interface DeletionPreview {
  items: Record<ItemKind | 'trash', number>;
  /** Chains the person owns, newest first, ≤ 100. */
  ownChains: OwnChainFate[];
  /** Entries in the chains of others: they stay, as those of "已注销用户", without personal answers. */
  entriesElsewhere: number;
}

/** A part of all there is of a person; each can be imported again. */
export type AccountFile = Omit<ExportFile, 'items'>;

/** An answer as people read it. */
interface LabelledAnswer {
  label: string;
  text: string;
}

/** An entry of one's own, or one made for somebody else. */
export interface ExportedEntry {
  chainId: string;
  title: string;
  organizerName: string;
  /** Of a round: its day. */
  date?: string;
  name: string;
  mine: EntryView['mine'];
  status: EntryView['status'];
  number: number;
  places: number;
  answers: LabelledAnswer[];
  amountFen?: number;
  payment?: EntryView['payment'];
  joinedAt: number;
  reason?: string;
}

/** A chain that the person owns, with what its organizer sees. Its entries are listed beside it. */
export interface ExportedChain {
  chainId: string;
  phase: 'checking' | 'open' | 'closed' | 'cancelled' | 'trashed';
  createdAt: number;
  settings: ChainDraft;
  staff: { name: string; role: string; successor: boolean }[];
  roster: string[];
  series?: string;
  date?: string;
  announcement?: string;
  cancelReason?: string;
  trashedAt?: number;
}

/** An entry of an own chain. */
export type ExportedOwnEntry = { chainId: string } & Omit<
  EntryView,
  'canEdit' | 'canLeave' | 'canClaim' | 'mine' | 'waitPosition'
>;

/** What a person confirmed to remove, and why. */
export interface ExportedBatch {
  kind: ItemKind;
  committedAt: number;
  total: number;
  removed: number;
  undone: boolean;
  reasons?: string[];
}

/** What is there once. `picture`: a data address. `acceptedMessages`: how many may still be sent, by kind. */
export interface ExportedPerson {
  settings: Settings;
  nickname?: string;
  picture?: string;
  contacts: { me: ContactsView['me']; others: Omit<Contact, 'id'>[] };
  limits: Quota[];
  acceptedMessages: Partial<Record<NoticeKind, number>>;
}

/** All there is of a person, in parts. An own JSON with more in it: every part can be imported where that can. */
export interface AccountExport extends LiyiliExport {
  /** From 1. */
  part: number;
  /** In the first part. */
  person?: ExportedPerson;
  entries?: ExportedEntry[];
  chains?: ExportedChain[];
  chainEntries?: ExportedOwnEntry[];
  batches?: ExportedBatch[];
  log?: LogLine[];
}

export interface AccountsApi {
  /** The nickname passes WeChat's check. `null` takes a value away; what is absent stays. `avatarFileId`: uploaded by the phone. */
  'me.saveProfile': { input: { nickname?: string | null; avatarFileId?: string | null }; data: MeView };
  /** Newest first, 50 a page. */
  'me.log': { input: { cursor?: string }; data: PageOf<LogLine> };
  'me.previewDeletion': { input: Record<string, never>; data: DeletionPreview };
  /** Everything is erased 72 h later. Once more changes nothing, the instant stays. */
  'me.requestDeletion': { input: { confirmed: true }; data: MeView };
  /** GONE when the 72 h are over. */
  'me.withdrawDeletion': { input: Record<string, never>; data: MeView };
  /** Files with all there is of the person: items, trash, entries, chains, contacts, profile, settings, limits, log. Kept 24 h. ≤ 3 a day. */
  'me.export': {
    input: Record<string, never>;
    data: { files: AccountFile[]; expiresAt: number };
  };
}
