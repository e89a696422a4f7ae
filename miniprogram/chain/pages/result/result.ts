import type { EntryReply } from '../../../../typings/contract/entries';
import { appearance, currentLook } from '../../../components/appearance/appearance';
import { common } from '../../../copy/common';
import { back, openWith, received, replace } from '../../../platform/navigation';
import { isOnline } from '../../../platform/system';
import { ask, toast } from '../../../platform/toast';
import { failureView, refusalText } from '../../../view/refusal';
import { myEntry } from '../../copy/entries';
import { result as copy } from '../../copy/join';
import { takeOver } from '../../platform/handover';
import { sharedCard } from '../../platform/share';
import { leaveChain, showChain } from '../../services/chains';
import { type JoinResult, joinResult } from '../../view/join-result';
import { leaveQuestion } from '../../view/leaving';

Page({
  behaviors: [appearance],
  data: {
    t: { ...common, ...copy },
    state: 'loading',
    failure: '',
    view: null as JoinResult | null,
    /** How long one tap takes it back; blank afterwards, when it is asked about first. */
    undoHint: '',
    undoing: false,
  },

  ids: { chain: '', entry: '' },
  reply: undefined as EntryReply | undefined,
  timer: undefined as ReturnType<typeof setTimeout> | undefined,

  onLoad(query: Record<string, string | undefined>) {
    const { id = '', entry = '' } = received(query);
    this.ids = { chain: id, entry };
    const handed = takeOver(entry);
    if (handed !== undefined) this.show(handed);
    else void this.load();
    const { undoMs } = currentLook();
    this.setData({ undoHint: copy.undoHint(undoMs / 1_000) });
    this.timer = setTimeout(() => this.setData({ undoHint: '' }), undoMs);
  },
  onUnload() {
    if (this.timer !== undefined) clearTimeout(this.timer);
  },

  async load() {
    const reply = await showChain(this.ids.chain);
    if (!reply.ok) return this.setData(failureView(reply.error, reply.now, await isOnline()));
    const { chain } = reply.data;
    const entry = chain.mine.find(({ entryId }) => entryId === this.ids.entry);
    if (entry === undefined) return this.toChain();
    this.show({ chain, entry });
  },
  show(reply: EntryReply) {
    this.reply = reply;
    const view = joinResult(reply, currentLook().big);
    wx.setNavigationBarTitle({ title: view.done });
    this.setData({ state: 'ready', view });
  },
  toChain() {
    replace('/chain/pages/detail/detail', { id: this.ids.chain });
  },

  /** One tap while it is fresh, one question later on; the server allows it until the deadline. */
  async onUndo() {
    if (this.reply === undefined || this.data.undoing) return;
    const { title, text } = leaveQuestion(this.reply.entry);
    const sure = this.data.undoHint !== '' || (await ask(title, text, myEntry.leaveYes, myEntry.leaveNo));
    if (!sure) return;
    this.setData({ undoing: true });
    const reply = await leaveChain(this.ids.chain, this.ids.entry);
    this.setData({ undoing: false });
    if (!reply.ok) return toast(refusalText(reply.error, reply.now));
    toast(copy.undone);
    this.onOk();
  },
  onOk() {
    if (getCurrentPages().length > 1) back();
    else this.toChain();
  },
  onHelp() {
    replace('/chain/pages/join/join', { id: this.ids.chain, as: 'other' });
  },
  onEdit() {
    if (this.reply === undefined) return;
    const given = { chainId: this.ids.chain, as: 'edit', entry: this.reply.entry };
    openWith('/chain/pages/join/join', given, { done: (reply: EntryReply) => this.show(reply) });
  },
  onShareAppMessage(): WechatMiniprogram.Page.ICustomShareContent {
    return this.reply === undefined ? {} : sharedCard(this.reply.chain);
  },
  onRetry() {
    this.setData({ state: 'loading' });
    void this.load();
  },
});
