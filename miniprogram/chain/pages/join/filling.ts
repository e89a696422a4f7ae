import type { Answer } from '../../../../typings/contract/entries';
import type { Told } from '../../../platform/events';
import { open } from '../../../platform/navigation';
import { fieldEditor } from '../../view/field-editor';
import { withContact, withCount, withOption } from '../../view/form';
import { contactChips, totalText } from '../../view/join-screen';
import type { JoinPage } from './join-page';

/** Pause after a key before the form is kept on the phone, ms. */
const KEEP_MS = 400;

interface FillingPage extends JoinPage {
  keeping: ReturnType<typeof setTimeout> | undefined;
  unfolded: string;
  answer(id: string, answer: Answer | undefined): void;
  paintField(id: string): void;
  keepSoon(): void;
}

/** What fingers do in the form. */
export const filling = {
  keeping: undefined as ReturnType<typeof setTimeout> | undefined,
  unfolded: '',

  onName(this: FillingPage, event: Told<{ value: string }>): void {
    const name = event.detail.value;
    this.form = { ...this.form, name };
    this.setData({
      name,
      'problems.name': '',
      problem: '',
      contacts: contactChips(this.people.others, name),
    });
    this.keepSoon();
  },
  onByName(this: FillingPage, event: Told<{ value: string }>): void {
    const byName = event.detail.value;
    this.form = { ...this.form, byName };
    this.setData({ byName, 'problems.byName': '', problem: '' });
    this.keepSoon();
  },
  /** Somebody from the book: name and phone at once. */
  onContact(this: FillingPage, event: Told<{ id: string }>): void {
    const contact = this.people.others.find(({ id }) => id === event.detail.id);
    if (contact === undefined || this.chain === undefined) return;
    this.form = withContact(this.form, this.chain.fields, contact);
    this.paint();
    this.setData({ problems: {}, problem: '' });
    this.keepSoon();
  },
  onContacts(): void {
    open('/chain/pages/contacts/contacts');
  },
  onPlaces(this: FillingPage, event: Told<{ value: number }>): void {
    const places = event.detail.value;
    this.form = { ...this.form, places };
    if (this.chain !== undefined) this.setData({ places, total: totalText(this.chain, this.form) });
    this.keepSoon();
  },
  onRemember(this: FillingPage): void {
    const remember = !this.form.remember;
    this.form = { ...this.form, remember };
    this.setData({ remember });
  },

  onText(this: FillingPage, event: Told<{ id: string; value: string }>): void {
    this.answer(event.detail.id, event.detail.value);
  },
  onNumber(this: FillingPage, event: Told<{ id: string; value?: number }>): void {
    this.answer(event.detail.id, event.detail.value);
  },
  onOption(this: FillingPage, event: Told<{ id: string; option: string }>): void {
    const { id, option } = event.detail;
    const field = this.chain?.fields.find(one => one.id === id);
    if (field !== undefined) this.answer(id, withOption(field, this.form.answers[id], option));
  },
  onCount(this: FillingPage, event: Told<{ id: string; option: string; count: number }>): void {
    const { id, option, count } = event.detail;
    this.answer(id, withCount(this.form.answers[id], option, count));
  },
  onUnfold(this: FillingPage, event: Told<{ id: string }>): void {
    const before = this.unfolded;
    this.unfolded = event.detail.id;
    for (const id of [before, this.unfolded]) this.paintField(id);
  },

  answer(this: FillingPage, id: string, answer: Answer | undefined): void {
    const { [id]: _, ...others } = this.form.answers;
    this.form = { ...this.form, answers: answer === undefined ? others : { ...others, [id]: answer } };
    this.setData({ [`problems.${id}`]: '', problem: '' });
    this.paintField(id);
    this.keepSoon();
  },
  /** Only what changed is sent to the screen: a form may have 20 fields of 50 options. */
  paintField(this: FillingPage, id: string): void {
    const { chain, entry, form, unfolded } = this;
    const index = chain?.fields.findIndex(field => field.id === id) ?? -1;
    const field = chain?.fields[index];
    if (chain === undefined || field === undefined) return;
    const context = { chain, unfolded, ...(entry === undefined ? {} : { before: entry }) };
    const editor = fieldEditor(field, form.answers[id], context);
    this.setData({ [`fields[${index}]`]: editor, total: totalText(chain, form) });
  },
  keepSoon(this: FillingPage): void {
    this.paintStep();
    if (this.keeping !== undefined) clearTimeout(this.keeping);
    this.keeping = setTimeout(() => this.keepForm(), KEEP_MS);
  },
};
