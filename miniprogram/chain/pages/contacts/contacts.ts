import type { Reply } from '../../../../typings/contract/api';
import type { Contact, ContactsView } from '../../../../typings/contract/entries';
import { appearance } from '../../../components/appearance/appearance';
import { common } from '../../../copy/common';
import { connection } from '../../../platform/connection';
import type { Told, Touched } from '../../../platform/events';
import { toast } from '../../../platform/toast';
import { failureView, refusalText } from '../../../view/refusal';
import { contacts as copy } from '../../copy/join';
import { savePeople, showContacts } from '../../services/chains';
import {
  blankContact,
  type ContactForm,
  type ContactProblems,
  type ContactRow,
  contactForm,
  contactFrom,
  contactProblems,
  contactRow,
  MAX_CONTACTS,
  RELATION_MAX,
} from '../../view/contacts-screen';

/** Whom the sheet is about: `me`, `new` for another person, or the one with this id. */
type About = string;

Page({
  behaviors: [appearance],
  data: {
    t: { ...common, ...copy },
    relationMax: RELATION_MAX,
    state: 'loading',
    failure: '',
    /** When the content is from, if the cloud could not be asked; 0 when it could. */
    keptAt: 0,
    me: contactRow({ id: 'me', name: '' }),
    rows: [] as ContactRow[],
    full: '',
    form: blankContact,
    problems: {} as ContactProblems,
    isMe: false,
    canRemove: false,
    sheetOpen: false,
    saving: false,
    undoText: '',
  },

  people: { me: {}, others: [] } as ContactsView,
  about: 'new' as About,
  /** As the book was before somebody was taken out. */
  before: [] as Contact[],

  onLoad() {
    void this.load();
  },
  async load() {
    const reply = await showContacts();
    if (!reply.ok) return this.setData(failureView(reply.error, reply.now, connection().online));
    this.setData({ keptAt: reply.keptAt ?? 0 });
    this.paint(reply.data);
  },
  paint(people: ContactsView) {
    this.people = people;
    const { name = '', phone } = people.me;
    this.setData({
      state: 'ready',
      me: contactRow({ id: 'me', name, ...(phone === undefined ? {} : { phone }) }),
      rows: people.others.map(contactRow),
      full: people.others.length >= MAX_CONTACTS ? copy.full(MAX_CONTACTS) : '',
    });
  },

  openSheet(about: About, form: ContactForm) {
    this.about = about;
    const isMe = about === 'me';
    const canRemove = !isMe && about !== 'new';
    this.setData({ sheetOpen: true, isMe, canRemove, form, problems: {}, undoText: '' });
  },
  onMe() {
    this.openSheet('me', contactForm(this.people.me));
  },
  onAdd() {
    this.openSheet('new', blankContact);
  },
  onRow(event: Touched<{ id: string }>) {
    const { id } = event.currentTarget.dataset;
    const contact = this.people.others.find(other => other.id === id);
    if (contact !== undefined) this.openSheet(id, contactForm(contact));
  },
  onVisibleChange(event: Told<{ visible: boolean }>) {
    if (!event.detail.visible) this.onCancel();
  },
  onCancel() {
    this.setData({ sheetOpen: false });
  },
  onName(event: Told<{ value: string }>) {
    this.setData({ 'form.name': event.detail.value, 'problems.name': '' });
  },
  onRelation(event: Told<{ value: string }>) {
    this.setData({ 'form.relation': event.detail.value });
  },
  onPhone(event: Told<{ value: string }>) {
    this.setData({ 'form.phone': event.detail.value, 'problems.phone': '' });
  },

  async onSave() {
    const { about, people } = this;
    const { form } = this.data;
    const others = people.others.filter(({ id }) => id !== about);
    const problems = contactProblems(form, about === 'me' ? [] : others, about === 'me');
    this.setData({ problems });
    if (Object.keys(problems).length > 0) return;
    const { relation: _, ...me } = contactFrom(form);
    const saved = await this.save(() =>
      savePeople(about === 'me' ? { me } : { others: this.withChanged(form) }),
    );
    if (saved) this.setData({ sheetOpen: false });
  },
  /** The book with the person of the sheet as typed, at the same place. */
  withChanged(form: ContactForm): Omit<Contact, 'id'>[] {
    const { others } = this.people;
    const changed = contactFrom(form);
    const kept = others.map(({ id, ...contact }) => (id === this.about ? changed : contact));
    return this.about === 'new' ? [...kept, changed] : kept;
  },
  async onRemove() {
    const { others } = this.people;
    const gone = others.find(({ id }) => id === this.about);
    if (gone === undefined) return;
    const rest = others.filter(other => other !== gone).map(({ id: _, ...contact }) => contact);
    if (!(await this.save(() => savePeople({ others: rest })))) return;
    this.before = others;
    this.setData({ sheetOpen: false, undoText: copy.removed(gone.name) });
  },
  onUndo() {
    this.setData({ undoText: '' });
    void this.save(() => savePeople({ others: this.before.map(({ id: _, ...contact }) => contact) }));
  },
  onUndoClose() {
    this.setData({ undoText: '' });
  },
  /** What was typed stays in the sheet when it could not be kept. */
  async save(action: () => Promise<Reply<ContactsView>>): Promise<boolean> {
    if (this.data.saving) return false;
    this.setData({ saving: true });
    const reply = await action();
    this.setData({ saving: false });
    if (reply.ok) this.paint(reply.data);
    else toast(refusalText(reply.error, reply.now));
    return reply.ok;
  },
  onRetry() {
    this.setData({ state: 'loading' });
    void this.load();
  },
});
