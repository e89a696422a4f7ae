import type { Reply } from '../../../../typings/contract/api';
import type { EntryReply, EntryView } from '../../../../typings/contract/entries';
import type { Told } from '../../../platform/events';
import { openWith } from '../../../platform/navigation';
import { ask, toast } from '../../../platform/toast';
import { restoreChains } from '../../../services/chains';
import { refusalText } from '../../../view/refusal';
import { detail as detailCopy } from '../../copy/detail';
import { myEntry as copy, entrySheet as sheetCopy } from '../../copy/entries';
import { claimEntry, confirmPlace, leaveChain } from '../../services/chains';
import type { FormFor } from '../../view/form';
import { ownEntry } from '../../view/joining';
import { leaveQuestion } from '../../view/leaving';
import type { DetailPage } from './detail-page';

type About = Told<{ id: string }>;

interface TakingPartPage extends DetailPage {
  openForm(as: FormFor, entry?: EntryView): void;
  act(action: () => Promise<Reply<EntryReply>>, done: string): Promise<void>;
}

/** Joining, changing, leaving, claiming: what a participant does. */
export const takingPart = {
  openForm(this: TakingPartPage, as: FormFor, entry?: EntryView): void {
    if (this.chain === undefined) return;
    const given = { chainId: this.chain.chainId, as, ...(entry === undefined ? {} : { entry }) };
    this.setData({ sheetOpen: false });
    openWith('/chain/pages/join/join', given, { done: (reply: EntryReply) => this.onChanged(reply) });
  },
  onMain(this: TakingPartPage): void {
    const { what } = this.data.bar;
    if (what === 'join') this.openForm('own');
    if (what === 'edit' && this.chain !== undefined) this.openForm('edit', ownEntry(this.chain));
  },
  onForOther(this: TakingPartPage): void {
    this.openForm('other');
  },
  onEdit(this: TakingPartPage, event: About): void {
    this.openForm('edit', this.entryOf(event.detail.id));
  },

  async onLeave(this: TakingPartPage, event: About): Promise<void> {
    const entry = this.entryOf(event.detail.id);
    if (entry === undefined) return;
    const { title, text } = leaveQuestion(entry);
    if (!(await ask(title, text, copy.leaveYes, copy.leaveNo))) return;
    await this.act(() => leaveChain(this.chain?.chainId ?? '', entry.entryId), copy.leftDone);
  },
  async onConfirmPlace(this: TakingPartPage, event: About): Promise<void> {
    const { id } = event.detail;
    await this.act(() => confirmPlace(this.chain?.chainId ?? '', id), copy.confirmed);
  },
  async onClaim(this: TakingPartPage, event: About): Promise<void> {
    const { id } = event.detail;
    const name = this.entryOf(id)?.name ?? '';
    const yes = await ask(
      sheetCopy.claimTitle,
      sheetCopy.claimText(name),
      sheetCopy.claimYes,
      sheetCopy.claimNo,
    );
    if (yes) await this.act(() => claimEntry(this.chain?.chainId ?? '', id), sheetCopy.claimed);
  },

  /** A dissolved chain, by its owner. */
  async onRestore(this: TakingPartPage): Promise<void> {
    if (this.data.busy || this.chain === undefined) return;
    this.setData({ busy: true });
    const reply = await restoreChains([this.chain.chainId]);
    this.setData({ busy: false });
    if (!reply.ok) toast(refusalText(reply.error, reply.now));
    else if (reply.data.done > 0) toast(detailCopy.restored);
    void this.load();
  },

  /** One at a time; each can be repeated, so a lost answer costs nothing. */
  async act(this: TakingPartPage, action: () => Promise<Reply<EntryReply>>, done: string): Promise<void> {
    if (this.data.busy) return;
    this.setData({ busy: true });
    const reply = await action();
    this.setData({ busy: false });
    if (!reply.ok) {
      toast(refusalText(reply.error, reply.now));
      // What was seen may be old: the time was over, or somebody was faster.
      if (reply.error.code !== 'UNAVAILABLE') void this.load();
      return;
    }
    toast(done);
    this.setData({ sheetOpen: false });
    this.onChanged(reply.data);
  },
};
