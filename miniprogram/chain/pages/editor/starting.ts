import type { ChainTemplate } from '../../../../typings/contract/fields';
import type { ParsedChain } from '../../../../typings/contract/sheets';
import type { Told } from '../../../platform/events';
import { openWith } from '../../../platform/navigation';
import { toast } from '../../../platform/toast';
import { listChains } from '../../../services/chains';
import { nothingToPick } from '../../../view/pick';
import { refusalText } from '../../../view/refusal';
import { editor as copy } from '../../copy/editor';
import { duplicateChain, MAX_PASTE, parseChain } from '../../services/organizing';
import { blankForm, type ChainForm, formOf } from '../../view/chain-form';
import { fromTemplate } from '../../view/templates';
import type { EditorPage } from './editor-page';

interface StartingPage extends EditorPage {
  /** `take`: what becomes of the form once the lines are agreed to. */
  review(parsed: ParsedChain, take: (used: ParsedChain) => ChainForm): void;
  filledFrom(used: ParsedChain): ChainForm;
  duplicate(chainId: string): Promise<void>;
}

/** What a new chain may begin with: a pasted 接龙, a template, an old chain. */
export const starting = {
  onPasteText(this: StartingPage, event: Told<{ value: string }>): void {
    this.setData({ pasteText: event.detail.value, pasteProblem: '' });
  },
  async onRead(this: StartingPage): Promise<void> {
    const { pasteText, busyText } = this.data;
    if (busyText !== '') return;
    if (pasteText.trim() === '') this.setData({ pasteProblem: copy.pasteEmpty });
    else if (pasteText.length > MAX_PASTE) this.setData({ pasteProblem: copy.pasteLong });
    else {
      this.setData({ busyText: copy.reading, pasteProblem: '' });
      const reply = await parseChain(pasteText);
      this.setData({ busyText: '' });
      if (reply.ok) this.review(reply.data, used => this.filledFrom(used));
      else this.setData({ pasteProblem: refusalText(reply.error, reply.now) });
    }
  },
  review(this: StartingPage, parsed: ParsedChain, take: (used: ParsedChain) => ChainForm): void {
    openWith('/chain/pages/paste/paste', parsed, {
      used: (used: ParsedChain) => {
        this.lines = used.lines;
        this.fill(take(used));
      },
    });
  },
  filledFrom(this: StartingPage, { draft }: ParsedChain): ChainForm {
    return { ...formOf(draft, blankForm), organizerName: this.filled.organizerName };
  },
  onBroughtAgain(this: StartingPage): void {
    const { title } = this.filled;
    // What was set meanwhile stays; only the people are looked at again.
    this.review({ draft: { title }, titleCertainty: 'sure', lines: this.lines }, () => this.filled);
  },
  onBroughtDrop(this: StartingPage): void {
    this.lines = [];
    this.fill(this.filled);
  },

  onTemplate(this: StartingPage, event: Told<{ id: ChainTemplate }>): void {
    const { title, organizerName, eventAt, place } = this.filled;
    this.fill({ ...fromTemplate(event.detail.id, Date.now()), title, organizerName, eventAt, place });
  },

  async onCopyOld(this: StartingPage): Promise<void> {
    const reply = await listChains('organized', '');
    if (!reply.ok) {
      toast(refusalText(reply.error, reply.now));
      return;
    }
    const chips = reply.data.items.map(({ chainId, title }) => ({ id: chainId, text: title, on: false }));
    const empty = chips.length === 0 ? copy.copyNone : '';
    this.setData({ pick: { ...nothingToPick, title: copy.copyWhich, chips, empty }, pickOpen: true });
  },
  onPickDismiss(this: StartingPage): void {
    this.setData({ pickOpen: false });
  },
  async duplicate(this: StartingPage, chainId: string): Promise<void> {
    this.setData({ pickOpen: false });
    const reply = await duplicateChain(chainId);
    if (!reply.ok) toast(refusalText(reply.error, reply.now));
    else {
      this.lines = [];
      this.fill(formOf(reply.data.draft, blankForm));
      toast(copy.copied);
    }
  },
};
