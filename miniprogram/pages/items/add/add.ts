import type { Refusal } from '../../../../typings/contract/errors';
import type { ItemDraft, ItemKind, TargetType } from '../../../../typings/contract/items';
import { appearance } from '../../../components/appearance/appearance';
import { kinds, targetTypes } from '../../../copy/common';
import { add as copy, item as itemCopy } from '../../../copy/items';
import { trash } from '../../../copy/trash';
import type { Told } from '../../../platform/events';
import { replace } from '../../../platform/navigation';
import { toast } from '../../../platform/toast';
import { addItem } from '../../../services/items';
import { restoreTrash } from '../../../services/trash';
import type { Chip } from '../../../view/item-query';
import { grouped } from '../../../view/numbers';
import { refusalText } from '../../../view/refusal';

const names = <T extends string>(texts: Record<T, string>, chosen: T): Chip[] =>
  (Object.keys(texts) as T[]).map(id => ({ id, text: texts[id], on: id === chosen }));
const kindNames: Record<ItemKind, string> = {
  follow: kinds.follow.name,
  like: kinds.like.name,
  favorite: kinds.favorite.name,
};

/** A field left blank is not sent at all. */
const filled = (key: 'url' | 'label', value: string) => (value.trim() === '' ? {} : { [key]: value.trim() });

Page({
  behaviors: [appearance],
  data: {
    t: { ...itemCopy, ...copy },
    kinds: names(kindNames, 'follow'),
    types: names(targetTypes, 'official-account'),
    form: { name: '', url: '', label: '', tags: [] as string[] },
    problem: '',
    saving: false,
    added: '',
    existing: '' as '' | 'live' | 'trashed',
  },

  kind: 'follow' as ItemKind,
  targetType: 'official-account' as TargetType,
  existingId: '',

  onLoad(query: Record<string, string | undefined>) {
    const { kind } = query;
    if (kind === 'like' || kind === 'favorite') this.pickKind(kind);
  },

  pickKind(kind: ItemKind) {
    this.kind = kind;
    this.targetType = kind === 'follow' ? 'official-account' : 'article';
    this.setData({ kinds: names(kindNames, kind), types: names(targetTypes, this.targetType) });
  },
  onKind(event: Told<{ id: ItemKind }>) {
    this.pickKind(event.detail.id);
  },
  onType(event: Told<{ id: TargetType }>) {
    this.targetType = event.detail.id;
    this.setData({ types: names(targetTypes, this.targetType) });
  },
  onName(event: Told<{ value: string }>) {
    this.setData({ 'form.name': event.detail.value, problem: '', existing: '' });
  },
  onUrl(event: Told<{ value: string }>) {
    this.setData({ 'form.url': event.detail.value, problem: '' });
  },
  onLabel(event: Told<{ value: string }>) {
    this.setData({ 'form.label': event.detail.value });
  },
  onTags(event: Told<{ tags: string[] }>) {
    this.setData({ 'form.tags': event.detail.tags });
  },

  draft(): ItemDraft {
    const { name, url, label, tags } = this.data.form;
    return {
      kind: this.kind,
      name: name.trim(),
      targetType: this.targetType,
      tags,
      ...filled('url', url),
      ...filled('label', label),
    };
  },

  async onSave() {
    if (this.data.saving) return;
    if (this.data.form.name.trim() === '') {
      this.setData({ problem: copy.nameMissing });
      return;
    }
    this.setData({ saving: true, problem: '', existing: '' });
    const reply = await addItem(this.draft());
    this.setData({ saving: false });
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
    replace('items/list/list', { kind: this.kind, query: this.data.form.name.trim() });
  },
  async onRestore() {
    const reply = await restoreTrash([this.existingId]);
    if (!reply.ok) toast(refusalText(reply.error, reply.now));
    else if (reply.data.restored === 0)
      this.setData({ existing: '', problem: refusalText(goneError, reply.now) });
    else {
      toast(trash.restored(grouped(reply.data.restored)));
      this.onSee();
    }
  },
  onAnother() {
    this.setData({ added: '', form: { name: '', url: '', label: '', tags: [] } });
  },
});

const goneError: Refusal = { code: 'GONE', message: '' };
