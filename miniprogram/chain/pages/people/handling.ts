import type { Reply } from '../../../../typings/contract/api';
import type { EntryReply } from '../../../../typings/contract/entries';
import type { Told, Touched } from '../../../platform/events';
import { openWith } from '../../../platform/navigation';
import { toast } from '../../../platform/toast';
import { grouped } from '../../../view/numbers';
import { refusalText } from '../../../view/refusal';
import { people as copy } from '../../copy/people';
import { decideEntries, markPaid, noteEntry, removeEntry } from '../../services/organizing';
import { fenFrom } from '../../view/money';
import { type Person, type PersonAct, personSheet } from '../../view/people-screen';
import { amountAsk, declineAsk, noteAsk, removeAsk } from '../../view/person-asks';
import type { TextAsk } from '../../view/text-ask';
import type { PeoplePage } from './people-page';

type Asked = 'remove' | 'decline' | 'note' | 'amount';

interface HandlingPage extends PeoplePage {
  person: Person | undefined;
  asked: Asked;
  /** Entries the question is about. */
  about: string[];
  act(action: () => Promise<Reply<unknown>>, done?: string): Promise<void>;
  askFor(asked: Asked, about: string[], view: TextAsk): void;
  decide(entryIds: string[], approve: boolean, reason?: string): Promise<void>;
  pay(entryIds: string[], payment: 'paid' | 'unpaid' | 'refunded', paidFen?: number): Promise<void>;
  answered(text: string): Promise<void>;
}

/** What organizers do with entries: one by one in the sheet, or those that are ticked. */
export const handling = {
  person: undefined as Person | undefined,
  asked: 'note' as Asked,
  about: [] as string[],

  onHandle(this: HandlingPage, event: Touched<{ id: string }>): void {
    this.person = this.list?.items.find(({ id }) => id === event.currentTarget.dataset.id);
    const { person, chain } = this;
    if (person === undefined || chain === undefined) return;
    const leads = chain.myRole !== 'volunteer';
    this.setData({ sheet: personSheet(person, chain.fields, leads), sheetOpen: true });
  },
  onSheetBack(this: HandlingPage): void {
    this.setData({ sheetOpen: false });
  },
  onCall(this: HandlingPage, event: Told<{ phone: string }>): void {
    const { phone } = event.detail;
    wx.makePhoneCall({
      phoneNumber: phone.replace(/[ -]/g, ''),
      fail: ({ errMsg }) => {
        if (!errMsg.includes('cancel')) toast(copy.callFailed);
      },
    });
  },

  /** One at a time; the list is asked for anew, because others may have moved up. */
  async act(this: HandlingPage, action: () => Promise<Reply<unknown>>, done?: string): Promise<void> {
    if (this.data.busy) return;
    this.setData({ busy: true, askProblem: '' });
    const reply = await action();
    this.setData({ busy: false });
    if (!reply.ok) {
      const text = refusalText(reply.error, reply.now);
      if (this.data.asking) this.setData({ askProblem: text });
      else toast(text);
      return;
    }
    const { changed } = reply.data as { changed?: number };
    const text = changed === 0 ? copy.nobodyChanged : copy.changed(grouped(changed ?? 1));
    toast(done ?? text);
    this.ids = [];
    this.setData({ asking: false, sheetOpen: false, selecting: false });
    await this.load();
  },
  decide(this: HandlingPage, entryIds: string[], approve: boolean, reason?: string): Promise<void> {
    const why = reason === undefined || reason === '' ? {} : { reason };
    return this.act(() => decideEntries({ chainId: this.chainId, entryIds, approve, ...why }));
  },
  pay(
    this: HandlingPage,
    entryIds: string[],
    payment: 'paid' | 'unpaid' | 'refunded',
    paidFen?: number,
  ): Promise<void> {
    const sum = paidFen === undefined ? {} : { paidFen };
    return this.act(() => markPaid({ chainId: this.chainId, entryIds, payment, ...sum }));
  },

  onAct(this: HandlingPage, event: Told<{ id: PersonAct }>): void {
    const { person } = this;
    if (person === undefined) return;
    const ids = [person.id];
    const acts: Record<PersonAct, () => void> = {
      approve: () => void this.decide(ids, true),
      decline: () => this.askFor('decline', ids, declineAsk(1)),
      pay: () => void this.pay(ids, 'paid'),
      amount: () => this.askFor('amount', ids, amountAsk(person)),
      unpay: () => void this.pay(ids, 'unpaid'),
      refund: () => void this.pay(ids, 'refunded'),
      note: () => this.askFor('note', ids, noteAsk(person)),
      edit: () => {
        this.setData({ sheetOpen: false });
        openWith(
          '/chain/pages/join/join',
          { chainId: this.chainId, as: 'edit', entry: person },
          { done: (_: EntryReply) => void this.load() },
        );
      },
      remove: () => this.askFor('remove', ids, removeAsk(person)),
    };
    acts[event.detail.id]();
  },

  /** The sheet of the entry makes room for the question. */
  askFor(this: HandlingPage, asked: Asked, about: string[], view: TextAsk): void {
    this.asked = asked;
    this.about = about;
    this.setData({ ask: view, askProblem: '', asking: true, sheetOpen: false });
  },
  onAskBack(this: HandlingPage): void {
    this.setData({ asking: false });
  },
  onAskUse(this: HandlingPage, event: Told<{ text: string }>): void {
    void this.answered(event.detail.text);
  },
  async answered(this: HandlingPage, text: string): Promise<void> {
    const { about, chainId } = this;
    const [entryId = ''] = about;
    if (this.asked === 'decline') await this.decide(about, false, text);
    else if (this.asked === 'note') await this.act(() => noteEntry(chainId, entryId, text), copy.saved);
    else if (this.asked === 'remove') await this.act(() => removeEntry(chainId, entryId, text), copy.removed);
    else {
      const fen = fenFrom(text);
      if (typeof fen === 'number') await this.pay(about, 'paid', fen);
      else this.setData({ askProblem: copy.amountWrong });
    }
  },

  onApproveChosen(this: HandlingPage): void {
    if (this.ids.length > 0) void this.decide(this.ids, true);
  },
  onDeclineChosen(this: HandlingPage): void {
    if (this.ids.length > 0) this.askFor('decline', this.ids, declineAsk(this.ids.length));
  },
  onPayChosen(this: HandlingPage): void {
    if (this.ids.length > 0) void this.pay(this.ids, 'paid');
  },
};
