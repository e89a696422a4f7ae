import type { Reply } from '../../../../typings/contract/api';
import type { ChainView } from '../../../../typings/contract/chains';
import { common } from '../../../copy/common';
import type { Told } from '../../../platform/events';
import { back } from '../../../platform/navigation';
import { ask, toast } from '../../../platform/toast';
import { grouped } from '../../../view/numbers';
import { refusalText } from '../../../view/refusal';
import { announcements, panel as copy } from '../../copy/panel';
import { announce, steerChain, trashChain } from '../../services/organizing';
import { settingsId } from '../../view/panel-screen';
import { nothingToAsk } from '../../view/text-ask';
import type { PanelPage } from './panel-page';

interface SteeringPage extends PanelPage {
  /** What the text of the sheet is for. */
  asked: 'announce' | 'cancel';
  act(action: () => Promise<Reply<{ chain: ChainView }>>, done: string): Promise<void>;
}

/** What an organizer does to the whole chain. */
export const steering = {
  asked: 'announce' as 'announce' | 'cancel',

  /** One at a time; says what was done. */
  async act(
    this: SteeringPage,
    action: () => Promise<Reply<{ chain: ChainView }>>,
    done: string,
  ): Promise<void> {
    if (this.data.busy) return;
    this.setData({ busy: true, askProblem: '' });
    const reply = await action();
    this.setData({ busy: false });
    if (reply.ok) {
      this.setData({ asking: false });
      this.take(reply.data.chain);
      toast(done);
      return;
    }
    const text = refusalText(reply.error, reply.now);
    if (this.data.asking) this.setData({ askProblem: text });
    else toast(text);
  },

  async onSteer(this: SteeringPage): Promise<void> {
    const { chain } = this;
    if (chain === undefined) return;
    const reopens = chain.phase === 'closed' || chain.phase === 'cancelled';
    if (!reopens && !(await ask(copy.closeTitle, copy.closeText, copy.closeYes, common.back))) return;
    const to = reopens ? 'open' : 'closed';
    await this.act(() => steerChain(chain.chainId, to), reopens ? copy.reopened : copy.closed);
  },

  onAnnounce(this: SteeringPage): void {
    this.asked = 'announce';
    this.setData({
      ask: {
        ...nothingToAsk,
        title: copy.announceTitle,
        note: copy.announceNote,
        hint: copy.announceHint,
        text: this.chain?.announcement?.text ?? '',
        ready: announcements,
        max: 500,
        optional: true,
        yes: copy.announceYes,
      },
      askProblem: '',
      asking: true,
    });
  },
  onCancel(this: SteeringPage): void {
    this.asked = 'cancel';
    this.setData({
      ask: {
        ...nothingToAsk,
        title: copy.cancelTitle,
        note: copy.cancelNote,
        hint: copy.cancelHint,
        ready: copy.cancelReady,
        yes: copy.cancelYes,
        danger: true,
      },
      askProblem: '',
      asking: true,
    });
  },
  onAskBack(this: SteeringPage): void {
    this.setData({ asking: false });
  },
  onAskUse(this: SteeringPage, event: Told<{ text: string }>): void {
    const { text } = event.detail;
    const chainId = this.chain?.chainId ?? '';
    if (this.asked === 'cancel') void this.act(() => steerChain(chainId, 'cancelled', text), copy.cancelled);
    else void this.act(() => announce(chainId, text), text === '' ? copy.announceGone : copy.announced);
  },

  /** Asks twice: everybody in it loses sight of it. */
  async onTrash(this: SteeringPage): Promise<void> {
    const { chain } = this;
    if (chain === undefined || this.data.busy) return;
    const people = grouped(chain.joined + chain.waiting + chain.asking);
    if (!(await ask(copy.trashTitle, copy.trashText, copy.trashYes, common.back))) return;
    if (!(await ask(copy.trashAgain, copy.trashAgainText(people), copy.trashYes, common.back))) return;
    this.setData({ busy: true });
    const reply = await trashChain(settingsId(chain));
    this.setData({ busy: false });
    toast(reply.ok ? copy.trashed : refusalText(reply.error, reply.now));
    if (reply.ok) back();
  },
};
