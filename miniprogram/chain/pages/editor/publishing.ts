import type { ChainView } from '../../../../typings/contract/chains';
import type { Refusal } from '../../../../typings/contract/errors';
import type { ChainDraft } from '../../../../typings/contract/fields';
import { replace } from '../../../platform/navigation';
import { refusalText } from '../../../view/refusal';
import { editor as copy } from '../../copy/editor';
import { createChain, editChain, enterLines } from '../../services/organizing';
import { changesOf, settingsOf } from '../../view/chain-form';
import { enteredText, publishedTitle } from '../../view/editor-screen';
import { draftOf, refusedAt } from '../../view/form-draft';
import { linesToEnter } from '../../view/paste-screen';
import { prepareLiveCard } from '../panel/live-card';
import type { EditorPage } from './editor-page';
import { rememberName } from './kept-draft';

interface PublishingPage extends EditorPage {
  requestId: string;
  /** A publishing was sent and not answered: the chain may be there as it was then. */
  sent: boolean;
  made: ChainView | undefined;
  onSave(): Promise<void>;
  publish(draft: ChainDraft): Promise<void>;
  complete(chain: ChainView, draft: ChainDraft): Promise<ChainView>;
  enterPeople(chain: ChainView): Promise<void>;
  refuse(error: Refusal, now: number): void;
  /** Says what is wrong at the inputs; the draft when nothing is. */
  checked(): ChainDraft | undefined;
}

/** From the form to a chain, and its pasted people into it. */
export const publishing = {
  requestId: '',
  sent: false,
  made: undefined as ChainView | undefined,

  checked(this: PublishingPage): ChainDraft | undefined {
    const drafted = draftOf(this.filled);
    if ('draft' in drafted) return drafted.draft;
    this.setData({ problems: drafted.problems, problem: copy.fixFirst, moreOpen: true });
    return undefined;
  },
  async onGo(this: PublishingPage): Promise<void> {
    if (this.data.busyText !== '') return;
    if (this.chainId !== '') await this.onSave();
    else {
      const draft = this.checked();
      if (draft !== undefined) await this.publish(draft);
    }
  },
  async publish(this: PublishingPage, draft: ChainDraft): Promise<void> {
    this.setData({ busyText: copy.publishing, problem: '', problems: {} });
    const wasSent = this.sent;
    this.sent = true;
    this.keep();
    this.keepNow();
    const reply = await createChain(this.requestId, draft);
    if (!reply.ok) {
      this.sent = wasSent || reply.error.code === 'UNAVAILABLE' || reply.error.code === 'INTERNAL';
      this.keep();
      this.setData({ busyText: '' });
      this.refuse(reply.error, reply.now);
      return;
    }
    rememberName(draft.organizerName);
    const chain = wasSent ? await this.complete(reply.data.chain, draft) : reply.data.chain;
    this.made = chain;
    this.setData({ step: 'done', doneTitle: publishedTitle(chain), title: chain.title });
    void prepareLiveCard(chain);
    await this.enterPeople(chain);
  },
  /** The chain was made by an earlier try; what was changed since is put in now. */
  async complete(this: PublishingPage, chain: ChainView, draft: ChainDraft): Promise<ChainView> {
    const changes = changesOf(settingsOf(chain), draft);
    if (Object.keys(changes).length === 0) return chain;
    const reply = await editChain(chain.chainId, chain.rev, changes);
    return reply.ok ? reply.data.chain : chain;
  },
  async enterPeople(this: PublishingPage, chain: ChainView): Promise<void> {
    const lines = linesToEnter(this.lines);
    if (lines.length > 0) {
      this.setData({ busyText: copy.entering, enterProblem: '' });
      const reply = await enterLines(chain.chainId, this.requestId, lines);
      if (!reply.ok) {
        this.setData({ busyText: '', enterProblem: refusalText(reply.error, reply.now) });
        return;
      }
      this.setData({ enteredText: enteredText(reply.data) });
    }
    this.dropKept();
    this.setData({ busyText: '' });
  },
  onEnterAgain(this: PublishingPage): void {
    if (this.made !== undefined && this.data.busyText === '') void this.enterPeople(this.made);
  },
  onSee(this: PublishingPage): void {
    replace('/chain/pages/detail/detail', { id: this.made?.chainId });
  },
  onManage(this: PublishingPage): void {
    replace('/chain/pages/panel/panel', { id: this.made?.chainId });
  },

  /** At the input it is about, else at the foot of the page. */
  refuse(this: PublishingPage, error: Refusal, now: number): void {
    const { key, text } = refusedAt(error, now, this.filled);
    this.setData(
      key === ''
        ? { problem: text, problems: {} }
        : { problem: copy.fixFirst, problems: { [key]: text }, moreOpen: true },
    );
  },
};
