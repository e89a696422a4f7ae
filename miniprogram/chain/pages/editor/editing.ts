import type { ChainView } from '../../../../typings/contract/chains';
import type { Refusal } from '../../../../typings/contract/errors';
import type { ChainDraft } from '../../../../typings/contract/fields';
import { currentLook } from '../../../components/appearance/appearance';
import { back } from '../../../platform/navigation';
import { isOnline } from '../../../platform/system';
import { ask, toast } from '../../../platform/toast';
import { nothingToConfirm } from '../../../view/confirm';
import { failureView } from '../../../view/refusal';
import { editor as copy } from '../../copy/editor';
import { showChain } from '../../services/chains';
import { editChain } from '../../services/organizing';
import { blankForm, changesOf, formOf, settingsOf, urlsOf } from '../../view/chain-form';
import { answeredFields, changedNames, displacedConfirm } from '../../view/editor-screen';
import type { EditorPage } from './editor-page';

interface EditingPage extends EditorPage {
  /** The chain as it was when its form was filled. */
  base: ChainView | undefined;
  answered: readonly string[];
  /** Who has to move to the waiting list before the change is made. */
  displaced: NonNullable<Refusal['displaced']>;
  take(chain: ChainView): void;
  load(): Promise<void>;
  save(draft: ChainDraft, toWaitlist?: string[]): Promise<void>;
  meet(error: Refusal, now: number, draft: ChainDraft): Promise<void>;
  rebase(draft: ChainDraft): Promise<void>;
  checked(): ChainDraft | undefined;
  refuse(error: Refusal, now: number): void;
}

/** Changes of a chain that is there already. */
export const editing = {
  base: undefined as ChainView | undefined,
  displaced: [] as NonNullable<Refusal['displaced']>,

  async load(this: EditingPage): Promise<void> {
    this.setData({ state: 'loading' });
    const reply = await showChain(this.chainId, 'series');
    if (!reply.ok) this.setData(failureView(reply.error, reply.now, await isOnline()));
    else this.take(reply.data.chain);
  },
  take(this: EditingPage, chain: ChainView): void {
    this.base = chain;
    this.answered = answeredFields(chain);
    this.setData({ state: 'ready', problem: '', problems: {} });
    this.fill(formOf(settingsOf(chain), blankForm, urlsOf(chain)));
  },

  async onSave(this: EditingPage): Promise<void> {
    const draft = this.checked();
    if (draft !== undefined) await this.save(draft);
  },
  async save(this: EditingPage, draft: ChainDraft, toWaitlist?: string[]): Promise<void> {
    const { base } = this;
    if (base === undefined) return;
    const changes = changesOf(settingsOf(base), draft);
    if (Object.keys(changes).length === 0) {
      toast(copy.nothingChanged);
      return;
    }
    this.setData({ busyText: copy.saving, problem: '', problems: {} });
    const reply = await editChain(this.chainId, base.rev, changes, toWaitlist);
    this.setData({ busyText: '', confirming: false });
    if (!reply.ok) await this.meet(reply.error, reply.now, draft);
    else {
      toast(copy.saved);
      back();
    }
  },
  async meet(this: EditingPage, error: Refusal, now: number, draft: ChainDraft): Promise<void> {
    const { displaced } = error;
    if (error.code === 'CONFLICT' && displaced !== undefined) {
      this.displaced = displaced;
      this.setData({ confirm: displacedConfirm(displaced, currentLook().big), confirming: true });
    } else if (error.code === 'CONFLICT') await this.rebase(draft);
    else this.refuse(error, now);
  },
  /** Somebody else was faster: what was changed here is put on top of theirs, when the person agrees. */
  async rebase(this: EditingPage, draft: ChainDraft): Promise<void> {
    const { base } = this;
    const reply = await showChain(this.chainId, 'series');
    if (!reply.ok || base === undefined) {
      if (!reply.ok) this.refuse(reply.error, reply.now);
      return;
    }
    const latest = reply.data.chain;
    const shown = Object.fromEntries(this.filled.pictures.map(({ fileId, url }) => [fileId, url]));
    const theirs = changesOf(settingsOf(base), settingsOf(latest));
    const mine = changesOf(settingsOf(base), draft);
    const text = copy.conflictText(changedNames(theirs) || copy.name);
    const agreed = await ask(copy.conflictTitle, text, copy.conflictYes, copy.conflictNo);
    const entries = Object.entries({ ...settingsOf(latest), ...mine }).filter(([, value]) => value !== null);
    const merged = Object.fromEntries(entries) as unknown as ChainDraft;
    this.take(latest);
    this.fill(formOf(merged, blankForm, { ...shown, ...urlsOf(latest) }));
    if (agreed) await this.save(merged);
    else this.setData({ problem: copy.merged });
  },

  onDisplacedYes(this: EditingPage): void {
    const draft = this.checked();
    const moved = this.displaced.map(({ entryId }) => entryId);
    if (draft !== undefined) void this.save(draft, moved);
  },
  onDisplacedNo(this: EditingPage): void {
    this.setData({ confirming: false, confirm: nothingToConfirm, problem: '' });
  },
};
