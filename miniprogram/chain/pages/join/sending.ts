import type { Reply } from '../../../../typings/contract/api';
import type { EntryFields, EntryReply } from '../../../../typings/contract/entries';
import type { Refusal } from '../../../../typings/contract/errors';
import { currentLook } from '../../../components/appearance/appearance';
import { onReturn } from '../../../platform/connection';
import { join as copy } from '../../copy/join';
import { newRequestId } from '../../platform/request-id';
import { askForMessages } from '../../platform/subscribing';
import { forget } from '../../platform/unsent';
import { editEntry, joinChain, keyIn, savePeople, subscribe } from '../../services/chains';
import { type FormFor, phoneOf, toSend } from '../../view/form';
import { formProblems } from '../../view/form-problems';
import { joinRefusal } from '../../view/join-refusal';
import { stepOf } from '../../view/join-steps';
import type { JoinPage } from './join-page';

/** The server keeps so many. */
const MAX_CONTACTS = 30;

interface SendingPage extends JoinPage {
  /** Of the behavior `returning`. */
  isAway?: boolean;
  /** Ends the waiting for the network. */
  waiting: (() => void) | undefined;
  submit(inTap: boolean): Promise<void>;
  onNotTaken(error: Refusal, now: number, sent: string): void;
  submitOnReturn(sent: string): void;
  stopWaiting(): void;
  send(fields: EntryFields): Promise<Reply<EntryReply>>;
  bringUpToDate(reply: Reply<EntryReply>, sent: string): Promise<Reply<EntryReply>>;
  askForNotices(): Promise<void>;
  rememberPeople(): Promise<void>;
  showProblems(problems: Record<string, string>): void;
}

const isNew = (as: FormFor): boolean => as === 'own' || as === 'other';

/** The big button. */
export const sending = {
  waiting: undefined as (() => void) | undefined,

  onSubmit(this: SendingPage): void {
    void this.submit(true);
  },
  /** `inTap`: WeChat asks about messages in a tap only. */
  async submit(this: SendingPage, inTap: boolean): Promise<void> {
    const { chain, form } = this;
    this.stopWaiting();
    if (chain === undefined || this.data.sending) return;
    const problems = formProblems(chain.fields, form, this.as === 'other');
    if (Object.keys(problems).length > 0) return this.showProblems(problems);
    const fields = toSend(form, chain.fields);
    const sent = JSON.stringify(fields);
    this.setData({ sending: true, problem: '', problems: {} });
    this.keepForm();
    // Both begin in the tap itself: WeChat asks nowhere else, and a place may go while the question is read.
    const asked = inTap && isNew(this.as) ? this.askForNotices() : Promise.resolve();
    const [first] = await Promise.all([this.send(fields), asked]);
    const reply = await this.bringUpToDate(first, sent);
    this.setData({ sending: false });
    if (reply.ok) {
      forget();
      void this.rememberPeople();
      this.onTaken(reply.data);
      return;
    }
    this.onNotTaken(reply.error, reply.now, sent);
  },
  onNotTaken(this: SendingPage, error: Refusal, now: number, sent: string): void {
    const isLost = error.code === 'UNAVAILABLE' || error.code === 'INTERNAL';
    if (isLost && this.unanswered === '') this.unanswered = sent;
    if (error.code === 'UNAVAILABLE') this.submitOnReturn(sent);
    this.keepForm();
    const { problem, at, isOver } = joinRefusal(error, now, this.as);
    if (Object.keys(at).length > 0) this.showProblems(at);
    this.setData({ problem, isOver });
  },

  /** Who waits here has it sent once more when the cloud can be asked again; who goes on typing, or leaves, has not. */
  submitOnReturn(this: SendingPage, sent: string): void {
    const stop = onReturn(() => {
      const { chain, form, isAway } = this;
      const isSame = chain !== undefined && JSON.stringify(toSend(form, chain.fields)) === sent;
      if (isSame && !isAway) void this.submit(false);
      else this.stopWaiting();
    });
    Object.assign(this, { waiting: stop });
  },
  stopWaiting(this: SendingPage): void {
    this.waiting?.();
    this.waiting = undefined;
  },

  send(this: SendingPage, fields: EntryFields): Promise<Reply<EntryReply>> {
    const { chainId, requestId, as, form, entry } = this;
    if (as === 'edit') return editEntry(chainId, entry?.entryId ?? '', fields);
    if (as === 'key-in') return keyIn(chainId, requestId, fields);
    const byName = form.byName.trim();
    const whose = as === 'other' ? { forOther: true, byName } : { remember: form.remember };
    return joinChain({ chainId, requestId, ...whose, ...fields });
  },
  /** An earlier attempt may have been taken though its answer was lost: what was changed since is an edit of it. */
  async bringUpToDate(this: SendingPage, reply: Reply<EntryReply>, sent: string): Promise<Reply<EntryReply>> {
    const isOld = this.unanswered !== '' && this.unanswered !== sent;
    if (!reply.ok || !isOld || this.as === 'edit') return reply;
    return editEntry(this.chainId, reply.data.entry.entryId, JSON.parse(sent) as EntryFields);
  },

  /** Refusing is fine: then there is no message. */
  async askForNotices(this: SendingPage): Promise<void> {
    const { templates } = this;
    const accepted = await askForMessages(templates.map(({ templateId }) => templateId));
    const kinds = templates.filter(({ templateId }) => accepted.includes(templateId)).map(({ kind }) => kind);
    if (kinds.length > 0) void subscribe(newRequestId(), kinds);
  },
  /** Whom I entered is in the book the next time, and who I am is not asked again. */
  async rememberPeople(this: SendingPage): Promise<void> {
    const { form, people } = this;
    if (this.as !== 'other' || !form.remember) return;
    const { others, me } = people;
    const name = form.name.trim();
    const isKnown = others.some(contact => contact.name === name) || others.length >= MAX_CONTACTS;
    const phone = phoneOf(form, this.chain?.fields ?? []);
    const known = others.map(({ id: _, ...contact }) => contact);
    const added = isKnown ? known : [...known, { name, ...(phone === '' ? {} : { phone }) }];
    const changes = {
      ...(isKnown ? {} : { others: added }),
      ...(me.name === undefined ? { me: { ...me, name: form.byName.trim() } } : {}),
    };
    if (Object.keys(changes).length > 0) await savePeople(changes);
  },

  showProblems(this: SendingPage, problems: Record<string, string>): void {
    const order = ['byName', 'name', ...(this.chain?.fields.map(({ id }) => id) ?? [])];
    const first = order.find(id => problems[id] !== undefined) ?? '';
    if (currentLook().big) this.goTo(stepOf(first));
    // A scroll-view moves only when the value differs from the one before.
    this.setData({ problems, problem: copy.problems, jump: '' });
    this.setData({ jump: stepOf(first) });
  },
};
