import type { Audience } from '../../../../typings/contract/notices';
import { appearance } from '../../../components/appearance/appearance';
import { common } from '../../../copy/common';
import type { Told } from '../../../platform/events';
import { copyText } from '../../../platform/materials';
import { open, received } from '../../../platform/navigation';
import { isOnline } from '../../../platform/system';
import { failureView, refusalText } from '../../../view/refusal';
import { remind as copy } from '../../copy/remind';
import { newRequestId } from '../../platform/request-id';
import { previewReminder, remind } from '../../services/organizing';
import { audienceChips, blankReminder, isAudience, remindScreen, sentLines } from '../../view/remind-screen';

Page({
  behaviors: [appearance],
  data: {
    t: { ...common, ...copy },
    state: 'loading',
    failure: '',
    chips: audienceChips('unanswered', true),
    view: blankReminder,
    words: '',
    busy: false,
    problem: '',
    /** What became of it; nothing was sent yet while empty. */
    sent: [] as string[],
  },

  chainId: '',
  audience: 'unanswered' as Audience,
  /** One a reminder: sent again after a lost reply, nobody hears it twice. */
  requestId: '',
  turn: 0,

  onLoad(query: Record<string, string | undefined>) {
    const { id = '', audience } = received(query);
    this.chainId = id;
    if (isAudience(audience)) this.audience = audience;
    this.requestId = newRequestId();
    this.setData({ chips: audienceChips(this.audience, true) });
  },
  onShow() {
    void this.load();
  },
  async load() {
    this.turn += 1;
    const { turn } = this;
    const reply = await previewReminder(this.chainId, this.audience);
    if (turn !== this.turn) return;
    if (!reply.ok) this.setData(failureView(reply.error, reply.now, await isOnline()));
    else this.setData({ state: 'ready', view: remindScreen(reply.data, this.audience, reply.now) });
  },
  onRetry() {
    this.setData({ state: 'loading' });
    void this.load();
  },
  onAudience(event: Told<{ id: Audience }>) {
    this.audience = event.detail.id;
    this.requestId = newRequestId();
    this.setData({ chips: audienceChips(this.audience, true), state: 'loading', sent: [], problem: '' });
    void this.load();
  },
  onWords(event: Told<{ value: string }>) {
    this.setData({ words: event.detail.value });
  },

  async onSend() {
    if (this.data.busy) return;
    this.setData({ busy: true, problem: '' });
    const { chainId, audience, requestId } = this;
    const words = this.data.words.trim();
    const reply = await remind({ chainId, requestId, audience, ...(words === '' ? {} : { text: words }) });
    this.setData({ busy: false });
    if (!reply.ok) {
      this.setData({ problem: refusalText(reply.error, reply.now) });
      return;
    }
    this.requestId = newRequestId();
    this.setData({ sent: sentLines(reply.data, reply.now), 'view.text': reply.data.text });
    await this.load();
  },
  /** WeChat itself says that it is copied. */
  onCopy() {
    void copyText(this.data.view.text);
  },
  onRoster() {
    open('/chain/pages/roster/roster', { id: this.chainId });
  },
});
