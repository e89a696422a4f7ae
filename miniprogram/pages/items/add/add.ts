import type { Refusal } from '../../../../typings/contract/errors';
import type { ItemDraft, ItemKind, TargetType } from '../../../../typings/contract/items';
import { appearance } from '../../../components/appearance/appearance';
import { kinds, targetTypes } from '../../../copy/common';
import { add as copy, item as itemCopy } from '../../../copy/items';
import { trash } from '../../../copy/trash';
import type { Told } from '../../../platform/events';
import { received, replace } from '../../../platform/navigation';
import { toast } from '../../../platform/toast';
import { addItem, listItems, showFacets } from '../../../services/items';
import { restoreTrash } from '../../../services/trash';
import type { Chip } from '../../../view/item-query';
import { linkIn, nameOfLink, noLink } from '../../../view/link-card';
import { grouped } from '../../../view/numbers';
import { folderPick, NO_FOLDER, nothingToPick } from '../../../view/pick';
import { refusalText } from '../../../view/refusal';
import { describing, snapshotFrom } from './describing';

const names = <T extends string>(texts: Record<T, string>, chosen: T): Chip[] =>
  (Object.keys(texts) as T[]).map(id => ({ id, text: texts[id], on: id === chosen }));
const kindNames: Record<ItemKind, string> = {
  follow: kinds.follow.name,
  like: kinds.like.name,
  favorite: kinds.favorite.name,
};

const blankForm = { name: '', url: '', label: '', folder: '', tags: [] as string[] };
const goneError: Refusal = { code: 'GONE', message: '' };
/** A field left blank is not sent at all. */
const filled = (key: 'url' | 'label' | 'folder', value: string) =>
  value.trim() === '' ? {} : { [key]: value.trim() };

Page({
  behaviors: [appearance],
  data: {
    t: { ...itemCopy, ...copy },
    kinds: names(kindNames, 'follow'),
    types: names(targetTypes, 'official-account'),
    folderName: kinds.follow.folder,
    form: blankForm,
    link: noLink,
    coverBroken: false,
    pick: nothingToPick,
    pickOpen: false,
    problem: '',
    saving: false,
    added: '',
    existing: '' as '' | 'live' | 'trashed',
  },

  ...describing,

  kind: 'follow' as ItemKind,
  targetType: 'official-account' as TargetType,
  existingId: '',
  /** What the list has to be searched for to show what was added or is there already. */
  addedName: '',

  onLoad(query: Record<string, string | undefined>) {
    const { kind } = received(query);
    if (kind === 'like' || kind === 'favorite') this.pickKind(kind);
  },
  onUnload() {
    if (this.typing !== undefined) clearTimeout(this.typing);
  },

  pickKind(kind: ItemKind) {
    this.kind = kind;
    this.setData({ kinds: names(kindNames, kind), folderName: kinds[kind].folder });
    this.pickType(kind === 'follow' ? 'official-account' : 'article');
    this.fillIn();
  },
  pickType(type: TargetType) {
    this.targetType = type;
    this.setData({ types: names(targetTypes, type) });
  },
  onKind(event: Told<{ id: ItemKind }>) {
    this.pickKind(event.detail.id);
  },
  onType(event: Told<{ id: TargetType }>) {
    this.typePicked = true;
    this.pickType(event.detail.id);
  },
  onName(event: Told<{ value: string }>) {
    this.setData({ 'form.name': event.detail.value, problem: '', existing: '' });
  },
  onLabel(event: Told<{ value: string }>) {
    this.setData({ 'form.label': event.detail.value });
  },
  onTags(event: Told<{ tags: string[] }>) {
    this.setData({ 'form.tags': event.detail.tags });
  },
  /** The folders there are; without them a new one can still be written. */
  async onFolder() {
    const reply = await showFacets(this.kind, {});
    const folders = reply.ok ? reply.data.folders.map(({ folder }) => folder) : [];
    const { folder } = this.data.form;
    const chosen = folder === '' ? undefined : folder;
    this.setData({ pick: folderPick(folders, kinds[this.kind].folder, chosen), pickOpen: true });
  },
  onPick(event: Told<{ id: string }>) {
    const { id } = event.detail;
    this.setData({ 'form.folder': id === NO_FOLDER ? '' : id, pickOpen: false });
  },
  onPickDismiss() {
    this.setData({ pickOpen: false });
  },

  /** Without a name the link stands in for it. */
  draft(): ItemDraft {
    const { name, url, label, folder, tags } = this.data.form;
    const link = linkIn(url) ?? url.trim();
    const snapshot = snapshotFrom(this.described);
    return {
      kind: this.kind,
      name: name.trim() === '' ? nameOfLink(link) : name.trim(),
      targetType: this.targetType,
      tags,
      ...filled('url', link),
      ...filled('label', label),
      ...filled('folder', folder),
      ...(this.described?.link.dead ? { dead: true } : {}),
      ...(snapshot === undefined ? {} : { snapshot }),
    };
  },

  async onSave() {
    if (this.data.saving) return;
    const draft = this.draft();
    if (draft.name === '') {
      this.setData({ problem: copy.nameMissing });
      return;
    }
    this.setData({ saving: true, problem: '', existing: '' });
    const reply = await addItem(draft);
    this.setData({ saving: false });
    this.addedName = reply.ok ? reply.data.item.name : draft.name;
    if (reply.ok) this.setData({ added: copy.saved(reply.data.item.name) });
    else this.showRefusal(reply.error, reply.now);
  },
  showRefusal(error: Refusal, now: number) {
    if (error.code === 'CONFLICT' && error.existing !== undefined) {
      this.existingId = error.existing.id;
      this.setData({ existing: error.existing.state });
    } else this.setData({ problem: refusalText(error, now) });
  },

  onSee() {
    replace('items/list/list', { kind: this.kind, query: this.addedName });
  },
  /** What is there already may have another name: then the whole list is shown. */
  async onSeeExisting() {
    const query = this.addedName.slice(0, 60);
    const reply = await listItems({ kind: this.kind, filter: { query }, limit: 100 });
    const isThere = reply.ok && reply.data.items.some(({ id }) => id === this.existingId);
    replace('items/list/list', isThere ? { kind: this.kind, query } : { kind: this.kind });
  },
  async onRestore() {
    const reply = await restoreTrash([this.existingId]);
    if (!reply.ok) toast(refusalText(reply.error, reply.now));
    else if (reply.data.restored === 0)
      this.setData({ existing: '', problem: refusalText(goneError, reply.now) });
    else {
      toast(trash.restored(grouped(reply.data.restored)));
      await this.onSeeExisting();
    }
  },
  onAnother() {
    Object.assign(this, { described: undefined, asked: '', filledName: '', typePicked: false });
    this.setData({ added: '', form: blankForm, link: noLink });
  },
});
