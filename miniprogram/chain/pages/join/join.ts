import type { ChainView } from '../../../../typings/contract/chains';
import type { ContactsView, EntryReply, EntryView } from '../../../../typings/contract/entries';
import type { NoticeKind } from '../../../../typings/contract/notices';
import { appearance } from '../../../components/appearance/appearance';
import { back, received, replace } from '../../../platform/navigation';
import { isOnline } from '../../../platform/system';
import { toast } from '../../../platform/toast';
import { showMe } from '../../../services/people';
import { failureView } from '../../../view/refusal';
import { join as copy } from '../../copy/join';
import { handOver } from '../../platform/handover';
import { openerOf } from '../../platform/opener';
import { newRequestId } from '../../platform/request-id';
import { keep, keptFor } from '../../platform/unsent';
import { showChain, showContacts, showNoticeTemplates } from '../../services/chains';
import { blankForm, type Form, type FormFor, firstForm } from '../../view/form';
import { contactChips, fieldEditors, joinScreen, totalText } from '../../view/join-screen';
import { filling } from './filling';
import { blankJoin } from './join-page';
import { sending } from './sending';
import { stepping } from './stepping';

interface Given {
  chainId: string;
  as: FormFor;
  entry?: EntryView;
}
const nobodyKnown: ContactsView = { me: {}, others: [] };

Page({
  behaviors: [appearance],
  data: blankJoin,

  ...filling,
  ...sending,
  ...stepping,

  chainId: '',
  as: 'own' as FormFor,
  chain: undefined as ChainView | undefined,
  entry: undefined as EntryView | undefined,
  form: blankForm as Form,
  requestId: '',
  unanswered: '',
  templates: [] as { kind: NoticeKind; templateId: string }[],
  people: nobodyKnown,
  /** Nobody knows yet how I am called. */
  asksByName: false,
  channel: undefined as WechatMiniprogram.EventChannel | undefined,

  onLoad(query: Record<string, string | undefined>) {
    const { id, as } = received(query);
    this.channel = openerOf(this);
    if (id !== undefined) this.begin({ chainId: id, as: as === 'other' ? 'other' : 'own' });
    else this.channel?.once('given', (given: Given) => this.begin(given));
  },
  /** The book may have changed on its own page. */
  onShow() {
    if (this.chain !== undefined && this.data.screen.isOther) void this.askPeople();
  },
  onUnload() {
    this.stopWaiting();
    if (this.keeping !== undefined) clearTimeout(this.keeping);
  },

  begin({ chainId, as, entry }: Given) {
    Object.assign(this, { chainId, as, entry, requestId: newRequestId() });
    wx.setNavigationBarTitle({ title: copy.titles[as] });
    void this.load();
  },
  async load() {
    const [shown, people, notices] = await Promise.all([
      showChain(this.chainId),
      showContacts(),
      showNoticeTemplates(),
    ]);
    if (!shown.ok) return this.setData(failureView(shown.error, shown.now, await isOnline()));
    // Without them the form works as well: nothing is filled in, nothing is asked.
    if (people.ok) this.people = people.data;
    if (notices.ok) this.templates = notices.data.templates;
    this.chain = shown.data.chain;
    this.takeUp();
    this.asksByName = this.form.byName === '';
    this.paint();
    this.beginSteps(this.data.kept || this.as === 'edit');
    this.setData({ state: 'ready' });
    void this.proposeNickname();
  },
  /** What was typed before and not taken is there again, with the request it belongs to. */
  takeUp() {
    const { chainId, as, entry, chain } = this;
    const kept = keptFor({ chainId, as, entryId: entry?.entryId ?? '' });
    if (chain !== undefined) this.form = kept?.form ?? firstForm(chain, as, this.people.me, entry);
    if (kept === undefined) return;
    Object.assign(this, { requestId: kept.requestId, unanswered: kept.unanswered });
    this.setData({ kept: true });
  },
  /** Who has entered nobody yet is called as WeChat does, unless they type something first. Nothing waits for this. */
  async proposeNickname() {
    const field = this.as === 'own' ? 'name' : 'byName';
    const isOpen = () => this.form[field] === '' && (this.as === 'own' || this.asksByName);
    if (!isOpen()) return;
    const me = await showMe();
    const { nickname } = me.ok ? me.data.profile : {};
    if (nickname === undefined || !isOpen()) return;
    this.form = { ...this.form, [field]: nickname };
    this.setData({ [field]: nickname });
    this.paintStep();
  },
  async askPeople() {
    const people = await showContacts();
    if (!people.ok) return;
    this.people = people.data;
    this.setData({ contacts: contactChips(people.data.others, this.form.name) });
  },

  paint() {
    const { chain, form, entry } = this;
    if (chain === undefined) return;
    this.setData({
      screen: joinScreen(chain, this.as),
      name: form.name,
      byName: form.byName,
      asksByName: this.as === 'other' && this.asksByName,
      places: form.places,
      remember: form.remember,
      fields: fieldEditors(chain, form, entry, this.unfolded),
      contacts: contactChips(this.people.others, form.name),
      total: totalText(chain, form),
    });
    this.paintStep();
  },
  keepForm() {
    const { chainId, as, entry, form, requestId, unanswered } = this;
    keep({ chainId, as, entryId: entry?.entryId ?? '', form, requestId, unanswered });
  },

  /** A new entry has a screen of its own; a change is seen where it was begun. */
  onTaken(reply: EntryReply) {
    if (this.keeping !== undefined) clearTimeout(this.keeping);
    this.channel?.emit('done', reply);
    if (this.as === 'own' || this.as === 'other') {
      handOver(reply);
      replace('/chain/pages/result/result', { id: this.chainId, entry: reply.entry.entryId });
      return;
    }
    toast(copy.saved);
    back();
  },
  onBack() {
    back();
  },
  onRetry() {
    this.setData({ state: 'loading' });
    void this.load();
  },
});
